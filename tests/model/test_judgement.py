from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.errors import JudgementError
from stemma.model.anchor import Anchor, Thing, Words
from stemma.model.journal import JournalLine
from stemma.model.judgement import KIND, Judgement, Verb, days_in

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
SAID = Anchor(Thing.ATTRIBUTION, "a" * 64, (Words("it burned", "said ", ".", 9),), Words("She", "", " said", 0))
FIGURE = Anchor(Thing.FIGURE, "a" * 64, (Words("12", "", " died", 9),))
DOCUMENT = Anchor(Thing.DOCUMENT, "a" * 64)
SOURCE = Anchor(Thing.SOURCE, name="Ann Holt")

words = st.builds(Words, st.text(min_size=1), st.text(), st.text(), st.integers(0))
anchors = st.builds(
    Anchor, st.just(Thing.ATTRIBUTION), st.text(), st.lists(words, max_size=3).map(tuple), st.none() | words, st.text()
)


@given(anchor=anchors, note=st.text(min_size=1).filter(str.strip))
def test_a_judgement_is_read_back_from_its_line_as_it_was(anchor, note):
    judgement = Judgement(Verb.NOTE, "ann", NOON, (anchor,), note)
    assert Judgement.of(judgement.line) == judgement


def test_words_that_no_database_takes_are_written_as_those_that_it_does():
    odd = Anchor(Thing.ATTRIBUTION, "a" * 64, (Words("it\x00 burned \ud800", "\udfff", "", 0),))
    judgement = Judgement(Verb.WRONG, "ann", NOON, (odd,))
    assert judgement.line.value.isascii()
    assert "\x00" not in judgement.line.value
    assert Judgement.of(judgement.line) == judgement


def test_the_same_moment_in_another_zone_is_the_same_judgement():
    here = NOON.astimezone(timezone(timedelta(hours=2)))
    assert Judgement(Verb.WRONG, "ann", here, (SAID,)) == Judgement(Verb.WRONG, "ann", NOON, (SAID,))


def test_another_word_has_another_id():
    ids = {
        Judgement(verb, by, NOON, (SAID, other)).id
        for verb in (Verb.SAME, Verb.DIFFERENT)
        for by in ("ann", "bob")
        for other in (SAID, Anchor(Thing.ATTRIBUTION, "b" * 64))
    }
    assert len(ids) == 8


@pytest.mark.parametrize(
    ("verb", "about", "value"),
    [
        (Verb.SAME, (SAID, FIGURE), ""),
        (Verb.SAME, (SAID,), ""),
        (Verb.WRONG, (SOURCE,), ""),
        (Verb.WRONG, (SAID,), "because"),
        (Verb.DATE, (DOCUMENT,), "last Tuesday"),
        (Verb.DATE, (DOCUMENT,), "2024-12-20..2024-12-17"),
        (Verb.GRADE, (SOURCE,), "G"),
        (Verb.NOTE, (SAID,), " "),
        (Verb.NOTE, (SAID,), "x" * 10_001),
        (Verb.WITHDRAW, (SAID,), "j123"),
    ],
)
def test_what_does_not_go_together_is_refused_in_one_line(verb, about, value):
    with pytest.raises(JudgementError) as told:
        Judgement(verb, "ann", NOON, about, value)
    assert len(str(told.value).splitlines()) == 1


@pytest.mark.parametrize("name", ["", "  ", "ann\nbob", "x" * 201])
def test_nobody_in_particular_judges_nothing(name):
    with pytest.raises(JudgementError):
        Judgement(Verb.WRONG, name, NOON, (SAID,))


def test_a_time_without_its_zone_is_refused():
    with pytest.raises(JudgementError):
        Judgement(Verb.WRONG, "ann", NOON.replace(tzinfo=None), (SAID,))


@pytest.mark.parametrize(
    "value", ["", "[]", "{}", '{"verb":"praise","about":[],"value":""}', "[" * 100_000, '{"verb":"wrong","about":[{}]}']
)
def test_a_line_that_says_no_judgement_is_refused(value):
    with pytest.raises(JudgementError):
        Judgement.of(JournalLine.of(NOON, "ann", KIND, value))


def test_days_are_one_or_a_stretch():
    assert days_in("2024-12-17").is_day
    assert days_in("2024-12-17..2024-12-20").days == 4
