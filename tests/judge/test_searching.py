from hypothesis import given
from hypothesis import strategies as st

from stemma.judge.searching import find_words, words_at
from stemma.model import Span
from tests.factories import span_of

TEXT = (
    "The ferry left at noon. The mayor said the pier was closed.\n"
    "The harbour master said the pier was closed too, and that nobody was hurt.\n"
)
LETTERS = st.text(alphabet="xyz \n", max_size=200)


def test_words_are_found_where_they_stood():
    span = span_of(TEXT, "the pier was closed")
    assert find_words(words_at(TEXT, span), TEXT) == span


@given(before=LETTERS)
def test_words_are_found_again_behind_inserted_text(before):
    span = span_of(TEXT, "the pier was closed", 1)
    found = find_words(words_at(TEXT, span), before + TEXT)
    assert found == Span(span.start + len(before), span.end + len(before))


@given(before=LETTERS, between=LETTERS, start=st.integers(0, len(TEXT) - 1), length=st.integers(1, 40))
def test_what_is_found_is_the_same_words(before, between, start, length):
    span = Span(start, min(len(TEXT), start + length))
    middle = len(TEXT) // 2
    text = before + TEXT[:middle] + between + TEXT[middle:]
    found = find_words(words_at(TEXT, span), text)
    if found is not None:
        assert "".join(found.cut(text).split()) == "".join(span.cut(TEXT).split())


def test_of_two_places_it_is_the_one_with_the_same_words_around_it():
    span = span_of(TEXT, "the pier was closed", 1)
    shuffled = TEXT.split("\n")[1] + "\n" + TEXT.split("\n")[0]
    found = find_words(words_at(TEXT, span), shuffled)
    assert found is not None
    assert shuffled[: found.start].endswith("harbour master said ")


def test_line_ends_and_kinds_of_marks_make_no_difference():
    text = "He said: “the pier’s closed – for good”, and left."
    span = Span(text.index("the pier"), text.index("good") + 4)
    found = find_words(words_at(text, span), 'He said: "the\n pier\'s   closed - for\u00a0good", and left.')
    assert found is not None
    assert found.start == 10


def test_changed_words_are_not_found_again():
    span = span_of(TEXT, "nobody was hurt")
    assert find_words(words_at(TEXT, span), TEXT.replace("nobody was hurt", "two were hurt")) is None


def test_a_short_word_whose_surroundings_are_gone_is_not_found_again():
    span = span_of(TEXT, "noon")
    assert find_words(words_at(TEXT, span), "Nothing was said before noon on the other shore.") is None


def test_words_that_stand_twice_without_their_surroundings_are_not_found_again():
    text = "A quay. The pier was closed, they wrote.\nB quay. The pier was closed, we heard."
    words = words_at("So: The pier was closed!", Span(4, 23))
    assert find_words(words, text) is None


def test_no_words_are_found_nowhere():
    assert find_words(words_at(TEXT, Span(5, 5)), TEXT) is None
