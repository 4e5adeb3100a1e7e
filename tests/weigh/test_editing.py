"""What an outlet changes in an article of its own is told, with the place in both versions."""

from hypothesis import given
from hypothesis import strategies as st

from stemma.measure import measure
from stemma.model import Drift
from stemma.weigh import find_edits
from tests.factories import make_document

BODY = (
    "The ferry Aurelia caught fire off Port Maro.",
    "The harbour office said that 12 people were killed.",
    "Divers go down at dawn to look for the missing.",
    "The owner has not answered our questions.",
)


def edits(older: tuple[str, ...], newer: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Return each edit as kind, the words it has become, and the words that it was."""
    return [(edit.kind, cut(edit, newer, new=True), cut(edit, older, new=False)) for edit in found(older, newer)]


def found(older: tuple[str, ...], newer: tuple[str, ...]) -> tuple[Drift, ...]:
    sides = [make_document(name, text_of(side)) for name, side in (("old", older), ("new", newer))]
    return find_edits(*sides, measure(sides[0], ()), measure(sides[1], ()))


def text_of(sentences: tuple[str, ...]) -> str:
    return "\n".join(("Ferry burns", *sentences)) + "\n"


def cut(edit: Drift, sentences: tuple[str, ...], *, new: bool) -> str:
    return (edit.place if new else edit.against).span.cut(text_of(sentences))


def test_a_figure_that_was_changed_without_a_word_is_told():
    newer = (BODY[0], BODY[1].replace("12", "14"), *BODY[2:])
    (edit,) = found(BODY, newer)
    assert edit.kind == "figure_changed"
    assert "“12 people” became “14 people”" in edit.explanation
    assert edit.explanation.endswith("no note says so")
    assert edits(BODY, newer) == [("figure_changed", "14 people", "12 people")]


def test_a_note_says_that_the_text_was_changed():
    note = "Correction: an earlier version of this report gave another number of dead."
    newer = (BODY[0], BODY[1].replace("12", "14"), *BODY[2:], note)
    told = found(BODY, newer)
    assert {edit.kind for edit in told} == {"figure_changed", "correction_noted"}
    assert all("no note" not in edit.explanation for edit in told)
    assert ("correction_noted", note, "") in edits(BODY, newer)


def test_a_sentence_that_was_taken_out_is_told_with_where_it_stood():
    assert edits(BODY, (*BODY[:2], BODY[3])) == [("sentence_removed", "", BODY[2])]


def test_a_sentence_that_was_added_is_told():
    assert edits((*BODY[:2], BODY[3]), BODY) == [("sentence_added", BODY[2], "")]


def test_a_sentence_in_other_words_is_told_as_one():
    newer = (*BODY[:3], "The owner has refused to answer our questions.")
    assert edits(BODY, newer) == [("sentence_changed", newer[3], BODY[3])]


def test_a_sentence_that_only_moved_is_no_edit():
    assert edits(BODY, (BODY[0], BODY[2], BODY[1], BODY[3])) == []


def test_white_space_is_no_edit():
    assert edits(BODY, tuple(sentence.replace(" ", "  ") for sentence in BODY)) == []


@given(st.permutations(BODY), st.lists(st.sampled_from(BODY), unique=True))
def test_every_edit_lies_in_both_texts_and_none_is_between_equals(older, newer):
    for edit in found(tuple(older), tuple(newer)):
        assert edit.place.document == "new"
        assert edit.against.document == "old"
        cut(edit, tuple(newer), new=True)
        cut(edit, tuple(older), new=False)
    assert found(tuple(older), tuple(older)) == ()
