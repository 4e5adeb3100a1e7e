"""CSV of quotes: what a program reads back is what was written, and no spreadsheet runs any of it."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from stemma.model import Quotes
from stemma.tell import quotes_as_csv
from stemma.tell.quotes.rows import COLUMNS
from stemma.tell.spreadsheet import guarded, unguarded
from tests.tell.quoting import arbitrary_quotes, quoted


def rows(quotes: Quotes) -> list[dict[str, str]]:
    sheet = io.StringIO(quotes_as_csv(quotes, has_header=True), newline="")
    return [{name: unguarded(cell) for name, cell in row.items()} for row in csv.DictReader(sheet)]


@given(arbitrary_quotes())
@settings(deadline=None)
def test_a_row_reads_back_as_what_was_written(quotes: Quotes):
    told = rows(quotes)
    assert len(told) == len(quotes.attributions)
    for row, attribution in zip(told, quotes.attributions, strict=True):
        assert tuple(row) == COLUMNS
        assert row["path"] == quotes.document.path
        assert row["content"] == attribution.content
        assert row["source"] == (quotes.sources["s1"].name if attribution.source else "")
        if attribution.cue_span:
            assert row["cue"] == quotes.document.text[int(row["cue_start"]) : int(row["cue_end"])]


@given(st.text() | st.from_regex(r"'*[=+@\t\r-].*"))
def test_the_guard_comes_off_again(cell: str):
    assert unguarded(guarded(cell)) == cell


@given(arbitrary_quotes())
@settings(deadline=None)
def test_no_cell_begins_like_a_formula(quotes: Quotes):
    for row in csv.reader(io.StringIO(quotes_as_csv(quotes, has_header=False), newline="")):
        assert not [cell for cell in row if cell[:1] in tuple("=+-@\t\r＝＋－＠")]


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1"])
def test_a_formula_gets_an_apostrophe(cell: str):
    assert guarded(cell) == "'" + cell


def test_words_that_are_no_formula_are_left_as_they_are():
    assert guarded("'tis 1 + 1 = 2") == "'tis 1 + 1 = 2"


def test_a_content_in_two_pieces_is_one_cell_with_both_places():
    (row,) = rows(quoted("“<t We saw it>,” <c said> <s Ines Volk>, “<t and we closed it>.”"))
    assert row["content"] == "We saw it and we closed it"
    assert row["content_spans"] == "[[1, 10], [30, 46]]"
    assert (row["content_start"], row["content_end"]) == ("1", "46")


def test_lines_end_as_rfc_4180_has_it_and_the_header_comes_once():
    told = quoted("<s Ines Volk> <c said> <t the bridge is closed>.")
    assert quotes_as_csv(told, has_header=True).split("\r\n")[0] == ",".join(COLUMNS)
    assert quotes_as_csv(told, has_header=False).count("\r\n") == 1
