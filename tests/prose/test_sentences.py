"""Where sentences end."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.prose import sentence_at, sentence_within, sentences, word_keys, words
from stemma.when import find_times


def check_sentences(*expected: str):
    text = " ".join(expected)
    assert [span.cut(text) for span in sentences(text)] == list(expected)


def test_a_stop_before_a_capital_ends_a_sentence():
    check_sentences("The mayor resigned.", "Nobody was surprised.")


def test_an_abbreviation_ends_nothing():
    check_sentences("On Dec. 14 Gen. Holt and Mr. Brook left the U.S. Navy base.", "They were tired.")


def test_an_initial_ends_nothing():
    check_sentences("John F. Marsh said no.", "He left.")


def test_a_stop_inside_a_number_ends_nothing():
    check_sentences("The river rose 3.2 metres.", "It was night.")


def test_closing_quotes_belong_to_the_sentence_they_close():
    check_sentences("“We were asleep.”", "“Nobody told us,” she said.")


def test_a_blank_line_ends_a_sentence_without_a_stop():
    text = "A headline\n\nThe story begins here."
    assert [s.cut(text) for s in sentences(text)] == ["A headline", "The story begins here."]


@pytest.mark.parametrize("text", ["", "  \n ", "..."])
def test_next_to_nothing_is_no_fault(text):
    assert all(len(span) for span in sentences(text))


@given(st.text(alphabet="aB. \n“”\"'1?"))
def test_sentences_are_in_order_trimmed_and_lose_no_letter(text):
    found = sentences(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
    assert all(span == span.trim(text) and len(span) for span in found)
    inside = "".join(span.cut(text) for span in found)
    assert "".join(inside.split()) == "".join(text.split())


def test_in_a_span_without_a_character_there_is_nothing():
    text, nothing = "One. Two on Monday.", Span(5, 5)
    assert [*sentences(text, nothing), *words(text, nothing), *word_keys(text, nothing)] == []
    assert find_times(text, nothing) == ()


def test_only_the_span_that_is_asked_for_is_read():
    text = "One. Two. Three."
    assert [s.cut(text) for s in sentences(text, Span(5, 9))] == ["Two."]


@given(st.text(alphabet="Aa b.!?\n”1", min_size=1, max_size=60), st.integers(0, 60), st.integers(1, 60))
def test_the_sentence_at_a_place_is_the_one_that_cutting_all_of_them_gives(text, position, size):
    start = max(0, min(position, len(text)) - size)
    span = Span(start, min(len(text), start + 2 * size))
    assert sentence_within(text, span, position) == sentence_at(position, sentences(text, span))
