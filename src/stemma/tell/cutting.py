"""A text cut at the ends of all marks that lie over it, so that marks may nest and overlap."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from stemma.model import Span

__all__ = ["Cut", "Mark", "cut_text"]


@dataclass(frozen=True, slots=True)
class Mark:
    """What a stretch of text is."""

    span: Span
    name: str
    """CSS class."""
    of: str = ""
    """Anchor of the attribution or figure that it is a part of."""


@dataclass(frozen=True, slots=True)
class Cut:
    """Characters that share their marks."""

    span: Span
    marks: tuple[Mark, ...]
    """Those over it, in the order in which they begin; of those that begin together, the longest first."""

    @property
    def inner(self) -> Mark | None:
        """The shortest mark of an attribution or a figure; of two the one that begins later."""
        return min(reversed([mark for mark in self.marks if mark.of]), key=lambda mark: len(mark.span), default=None)


def cut_text(length: int, marks: Iterable[Mark], pins: Iterable[int] = ()) -> Iterator[Cut]:
    """
    Yield the cuts of a text of *length* characters, in order; together they are the whole text.

    Args:
        length: Of the text.
        marks: What lies over it; what is empty or ends behind the text is left out.
        pins: Further places where a cut begins.
    """
    laid = sorted((m for m in marks if len(m.span) and m.span.end <= length), key=lambda m: (m.span.start, -m.span.end))
    edges = {edge for mark in laid for edge in (mark.span.start, mark.span.end)}
    edges |= {0, length, *(pin for pin in pins if pin < length)}
    active: list[Mark] = []
    at = 0
    for start, end in pairwise(sorted(edges)):
        active = [mark for mark in active if mark.span.end > start]
        while at < len(laid) and laid[at].span.start == start:
            active.append(laid[at])
            at += 1
        yield Cut(Span(start, end), tuple(active))
