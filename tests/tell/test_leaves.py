"""A long document in leaves that together are all of it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.tell.leaves import LARGEST, LONGEST, MARK, NOTE, Leaf, leaf_at, leaves_of
from stemma.tell.marked import Marked

texts = st.text(st.sampled_from("ab \n"), max_size=20).map(lambda text: text * 3000)
marks = st.sampled_from(["", "content", "cue"])


def pieces_of(*parts: tuple[str, str]) -> tuple[Marked, ...]:
    """Return pieces, each given by its text and the anchor that it leads to, which begins where it is named first."""
    pieces: list[Marked] = []
    at, seen = 0, set()
    for text, to in parts:
        begins = (to,) if to and to not in seen else ()
        pieces.append(Marked(at, text, "content" if to else "", to, bool(begins), begins))
        at, seen = at + len(text), seen | {to}
    return tuple(pieces)


def leaves(pieces: tuple[Marked, ...], *, has_notes: bool = False) -> list[Leaf]:
    spans = leaves_of(pieces, has_notes=has_notes)
    return [leaf_at(pieces, spans, span.start) for span in spans]


def text_of(*found: Leaf) -> str:
    return "".join(piece.text for leaf in found for piece in leaf.pieces)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(texts, marks)), st.booleans())
def test_leaves_together_are_the_whole_text_and_each_begins_something_once(
    parts: list[tuple[str, str]], has_notes: bool
):
    pieces = pieces_of(*(part for part in parts if part[0]))
    found = leaves(pieces, has_notes=has_notes)
    assert text_of(*found) == "".join(piece.text for piece in pieces)
    assert [leaf.number for leaf in found] == [*range(1, len(found) + 1)]
    begun = [anchor for leaf in found for piece in leaf.pieces for anchor in piece.begins]
    assert begun == [anchor for piece in pieces for anchor in piece.begins]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(texts, marks), min_size=1))
def test_no_leaf_is_heavier_than_a_page_may_be(parts: list[tuple[str, str]]):
    for leaf in leaves(pieces_of(*parts), has_notes=True):
        weight = sum(len(piece.text) + MARK + NOTE * len(piece.begins) for piece in leaf.pieces)
        assert weight < LARGEST + LONGEST + MARK + NOTE


def test_a_short_document_is_one_leaf():
    pieces = pieces_of(("Rain fell.\n", ""), ("It is over", "a-1"), (", she said.", ""))
    (leaf,) = leaves(pieces)
    assert leaf.pieces == pieces


def test_a_leaf_begins_with_a_paragraph_and_not_inside_of_what_is_said():
    lines = [(f"Line {n} of them all, as long as it is.\n", "a-1" if n % 9 == 4 else "") for n in range(20_000)]
    found = leaves(pieces_of(*lines))
    assert len(found) > 2
    for leaf in found:
        assert text_of(leaf).startswith("Line")
        assert not leaf.pieces[0].to


def test_a_text_without_any_line_is_cut_all_the_same():
    assert len(leaves(pieces_of(("x" * 1_000_000, "")))) > 4


def test_the_leaf_is_found_by_a_place_and_by_what_begins_in_it():
    parts = [("word " * 10_000 + "\n", "") if n % 2 else (f"said {n}", f"a-{n}") for n in range(40)]
    pieces = pieces_of(*parts)
    spans = leaves_of(pieces, has_notes=False)
    for piece in pieces:
        by_place = leaf_at(pieces, spans, piece.start)
        assert by_place.span.start <= piece.start < by_place.span.end
        assert leaf_at(pieces, spans, of=f"s{piece.start}") == by_place
        for anchor in piece.begins:
            assert leaf_at(pieces, spans, of=anchor) == by_place
    assert leaf_at(pieces, spans, of="a-nothing").number == 1
    assert leaf_at(pieces, spans, 10**9).number == len(spans)


def test_what_goes_on_from_the_leaf_before_is_still_led_to_and_begins_there_alone():
    pieces = pieces_of(("long " * 100_000, "a-1"))
    first, second, *_ = leaves(pieces)
    assert first.pieces[0].begins == ("a-1",)
    assert (second.pieces[0].begins, second.pieces[0].to, second.pieces[0].is_first) == ((), "a-1", True)
