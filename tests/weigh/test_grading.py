from dataclasses import fields, replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from stemma.model import Brief, SourceKind, Stance
from stemma.weigh import grade, take_positions
from stemma.weigh.grading import WORDS
from tests.weigh.telling import Tale

TEXT = "Title\nthe ferry sank off the quay; off the quay the ferry had sunk; the ferry sank far off the quay."


def graded(tale: Tale, **origins: object) -> tuple[int, tuple[str, ...]]:
    brief: Brief = tale.brief(**origins)  # type: ignore[arg-type]
    brief = replace(brief, positions=tuple(take_positions(brief)))
    found = grade(brief)[brief.claims[0].id]
    assert found.words == WORDS[found.digit]
    assert found.reasons
    return found.digit, tuple(map(str, found.reasons))


def tale(*sayings: tuple[str, str | None, Stance]) -> Tale:
    """Return a tale in which each of *sayings*, (speaker, party, stance), is of one claim."""
    made = Tale()
    made.paper("herald", TEXT)
    contents = ["the ferry sank off the quay", "off the quay the ferry had sunk", "the ferry sank far off the quay"]
    for content, (speaker, party, stance) in zip(contents, sayings, strict=False):
        kind = SourceKind.GROUP if speaker[0].islower() else SourceKind.PERSON
        made.who(speaker, party, kind)
        made.said("herald", speaker, content, stance=stance)
    return made


BRANDT = ("Brandt", "Maravia", Stance.ASSERT)
OSEI = ("Osei", "Union", Stance.CONFIRM)


def test_one_origin_is_possible():
    assert graded(tale(BRANDT))[0] == 3


def test_two_independent_origins_of_different_parties_confirm():
    assert graded(tale(BRANDT, OSEI), low=2)[0] == 1


def test_two_origins_of_one_party_never_confirm():
    assert graded(tale(BRANDT, ("Lind", "Maravia", Stance.ASSERT)), low=2)[0] != 1


def test_origins_that_may_be_one_do_not_confirm():
    assert graded(tale(BRANDT, OSEI), low=1, high=2)[0] == 2


def test_a_denial_makes_it_doubtful():
    digit, reasons = graded(tale(BRANDT, ("Varga", "Kesh", Stance.DENY)), origins=["Brandt"])
    assert digit == 4
    assert any(reason.startswith("Against: Kesh denied") for reason in reasons)


def test_one_voice_against_two_parties_is_improbable():
    against = [("Varga", "Kesh", Stance.DENY), ("Osei", "Union", Stance.DENY)]
    assert graded(tale(BRANDT, *against), origins=["Brandt"])[0] == 5


def test_nobody_to_ask_cannot_be_judged():
    assert graded(tale(("sailors", None, Stance.ASSERT)))[0] == 6


def test_what_is_only_denied_cannot_be_judged():
    assert graded(tale(("Varga", "Kesh", Stance.DENY)))[0] == 6


def test_a_hedge_of_the_only_origin_makes_it_doubtful():
    assert graded(tale(("Brandt", "Maravia", Stance.SUGGEST)))[0] == 4


@pytest.mark.parametrize("low", [0, 1])
def test_the_digit_is_one_only_with_two_independent_origins(low):
    assert graded(tale(BRANDT, OSEI), low=low or 1, high=5)[0] != 1


def test_two_of_whom_nobody_knows_for_whom_they_speak_make_it_probable():
    assert graded(tale(("Brandt", None, Stance.ASSERT), ("Osei", None, Stance.ASSERT)), low=2)[0] == 2


def test_a_paper_confirms_nothing():
    made = tale(BRANDT)
    made.who("Herald", None, SourceKind.OUTLET)
    made.said("herald", "Herald", "off the quay the ferry had sunk")
    assert graded(made, low=2)[0] == 3


def test_two_who_say_it_in_other_words_are_not_shown_to_confirm_each_other():
    made = Tale()
    made.paper("herald", "Title\nthe ferry sank off the quay; nobody had seen the harbour master that day.")
    for who, party, content in (
        ("Brandt", "Maravia", "the ferry sank off the quay"),
        ("Osei", "Union", "nobody had seen the harbour master that day"),
    ):
        made.who(who, party)
        made.said("herald", who, content)
    digit, reasons = graded(made, low=2)
    assert digit == 3
    assert "too far apart" in reasons[0]


def test_a_spokesman_and_his_own_house_never_confirm():
    made = tale(("Brandt", "Harbour Office", Stance.ASSERT))
    made.who("Harbour Office", None, SourceKind.ORGANISATION)
    made.said("herald", "Harbour Office", "off the quay the ferry had sunk")
    assert graded(made, low=2)[0] == 3


def test_the_only_origin_does_not_bear_itself_out_by_confirming():
    digit, reasons = graded(tale(OSEI), high=2)
    assert digit == 3
    assert not any("confirmed it" in reason for reason in reasons)


STANCES = st.sampled_from((Stance.ASSERT, Stance.CONFIRM, Stance.DENY, Stance.NOT_OBSERVED, Stance.ASSESS))
VOICES = st.tuples(st.sampled_from(("Brandt", "Osei", "Lind")), st.sampled_from(("Maravia", "Union", None)), STANCES)


@settings(deadline=None, max_examples=200)
@given(st.lists(VOICES, min_size=1, max_size=3, unique_by=lambda voice: voice[0]), st.integers(1, 3))
@example([BRANDT, ("Osei", None, Stance.NOT_OBSERVED), ("Lind", "Union", Stance.ASSERT)], 2)
def test_a_one_needs_two_independent_origins_of_two_parties_and_nobody_against(voices, low):
    digit, _ = graded(tale(*voices), low=low, high=3)
    if digit == 1:
        said = {party for _, party, stance in voices if stance in (Stance.ASSERT, Stance.CONFIRM)}
        blind = {party or name for name, party, stance in voices if stance is Stance.NOT_OBSERVED}
        assert low > 1
        assert len(said - {None}) > 1
        assert all(stance is not Stance.DENY for _, _, stance in voices)
        assert blind <= said  # who has not seen it first and says it later is not against it


def test_how_many_outlets_carry_it_is_neither_for_nor_against():
    one = tale(BRANDT)
    many = tale(BRANDT)
    many.paper("gazette", TEXT)
    many.said("gazette", "Brandt", "the ferry sank off the quay")
    digit, reasons = graded(many)
    assert digit == graded(one)[0]
    assert any(reason.startswith("Neither: 2 outlets carry it") for reason in reasons)


def test_a_grade_has_a_digit_and_never_a_letter():
    brief = tale(BRANDT, OSEI).brief(low=2)
    assert {field.name for field in fields(grade(brief)[brief.claims[0].id])} == {"digit", "words", "reasons"}
