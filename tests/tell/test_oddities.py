from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.tell.oddities import oddities_in, shown


@given(st.text())
def test_each_character_that_is_shown_stands_for_the_one_at_its_place(text: str):
    assert len(shown(text)) == len(text)
    assert len(shown(text).encode("utf-8")) > 0 or not text


@given(st.text())
def test_what_is_odd_lies_in_the_text_and_is_told_in_order(text: str):
    found = oddities_in(text)
    assert all(0 <= odd.span.start < odd.span.end <= len(text) for odd in found)
    assert [odd.span for odd in found] == sorted(odd.span for odd in found)


def test_a_turn_of_direction_is_seen_and_turns_nothing():
    text = "The file is called invoice\u202efdp.exe"
    (odd,) = oddities_in(text)
    assert odd.span == Span(26, 27)
    assert "U+202E right-to-left override" in odd.words
    assert shown(text) == "The file is called invoice▯fdp.exe"


def test_a_word_in_letters_of_two_alphabets_is_told():
    (odd,) = oddities_in("A statement by Min\u0456ster Holt.")
    assert odd.span == Span(15, 23)
    assert odd.words.endswith("Latin and Cyrillic")


def test_words_of_one_alphabet_are_not_odd():
    assert not oddities_in("Café in Łódź, сказал мэр; ο δήμαρχος είπε. Naïve “quotes” – 👩‍👩‍👧")


def test_what_hides_inside_a_word_is_told_and_between_words_is_not():
    (odd,) = oddities_in("\ufeffThe may\u200bor said \u200bso.")
    assert odd.span == Span(8, 9)


def test_ends_of_lines_stay_one_character_for_one():
    assert shown("one\r\ntwo\rthree\x00\ud800") == "one \ntwo\nthree␀\ufffd"
