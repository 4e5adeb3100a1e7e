"""Paragraphs that were broken into lines of one width, as mail and wire copy are."""

import re
from collections.abc import Sequence
from itertools import pairwise

from stemma.model import Span

__all__ = ["join_wrapped"]

WIDEST = 132
"""Characters; a text with a longer line was not wrapped, or not throughout."""
NARROWEST = 40
CERTAIN = 0.5
"""Share of full lines that must run on in lower case: in running text most line ends fall inside a sentence."""
_WORD = re.compile(r"\S+")


def join_wrapped(text: str, lines: Sequence[Span]) -> tuple[Span, ...]:
    """
    Return *lines* with those of one wrapped paragraph joined to one span.

    A line was wrapped where the first word of the next would not have fitted behind it. Texts
    whose lines are paragraphs stay as they are: their longest line is longer than any wrapping.
    """
    width = max((len(line) for line in lines), default=0)
    if not NARROWEST <= width <= WIDEST:
        return tuple(lines)
    full = [(one, two) for one, two in pairwise(lines) if _is_next(text, one, two) and _is_full(text, one, two, width)]
    running = sum(text[two.start].islower() for _, two in full)
    if not full or running < CERTAIN * len(full):
        return tuple(lines)
    wrapped = {one.start for one, _ in full}
    joined: list[Span] = []
    runs_on = False
    for line in lines:
        if runs_on:
            joined[-1] = Span(joined[-1].start, line.end)
        else:
            joined.append(line)
        runs_on = line.start in wrapped
    return tuple(joined)


def _is_next(text: str, one: Span, two: Span) -> bool:
    """Tell whether no blank line lies between."""
    return text[one.end : two.start].replace("\r\n", "\n").count("\n") == 1


def _is_full(text: str, one: Span, two: Span, width: int) -> bool:
    word = _WORD.match(text, two.start, two.end)
    return word is not None and len(one) + 1 + len(word.group()) > width
