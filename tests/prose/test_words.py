from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.prose import bounds, word_keys, words


@given(st.text(), st.integers(0, 20), st.integers(0, 20))
def test_keys_without_places_are_those_of_the_words(text: str, start: int, length: int):
    span = Span(min(start, len(text)), min(start + length, len(text)))
    assert word_keys(text, span) == tuple(word.key for word in words(text, span))
    assert word_keys(text) == tuple(word.key for word in words(text))


@given(st.text("ab1_ .,-’'é—\n"), st.integers(0, 20), st.integers(0, 20))
def test_places_without_words_are_those_of_the_words(text: str, start: int, length: int):
    span = Span(min(start, len(text)), min(start + length, len(text)))
    places = [(word.span.start, word.span.end) for word in words(span.cut(text))]
    assert [*bounds(text, span)] == [(span.start + start, span.start + end) for start, end in places]
