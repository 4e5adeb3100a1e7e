"""Paragraphs that were broken into lines of one width are read whole."""

from textwrap import fill

from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Span
from stemma.read.wrapping import join_wrapped

PARAGRAPHS = (
    "The harbour bridge of Lund Bay was closed on Tuesday after engineers found a crack in a pillar, the port said.",
    "“Nobody was in danger at any time,” said Ines Volk, a spokeswoman for the port authority, in a statement.",
    "She left.",
)


def lines(text: str) -> list[Span]:
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Span(at, at + len(line)))
        at += len(line) + 1
    return found


def joined(text: str) -> list[str]:
    return [" ".join(span.cut(text).split()) for span in join_wrapped(text, lines(text))]


@given(st.integers(45, 100), st.sampled_from(["\n\n", "\n \n"]))
def test_wrapped_paragraphs_become_whole_again(width, gap):
    assert joined(gap.join(fill(paragraph, width) for paragraph in PARAGRAPHS)) == list(PARAGRAPHS)


def test_lines_that_are_paragraphs_stay_apart():
    text = "\n".join([*PARAGRAPHS, "A line that is longer than any wrapping would leave it. " * 3])
    assert join_wrapped(text, lines(text)) == tuple(lines(text))


def test_a_list_of_headlines_stays_a_list():
    text = "Ten kitchens that you will want to cook in\nPotato prices rise for a third month in a row\nCup final moved"
    assert len(joined(text)) == 3


@given(st.text(alphabet="aB .\n"))
def test_joining_loses_no_letter(text):
    assert "".join("".join(joined(text)).split()) == "".join(text.split())
