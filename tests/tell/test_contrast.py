"""Two wordings held against each other, word by word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.tell.contrast import LONGEST, Bit, Contrast, Kept, contrast

SIGNS = {Kept.SAME: "{}", Kept.ADDED: "+{}+", Kept.DROPPED: "-{}-"}
TEXTS = st.lists(
    st.sampled_from(["the", "ferry", "sank", "The", "12", "12.5", "it’s", "it's", "no"]), max_size=12
).flatmap(lambda words: st.sampled_from([" ", ", ", "  “"]).map(lambda gap: gap.join(words)))


def told(found: Contrast) -> str:
    return "".join(SIGNS[bit.kept].format(bit.text) for bit in found.bits)


@pytest.mark.parametrize(
    ("wording", "against", "marked"),
    [
        ("the ferry sank", "the ferry sank", "the ferry sank"),
        ("the old ferry sank", "the ferry sank", "the +old+ ferry sank"),
        ("the ferry sank", "the old ferry sank", "the -old-ferry sank"),
        ("up to 40 were aboard", "40 were aboard", "+up to+ 40 were aboard"),
        ("the ferry sank", "the ferry sank at noon", "the ferry sank-at noon-"),
        ("at least 12.5 tonnes leaked", "about 12 tonnes leaked", "-about 12-+at least 12.5+ tonnes leaked"),
    ],
)
def test_words_that_one_has_and_the_other_lacks_are_marked(wording: str, against: str, marked: str):
    assert told(contrast(wording, against)) == marked


def test_a_small_word_between_two_changes_is_no_common_ground():
    found = contrast(
        "he was aware of what they did with campaign funds", "he knew of those many debts of campaign funds"
    )
    assert [bit.text for bit in found.bits if bit.kept is Kept.ADDED] == ["was aware of what they did with"]


def test_capitals_apostrophes_and_stops_make_no_difference():
    assert contrast("“It’s sunk”, he said.", "it's sunk he said").is_same


def test_a_changed_digit_is_a_changed_word():
    assert Bit(Kept.ADDED, "20,000") in contrast("some 20,000 men came back", "some 2,000 men came back").bits


def test_a_paraphrase_is_not_covered_with_marks():
    found = contrast("arson destroyed the vessel", "somebody set fire to a ship")
    assert found.is_apart
    assert told(found) == "arson destroyed the vessel"


def test_a_text_longer_than_any_statement_is_not_compared():
    assert contrast("a " * (LONGEST + 1), "a").is_apart


@given(TEXTS, TEXTS)
def test_what_is_not_dropped_is_the_wording_itself(wording: str, against: str):
    found = contrast(wording, against)
    assert "".join(bit.text for bit in found.bits if bit.kept is not Kept.DROPPED) == wording
    assert 0 <= found.likeness <= 1


@given(TEXTS, TEXTS)
def test_what_is_not_added_has_the_words_of_the_other(wording: str, against: str):
    found = contrast(wording, against)
    if not found.is_apart:
        kept = " ".join(bit.text for bit in found.bits if bit.kept is not Kept.ADDED)
        assert keys(kept) == keys(against)


def keys(text: str) -> list[str]:
    return [word.replace("’", "'").casefold() for word in re.findall(r"[\w.’']*\w", text)]
