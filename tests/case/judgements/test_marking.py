"""Words of a document that an analyst marks; ``ferry_fire`` is the story."""

import pytest

from stemma.case import read_record, read_wish
from stemma.case.judgements.marking import mark_passage
from stemma.case.judgements.pointing import Pointer
from stemma.case.judgements.wishing import Passage
from stemma.errors import JudgementError
from stemma.model import Document, Span
from stemma.model.anchor import Thing
from stemma.model.judgement import Verb
from tests.factories import ferry_fire

TEXT = "Ann Holt insisted that the pier was safe. Ann Holt left, and 40 boats stayed."
DOCUMENT = Document("d1", "pier.txt", "0" * 64, TEXT, "plain/1", (Span(0, len(TEXT)),))
BRIEF = ferry_fire()
SAID = next(a for a in BRIEF.attributions if a.source_span and a.cue_span)


def test_words_are_marked_as_they_stand_or_by_their_place():
    anchor = mark_passage(DOCUMENT, Passage(("the pier was safe",), "0:8", "insisted"))
    assert anchor.thing is Thing.ATTRIBUTION
    assert [words.start for words in (*anchor.words, anchor.by, anchor.cue)] == [23, 0, 9]


def test_white_space_at_the_ends_is_not_marked():
    (words,) = mark_passage(DOCUMENT, Passage(("22:41",))).words
    assert words.exact == "the pier was safe."


def test_a_figure_is_marked_where_a_quantity_is_read():
    assert mark_passage(DOCUMENT, Passage(figure="40 boats")).thing is Thing.FIGURE


@pytest.mark.parametrize(
    ("passage", "told"),
    [
        (Passage(), "mark what is said"),
        (Passage(("Ann Holt",)), "stand 2 times"),
        (Passage(("Bob",)), "do not stand"),
        (Passage(("70:700",)), "no stretch"),
        (Passage(("9:9",)), "no stretch"),
        (Passage(("the pier", "pier was safe")), "overlap"),
        (Passage(figure="the pier"), "no quantity"),
        (Passage(("the pier",), figure="40 boats"), "not both"),
    ],
)
def test_what_cannot_be_marked_is_told(passage, told):
    with pytest.raises(JudgementError, match=told):
        mark_passage(DOCUMENT, passage)


def test_words_put_right_keep_the_source_and_the_cue_that_are_not_marked_anew():
    start = SAID.content_spans[0].start
    old, new = Pointer.of(BRIEF).about(Verb.WORDS, [SAID.id], Passage((f"{start}:{start + 5}",)))
    assert new.by == old.by is not None
    assert new.cue is not None


def test_a_verb_that_marks_nothing_takes_no_words():
    with pytest.raises(JudgementError, match="marks no words"):
        Pointer.of(BRIEF).about(Verb.WRONG, [SAID.id], Passage(figure="40"))


def test_what_is_marked_is_read_from_a_command_line_and_from_json():
    wish = read_wish(["missed", "2", "the pier … was safe", "Ann Holt", "insisted"])
    assert (wish.of, wish.passage) == (("2",), Passage(("the pier", "was safe"), "Ann Holt", "insisted"))
    record = {"verb": "missed", "of": ["2"], "content": ["the pier", "was safe"], "source": "Ann Holt"}
    assert read_record(record).passage == Passage(("the pier", "was safe"), "Ann Holt")
    with pytest.raises(JudgementError, match="no more"):
        read_wish(["missed", "2", "the", "pier", "was", "safe"])
