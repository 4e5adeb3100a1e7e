"""What an analyst's own words lead to; ``ferry_fire`` is the story."""

import pytest

from stemma.case import read_wish, read_wishes
from stemma.case.judgements.pointing import Pointer
from stemma.errors import JudgementError
from stemma.model import Attribution, Figure, Source
from stemma.model.anchor import Thing
from stemma.model.judgement import Verb
from tests.factories import ferry_fire

BRIEF = ferry_fire()
POINTER = Pointer.of(BRIEF)
SAID: list[Attribution] = sorted(BRIEF.attributions, key=lambda a: a.id)
FIGURES: list[Figure] = sorted(BRIEF.figures, key=lambda f: f.id)
BRANDT: Source = next(s for s in BRIEF.sources if "Brandt" in s.name)


def test_attributions_figures_and_sources_are_pointed_at_by_their_ids():
    for verb, words, things in (
        (Verb.SAME, [BRANDT.name, BRIEF.sources[-1].name], (Thing.SOURCE, Thing.SOURCE)),
        (Verb.UNSURE, ["1", "2"], (Thing.ATTRIBUTION, Thing.ATTRIBUTION)),
        (Verb.WRONG, [SAID[0].id], (Thing.ATTRIBUTION,)),
        (Verb.SOURCE, [SAID[0].id, BRANDT.name.upper()], (Thing.ATTRIBUTION, Thing.SOURCE)),
        (Verb.SOURCE, [SAID[0].id, "A Passer-by"], (Thing.ATTRIBUTION, Thing.SOURCE)),
        (Verb.DATE, ["[1]"], (Thing.DOCUMENT,)),
        (Verb.DATE, [BRIEF.documents[0].path], (Thing.DOCUMENT,)),
        (Verb.GRADE, [BRANDT.name], (Thing.SOURCE,)),
        (Verb.TEXT, ["1"], (Thing.CLAIM,)),
        (Verb.NOTE, [BRIEF.documents[0].path], (Thing.DOCUMENT,)),
        (Verb.NOTE, [BRANDT.name], (Thing.SOURCE,)),
        (Verb.NOTE, ["1"], (Thing.CLAIM,)),
        (Verb.NOTE, ["[1]"], (Thing.DOCUMENT,)),
        (Verb.WITHDRAW, [], ()),
    ):
        assert tuple(anchor.thing for anchor in POINTER.about(verb, words)) == things, (verb, words)


def test_a_source_keeps_the_words_that_stand_for_it():
    (anchor,) = POINTER.about(Verb.GRADE, [BRANDT.name])
    assert anchor.name == BRANDT.name
    assert "Brandt" in anchor.words[0].exact


def test_two_names_of_one_source_are_pointed_at_where_they_stand():
    documents = {d.id: d for d in BRIEF.documents}
    told = {(a.source, a.source_span.cut(documents[a.document].text)) for a in SAID if a.source and a.source_span}
    aliases = {s.id: {name.casefold() for name in s.aliases} for s in BRIEF.sources}
    found = 0
    for source, words in told:
        if words.casefold() in aliases[source] and sum(words.casefold() in names for names in aliases.values()) == 1:
            (anchor,) = POINTER.about(Verb.GRADE, [words])
            assert anchor.words[0].exact.casefold() == words.casefold()
            found += 1
    assert found > 1


@pytest.mark.parametrize(
    ("verb", "words", "told"),
    [
        (Verb.SAME, ["1", "99"], "no claim's number"),
        (Verb.SAME, ["1", BRANDT.name], "two of a kind"),
        (Verb.SAME, ["1", "1"], "lead to one attribution"),
        (Verb.DIFFERENT, [BRANDT.name, BRANDT.name.upper()], "lead to one source"),
        (Verb.SAME, ["1"], "cannot be said of 1 things"),
        (Verb.WRONG, ["a00000"], "no id of an attribution"),
        (Verb.WRONG, ["1"], "no id of an attribution"),
        (Verb.DATE, ["99"], "no document's number"),
        (Verb.DATE, ["nowhere.txt"], "no document's number"),
        (Verb.GRADE, ["Ilse Brand"], "there are Ilse Brandt"),
        (Verb.GRADE, ["zzzz"], "names who speaks"),
    ],
)
def test_what_leads_nowhere_is_told_in_one_line(verb, words, told):
    with pytest.raises(JudgementError) as error:
        POINTER.about(verb, words)
    assert told in str(error.value)
    assert len(str(error.value).splitlines()) == 1


def test_words_are_a_verb_what_it_speaks_of_and_a_value():
    wish = read_wish(["note", "3", "rang", "the", "ministry"])
    assert (wish.verb, wish.of, wish.value) == (Verb.NOTE, ("3",), "rang the ministry")
    assert read_wish(["grade", "Ann Holt", "b"]).value == "B"
    assert read_wish(["withdraw", "4"]).value == "4"


@pytest.mark.parametrize(
    ("words", "told"), [(["praise", "1"], "no judgement"), (["same", "1"], "2 things"), ([], "no j")]
)
def test_words_that_are_no_judgement_are_refused(words, told):
    with pytest.raises(JudgementError, match=told):
        read_wish(words)


def test_lines_are_judgements_with_their_own_name_and_time():
    first, second = read_wishes(
        [
            '{"verb": "same", "of": ["1", "2"], "by": "bob", "at": "2026-01-01T12:00:00Z"}',
            "",
            '{"verb": "withdraw", "value": "1"}',
        ]
    )
    assert (first.by, first.of, first.at is not None) == ("bob", ("1", "2"), True)
    assert (second.verb, second.value, second.where) == (Verb.WITHDRAW, "1", "line 3")


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        "[1]",
        "{}",
        '{"verb": "praise"}',
        '{"verb": "same", "of": "12"}',
        '{"verb": "wrong", "of": ["a"], "x": 1}',
        '{"verb": "wrong", "of": ["a"], "at": "noon"}',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_judgement_is_named_by_its_number(line):
    with pytest.raises(JudgementError, match=r"^line 2: "):
        read_wishes(["", line])
