from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Brief, Document, Span, Stance
from stemma.tell.cutting import Mark, cut_text
from stemma.tell.desk import Desk
from stemma.tell.made import Altered, Measured, Said, made_of
from stemma.tell.marked import Marked, mark_document
from stemma.tell.oddities import shown
from tests.factories import ferry_fire, make_attribution, make_document

TEXT = "Fire\n\nThe wire wrote that Ilse Brandt said that “Holt told me it burned” and left.\n"
SPANS = st.tuples(st.integers(0, 30), st.integers(0, 30)).map(lambda pair: Span(min(pair), max(pair)))


def nested() -> tuple[Document, Brief]:
    """Three attributions, each inside the one before it."""
    document = make_document("d1", TEXT)
    outer = make_attribution(
        document, "1", "Ilse Brandt said that “Holt told me it burned” and left", source="The wire", cue="wrote"
    )
    middle = make_attribution(document, "2", "Holt told me it burned", source="Ilse Brandt", cue="said")
    inner = make_attribution(document, "3", "it burned", source="Holt", cue="told", stance=Stance.CONFIRM)
    return document, Brief((document,), attributions=(outer, middle, inner))


def piece_with(pieces: tuple[Marked, ...], words: str) -> Marked:
    return next(piece for piece in pieces if words in piece.text)


@given(st.lists(SPANS, max_size=8))
def test_cuts_are_the_whole_text_and_each_lies_under_all_marks_over_it(spans: list[Span]):
    marks = [Mark(span, str(at), str(at)) for at, span in enumerate(spans)]
    cuts = list(cut_text(30, marks))
    assert [cut.span.start for cut in cuts] == [0, *(cut.span.end for cut in cuts)][: len(cuts)]
    assert cuts[-1].span.end == 30
    for cut in cuts:
        assert set(cut.marks) == {mark for mark in marks if len(mark.span) and mark.span.holds(cut.span)}
        if cut.inner:
            assert len(cut.inner.span) == min(len(mark.span) for mark in cut.marks)


def test_the_pieces_are_as_long_as_the_text_and_know_where_they_stand():
    for document in ferry_fire().documents:
        pieces = mark_document(document, Desk.of(ferry_fire()))
        assert "".join(piece.text for piece in pieces) == shown(document.text)
        assert all(shown(document.text)[p.start : p.start + len(p.text)] == p.text for p in pieces)


def test_a_click_inside_an_inner_statement_leads_to_the_innermost():
    document, brief = nested()
    pieces = mark_document(document, Desk.of(brief))
    assert piece_with(pieces, "it burned").to == "a-3"
    assert piece_with(pieces, "it burned").marks == "content deep nested"
    assert piece_with(pieces, "Holt").to == "a-3"
    assert piece_with(pieces, "Holt").marks == "content nested source"
    assert piece_with(pieces, "Ilse Brandt").to == "a-2"
    assert piece_with(pieces, "and left").to == "a-1"


def test_each_thing_begins_once_and_has_one_stop():
    document, brief = nested()
    pieces = mark_document(document, Desk.of(brief))
    assert sorted(anchor for piece in pieces for anchor in piece.begins) == ["a-1", "a-2", "a-3"]
    assert sorted(piece.to for piece in pieces if piece.is_first) == ["a-1", "a-2", "a-3"]


def test_what_was_made_says_what_it_stands_inside_of():
    document, brief = nested()
    made = {one.anchor: one for one in made_of(document.id, Desk.of(brief), {})}
    inner = made["a-3"]
    assert isinstance(inner, Said)
    assert (inner.inside, inner.by, inner.cue, inner.stance) == ("a-2", "Holt", "told", Stance.CONFIRM)
    assert isinstance(made["a-2"], Said)
    assert made["a-2"].inside == "a-1"


def test_all_that_was_made_of_a_document_is_told_in_reading_order():
    brief = ferry_fire()
    desk = Desk.of(brief)
    made = [one for document in brief.documents for one in made_of(document.id, desk, {})]
    assert sum(isinstance(one, Said) for one in made) == len(brief.attributions)
    assert sum(isinstance(one, Measured) for one in made) == len(brief.figures)
    assert sum(isinstance(one, Altered) for one in made) == len(brief.drift)
    anchors = {a for d in brief.documents for piece in mark_document(d, desk) for a in piece.begins}
    assert anchors == {one.anchor for one in made}


def test_a_place_that_is_asked_for_is_marked_besides():
    document, brief = nested()
    pieces = mark_document(document, Desk.of(brief), Span(8, 12))
    (here,) = [piece for piece in pieces if piece.anchor == "here"]
    assert "here" in here.marks
    assert "".join(piece.text for piece in pieces if "here" in piece.marks.split()) == TEXT[8:12]


def test_a_word_that_looks_like_another_is_pointed_out():
    text = TEXT.replace("Brandt", "Br\u0430ndt")
    document = replace(nested()[0], text=text)
    pieces = mark_document(document, Desk.of(Brief((document,))))
    assert piece_with(pieces, "ndt").odd.endswith("Latin and Cyrillic")


def test_a_very_long_text_is_in_the_pieces_to_its_last_character():
    document, brief = nested()
    long = replace(document, text=document.text + "x" * 1_000_000)
    pieces = mark_document(long, Desk.of(replace(brief, documents=(long,))))
    assert "".join(piece.text for piece in pieces) == long.text
