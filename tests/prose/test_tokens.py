import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.prose.tokens import Term, all_tokens, find_terms, find_traces, read_terms, tokens

TEXT = "Zelenskyy’s office denied it; the Office of Zelenskyy denies nothing."


def cut(query: str, text: str = TEXT) -> list[str] | None:
    found = find_terms(read_terms(query), text)
    return None if found is None else [span.cut(text) for span in found]


@pytest.mark.parametrize(
    ("query", "terms"),
    [
        ("troops", (Term(("troops",)),)),
        ('"North Korean" troop*', (Term(("north", "korean")), Term(("troop",), is_prefix=True))),
        ("Zelenskyy's", (Term(("zelenskyy", "s")),)),
        ('"open', (Term(("open",)),)),
        ('"in a ro"*', (Term(("in", "a", "ro"), is_prefix=True),)),
        (' "" * ?! ', ()),
    ],
)
def test_a_query_is_words_rows_of_words_and_beginnings(query, terms):
    assert read_terms(query) == terms


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("office", ["office", "Office"]),
        ('"office of"', ["Office of"]),
        ("deni*", ["denied", "denies"]),
        ("zelenskyy nothing", ["Zelenskyy", "Zelenskyy", "nothing"]),
        ("zelenskyy’s", ["Zelenskyy’s"]),
        ("absent office", None),
    ],
)
def test_words_are_found_where_they_stand(query, found):
    assert cut(query) == found


@pytest.mark.parametrize("text", ["café", unicodedata.normalize("NFD", "café"), "CAFÉ"])
def test_accents_and_capitals_make_no_difference(text):
    assert cut("cafe", text) == [text]


@given(st.text())
def test_every_word_has_its_place_and_is_in_the_list_of_all(text):
    for word, span in tokens(text):
        assert 0 <= span.start < span.end <= len(text)
        assert not word or word in all_tokens(text)
        assert not word or find_terms([Term((word,))], text)


@given(st.text(), st.text())
def test_any_query_and_any_text_are_borne(query, text):
    find_terms(read_terms(query), text)


def test_only_the_span_is_searched():
    assert find_terms(read_terms("office"), TEXT, Span(0, 5)) is None


@given(st.text("abé. ", max_size=30), st.text("ab", min_size=1, max_size=2))
@example("aaa", "aa")
def test_where_a_text_has_no_trace_of_the_words_they_do_not_stand(text: str, word: str):
    terms = (Term((word,), True),)
    traces = find_traces(terms, text)
    for span in (Span(start, end) for start in range(len(text)) for end in range(start, len(text) + 1)):
        found = find_terms(terms, text, span)
        if found and traces is not None:
            assert any(span.start <= trace < span.end for trace in traces)


def test_of_a_text_with_accents_traces_tell_nothing():
    assert find_traces((Term(("zoe",)),), "Zoë Tran") is None
    assert find_traces((Term(("tran",)),), "Zoe Tran") == [4]
