"""Two versions of one article are known as such, two articles never taken for one."""

import pytest

from stemma.read import are_editions, place_key

STORY = """The ferry Aurelia caught fire off Port Maro on Tuesday night, the harbour office said.
Twelve people were taken to hospital, and three are still missing. Divers will go down at dawn,
said Iva Tran, who leads the search. The owner of the ferry has not answered our questions."""
GROWN = STORY.replace("three are", "four are") + "\nUpdate: the owner says that all exits were open. " * 3
OTHER = """A ferry burned near Port Maro. According to the harbour office twelve passengers are being
treated, while rescuers look for three more. A spokeswoman for the search spoke of a difficult night."""


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://www.herald.example/a/b/", "http://herald.example/a/b"),
        ("https://herald.example/a?utm_source=x&id=3", "https://herald.example/a?id=3#top"),
        ("herald.example/a", "https://herald.example:443/a"),
        ("https://HERALD.example/a", "https://herald.example/a"),
    ],
)
def test_ways_to_write_one_address_are_one(left: str, right: str):
    assert place_key(left) == place_key(right) is not None


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("https://herald.example/a", "https://herald.example/b"),
        ("https://herald.example/?id=1", "https://herald.example/?id=2"),
        ("https://herald.example/a", "https://gazette.example/a"),
        ("https://herald.example/A", "https://herald.example/a"),
    ],
)
def test_two_addresses_are_two(left: str, right: str):
    assert place_key(left) != place_key(right)


@pytest.mark.parametrize("url", ["https://herald.example/", "herald.example", "", "  ", "http://[", "//"])
def test_what_names_no_page_is_no_key(url: str):
    assert place_key(url) is None


def test_an_article_that_grew_is_the_same_article():
    assert are_editions(STORY, GROWN)


def test_two_reports_of_one_event_are_two_articles():
    assert not are_editions(STORY, OTHER)


def test_texts_without_words_are_the_same_only_if_they_are_equal():
    assert are_editions("?", "?")
    assert not are_editions("?", "!")
