from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.errors import JudgementError
from stemma.judge.searching import words_at
from stemma.model import Document, Span, Stance
from stemma.model.anchor import Anchor, Thing
from stemma.model.judgement import Verb
from stemma.model.ruling import State
from tests.judge.judging import Case, ruling_of

LINES = (
    "The mayor said the bridge was closed for 12 days.",
    "Divers were kept away from the pier. So ran the account of Ann Holt, and 40 boats lay idle.",
)


@pytest.fixture(scope="module")
def case():
    return Case.of(*LINES)


def words(document: Document, exact: str):
    at = document.text.index(exact)
    return words_at(document.text, Span(at, at + len(exact)))


def marked(case: Case, line: int, content: str, source: str = "", cue: str = "") -> Anchor:
    document = case.readings[line].document
    by, told = (words(document, part) if part else None for part in (source, cue))
    return Anchor(Thing.ATTRIBUTION, document.sha256, (words(document, content),), by, cue=told)


def counted(case: Case, line: int, text: str) -> Anchor:
    document = case.readings[line].document
    return Anchor(Thing.FIGURE, document.sha256, (words(document, text),))


def missed(case: Case, by: str = "ann", source: str = "Ann Holt"):
    anchor = marked(case, 1, "Divers were kept away from the pier", source, "the account of")
    return case.judge(Verb.MISSED, anchor, by=by)


def said_in(brief, document: str):
    return [a for a in brief.attributions if a.document == document and not a.narrated]


def test_what_was_missed_becomes_an_attribution(case):
    one = missed(case)
    brief = case.brief(one)
    (found,) = said_in(brief, "d1")
    assert found.content == "Divers were kept away from the pier"
    assert next(s.name for s in brief.sources if s.id == found.source) == "Ann Holt"
    assert found.claim is not None
    assert ruling_of(brief, one).found == (found.id,)


def test_what_was_missed_can_be_judged_like_all_else(case):
    one = missed(case)
    same = case.judge(Verb.SAME, one.about[0], case.said(0))
    assert {0, 1} in case.groups(case.brief(one, same))
    assert said_in(case.brief(one, case.judge(Verb.WRONG, one.about[0], by="bob")), "d1") == []


def test_a_mark_that_is_withdrawn_was_never_there(case):
    one = missed(case)
    assert said_in(case.brief(one, case.withdraw(one)), "d1") == []


def test_where_two_mark_it_otherwise_neither_is_followed(case):
    ann, bob = missed(case), missed(case, by="bob", source="Ann")
    brief = case.brief(ann, bob)
    assert ruling_of(brief, ann).state is ruling_of(brief, bob).state is State.CONFLICT
    assert ruling_of(brief, ann).against == (bob.id,)
    assert said_in(brief, "d1") == []


def test_where_two_mark_the_same_words_it_is_one_attribution(case):
    ann, bob = missed(case), missed(case, by="bob")
    brief = case.brief(ann, bob)
    assert ruling_of(brief, bob).state is State.APPLIED
    assert len(said_in(brief, "d1")) == 1


def test_words_put_right_keep_the_id_and_what_was_judged_of_it(case):
    before = said_in(case.brief(), "d0")[0]
    right = case.judge(Verb.WORDS, case.said(0), marked(case, 0, "closed for 12 days", "The mayor", "said"))
    note = case.judge(Verb.STANCE, case.said(0), value="deny")
    (after,) = said_in(case.brief(right, note), "d0")
    assert after.id == before.id
    assert after.content == "closed for 12 days"
    assert after.stance is Stance.DENY


def test_a_judgement_on_words_as_they_were_put_right_is_found_again(case):
    narrow = marked(case, 0, "12 days", "The mayor", "said")
    right = case.judge(Verb.WORDS, case.said(0), narrow)
    wrong = case.judge(Verb.WRONG, narrow, by="bob")
    assert said_in(case.brief(right, wrong), "d0") == []


def test_a_mark_is_found_again_when_offsets_have_moved(case):
    one, reading = missed(case), case.readings[1]
    text = "Updated at noon.\n\n" + reading.document.text
    body = (Span(18, len(text)),)
    moved = replace(reading, document=replace(reading.document, text=text, body=body), attributions=(), figures=())
    brief = case.brief(one, readings=[case.readings[0], moved])
    (found,) = said_in(brief, "d1")
    assert found.content_spans[0].cut(text) == "Divers were kept away from the pier"


def test_words_that_are_gone_are_told_as_lost(case):
    one, reading = missed(case), case.readings[1]
    other = replace(reading.document, text="Nothing of it is left.", body=(Span(0, 22),))
    gone = replace(reading, document=other, attributions=(), figures=())
    ruling = ruling_of(case.brief(one, readings=[case.readings[0], gone]), one)
    assert ruling.state is State.LOST
    assert "not found again" in ruling.reason


def test_a_figure_that_was_missed_is_read_from_its_words(case):
    bare = [replace(reading, figures=()) for reading in case.readings]
    one = case.judge(Verb.MISSED, counted(case, 1, "40 boats"))
    brief = case.brief(one, readings=bare)
    (figure,) = brief.figures
    assert (figure.low, figure.high, figure.text) == (40, 40, "40 boats")
    assert ruling_of(brief, one).found == (figure.id,)


def test_what_is_no_figure_is_gone(case):
    assert case.brief(case.judge(Verb.WRONG, case.figure(0))).figures != case.brief().figures


def test_words_without_a_quantity_are_told_as_lost(case):
    one = case.judge(Verb.MISSED, counted(case, 1, "the pier"))
    assert ruling_of(case.brief(one), one).reason == "no quantity is read in its words"


def test_a_stance_is_one_of_those_that_there_are(case):
    with pytest.raises(JudgementError, match="no stance"):
        case.judge(Verb.STANCE, case.said(0), value="perhaps")


@settings(max_examples=25, deadline=None)
@given(st.data())
def test_whatever_is_marked_stands_where_it_says_and_changes_no_other_document(case, data):
    document = case.readings[1].document
    places = st.tuples(st.integers(0, len(document.text) - 2), st.integers(1, 40))

    def drawn() -> Span:
        start, length = data.draw(places)
        return Span(start, min(len(document.text), start + length)).trim(document.text)

    content, source, cue = drawn(), drawn(), drawn()
    if not len(content):
        return
    by, told = (words_at(document.text, span) if len(span) else None for span in (source, cue))
    anchor = Anchor(Thing.ATTRIBUTION, document.sha256, (words_at(document.text, content),), by, cue=told)
    brief = case.brief(case.judge(Verb.MISSED, anchor))
    for attribution in brief.attributions:
        if attribution.document == document.id:
            assert " ".join(span.cut(document.text) for span in attribution.content_spans) == attribution.content
    for figure in brief.figures:
        if figure.document == document.id:
            assert figure.span.cut(document.text) == figure.text
    assert said_in(brief, "d0")[0].content == said_in(case.brief(), "d0")[0].content
