import math
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Basis, Interval, Published
from stemma.part import keys_of
from tests.factories import make_document

REPORT = """Ferry burns off Gorna
The ferry burned for six hours before tugs from Gorna pulled it clear.
The harbour master Ada Brenn said that the fire had begun on the car deck.
It had rained in the morning, and the people of the town had gone home."""


def weights(text: str) -> dict[str, float]:
    return dict(keys_of(make_document("a", text)).words)


def test_a_document_is_found_by_its_names_and_rare_words_and_not_by_what_any_text_has():
    found = weights(REPORT)
    assert {"ferry", "gorna", "brenn", "tugs"} <= found.keys()
    assert not {"the", "for", "had", "before", "people", "home"} & found.keys()


def test_what_the_title_says_weighs_most():
    found = weights(REPORT)
    assert max(found, key=lambda word: found[word]) in {"ferry", "gorna"}
    assert found["ferry"] > found["tugs"]


def test_a_name_weighs_more_than_a_word_as_rare_that_is_written_small():
    found = weights("Title\nLater Grubnik met the grobniks, and Grubnik met them and the grobniks once more.")
    assert found["grubnik"] > found["grobniks"]


def test_a_possessive_is_the_name_itself():
    found = weights("Title\nBrenn’s ship sank.")
    assert "brenn" in found
    assert "brenn's" not in found


def test_the_day_is_the_first_on_which_it_may_have_been_published():
    document = make_document(
        "a", REPORT, published=Published(Interval(date(2031, 3, 1), date(2031, 3, 4)), Basis.STATED)
    )
    assert keys_of(document).day == date(2031, 3, 1)
    assert keys_of(make_document("a", REPORT)).day is None


def test_a_document_without_words_is_found_by_nothing():
    assert keys_of(make_document("a", "")).words == ()


@given(st.text(max_size=400))
def test_weights_are_never_longer_than_one_together_and_each_word_stands_once(text: str):
    words = keys_of(make_document("a", text)).words
    assert math.hypot(*(weight for _, weight in words)) <= 1 + 1e-4
    assert len({word for word, _ in words}) == len(words)
