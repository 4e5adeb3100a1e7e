from hypothesis import given
from hypothesis import strategies as st

from stemma.tell.contrast import Kept
from stemma.tell.oddities import shown
from stemma.tell.revising import revise

LETTERS = st.text(alphabet="ab \n1.", max_size=60)


@given(LETTERS, LETTERS)
def test_both_versions_can_be_read_off_what_is_shown(older: str, newer: str):
    bits = revise(older, newer)
    assert "".join(bit.text for bit in bits if bit.kept is not Kept.DROPPED) == shown(newer)
    assert "".join(bit.text for bit in bits if bit.kept is not Kept.ADDED) == shown(older)


def test_one_changed_word_is_one_change():
    bits = revise("He said 12 were hurt.", "He said 14 were hurt.")
    assert [(bit.kept.value, bit.text) for bit in bits] == [
        ("same", "He said "), ("dropped", "12"), ("added", "14"), ("same", " were hurt."),
    ]  # fmt: skip


def test_words_that_were_changed_in_a_row_are_told_together():
    bits = revise("It was a big old house.", "It was one very new house.")
    assert [bit.text for bit in bits if bit.kept is Kept.DROPPED] == ["a big old"]
    assert [bit.text for bit in bits if bit.kept is Kept.ADDED] == ["one very new"]


def test_two_long_texts_without_a_word_in_common_are_told_at_once():
    bits = revise(" ".join(map(str, range(40_000))), " ".join(f"x{n}" for n in range(40_000)))
    assert [bit.kept for bit in bits] == [Kept.DROPPED, Kept.ADDED]


def test_the_same_text_has_no_change():
    assert [bit.kept for bit in revise("One.\n", "One.\n")] == [Kept.SAME]
    assert revise("", "") == ()
