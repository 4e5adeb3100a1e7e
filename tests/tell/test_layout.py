from hypothesis import given
from hypothesis import strategies as st

from stemma.tell.layout import Ink, Run, cells, clean, paint, paragraph, shorten


def lines(*runs: Run, width: int = 20, first: str = "", rest: str = "") -> list[str]:
    return [paint(line, color=False) for line in paragraph(runs, width, Run(first), rest)]


def test_words_wrap_at_the_width():
    assert lines(Run("one two three four five")) == ["one two three four", "five"]


def test_later_lines_hang():
    assert lines(Run("one two three four five"), first="- ", rest="  ") == ["- one two three four", "  five"]


def test_runs_that_touch_stay_together():
    assert lines(Run("seventeen letters “"), Run("no"), Run(".”")) == ["seventeen letters", "“no.”"]


def test_a_word_wider_than_the_line_is_cut():
    assert all(len(line) <= 20 for line in lines(Run("x" * 99)))


def test_wide_characters_take_two_columns():
    assert cells("日本") == 4
    assert cells("e\u0301") == 1


def test_characters_that_steer_a_terminal_are_dropped():
    assert clean("red \x1b[31mtext\u202e\n here") == "red [31mtext here"


def test_ink_is_shown_only_where_wanted():
    line = [Run("a", Ink.STRONG), Run("b")]
    assert paint(line, color=True) == "\x1b[1ma\x1b[0mb"
    assert paint(line, color=False) == "ab"


def test_a_long_text_is_cut_at_a_word():
    assert shorten("one two three, four", 16) == "one two three…"
    assert shorten("short", 16) == "short"


@given(st.lists(st.text(), max_size=8), st.integers(12, 90))
def test_no_line_is_wider_than_the_width(texts: list[str], width: int):
    for line in paragraph([Run(text) for text in texts], width, Run("  "), "    "):
        assert cells(paint(line, color=False)) <= width


@given(st.lists(st.text(), max_size=8))
def test_no_character_is_lost_in_wrapping(texts: list[str]):
    wrapped = " ".join(paint(line, color=False) for line in paragraph([Run(t) for t in texts], 40, Run(""), ""))
    assert "".join(wrapped.split()) == "".join("".join(map(clean, texts)).split())


def test_what_leads_a_paragraph_may_be_wider_than_the_line():
    lines = list(paragraph([Run("some words")], 20, Run("x" * 30), " " * 30))
    assert ["".join(run.text for run in line).strip() for line in lines] == ["x" * 30 + "some", "words"]
