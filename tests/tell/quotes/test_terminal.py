"""Quotes in a terminal: the sentences as they stand, marked, and below them who that is."""

import re

from hypothesis import given, settings

from stemma.model import Quotes
from stemma.tell import quotes_as_terminal
from stemma.tell.layout import cells
from stemma.tell.quotes.passages import passages_of
from tests.tell.quoting import arbitrary_quotes, quoted

ANSI = re.compile(r"\x1b\[[\d;]*m")


def told(marked: str, **fields: object) -> str:
    """Return what follows the document's head."""
    return quotes_as_terminal(quoted(marked, **fields), is_first=False).split("\n\n", 1)[1]


def test_source_cue_and_content_stand_in_brackets_where_there_are_no_colours():
    assert told("Rain fell. <s Ines Volk>, the mayor of Lund Bay, <c said> <t the bridge was closed>. Rain fell.") == (
        "[Ines Volk], the mayor of Lund Bay, <said> {¹the bridge was closed}.\n  ¹ Ines Volk, mayor of Lund Bay :50\n"
    )


def test_the_pieces_of_one_content_have_one_number():
    assert "“{¹We saw it},” <said> [Ines Volk], “{¹and we closed it}.”" in told(
        "“<t We saw it>,” <c said> <s Ines Volk>, “<t and we closed it>.”"
    )


def test_two_statements_of_one_speaker_are_told_of_once():
    text = told("“<t We closed it.>\n“<t And it stays closed>,” <c said> <s Ines Volk>.")
    assert text.endswith("\n¹ ² Ines Volk :1 :16\n")


def test_a_pronoun_has_its_name_below():
    text = told("<s Ines Volk>, the mayor, <c said> <t it was closed>. <s2 She> <c2 denied> <t2 anybody was hurt>.")
    assert "[She] <denied> {²anybody was hurt}.\n  ² Ines Volk, mayor · denies" in text


def test_a_source_that_is_not_clear_is_said_to_be_so():
    assert "“He” (not resolved)" in told("<s He> <c said> <t nobody was hurt>.")


def test_colours_take_the_place_of_brackets():
    quotes = quoted("<s Ines Volk> <c said> <t the bridge was closed>.")
    colored = quotes_as_terminal(quotes, color=True)
    assert "\x1b[1;36mInes" in colored
    assert "Ines Volk said ¹the bridge was closed." in ANSI.sub("", colored)


def test_the_first_document_of_an_output_explains_the_marks():
    quotes = quoted("<s Ines Volk> <c said> <t the bridge was closed>.")
    assert quotes_as_terminal(quotes).startswith("[source] <cue> {content} ¹ told below")
    assert "[source]" not in quotes_as_terminal(quotes, is_first=False)


def test_a_document_that_quotes_nobody_takes_no_line():
    assert quotes_as_terminal(quoted("Rain fell.")) == ""


def test_a_text_cannot_steer_the_terminal():
    text = quotes_as_terminal(
        quoted("<s Ines \x1b[31mVolk> <c said> <t the \u202ebridge was\x07 closed>.", path="\x1b]0;x.txt")
    )
    assert not set("\x1b\x07\u202e") & set(text)


def test_a_quotation_over_two_paragraphs_keeps_them_apart():
    text = told("“<t We closed it.>\n“<t And it stays closed>,” <c said> <s Ines Volk>.")
    assert text.startswith("“{¹We closed it}.\n“{²And it stays closed},” <said> [Ines Volk].\n")


@given(arbitrary_quotes())
@settings(deadline=None)
def test_no_line_is_wider_than_a_terminal(quotes: Quotes):
    assert all(cells(line) <= 80 for line in quotes_as_terminal(quotes).splitlines())


@given(arbitrary_quotes())
@settings(deadline=None)
def test_each_attribution_is_in_one_passage_whose_sentences_hold_it(quotes: Quotes):
    passages = passages_of(quotes)
    assert sorted(a.id for p in passages for a in p.attributions) == sorted(a.id for a in quotes.attributions)
    blocks = quotes.document.body
    for passage in passages:
        assert all(any(block.holds(stretch) for block in blocks) for stretch in passage.stretches)
