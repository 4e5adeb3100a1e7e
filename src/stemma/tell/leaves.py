"""A long document in leaves, each light enough for one page, which together are all of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stemma.model import Span
from stemma.tell.marked import Marked

__all__ = ["Leaf", "leaf_at", "leaves_of"]

LARGEST = 180_000
"""Bytes of a leaf, about: with the frame around it a page stays under 300 KB."""
LEAST = 0.5
"""Of that, from which on a leaf ends where a paragraph does."""
PIECE, MARK = 40, 190
"""Bytes of the tags around a piece, bare or leading to what was made of it."""
NOTE = 1600
"""Bytes of a note that stands beside the words: who says it, its claim and its roots."""
LONGEST = 20_000
"""Characters of a paragraph from which on it may be cut."""
_STRETCH = re.compile(rf"[^\n]{{1,{LONGEST}}}\n*|\n+")
_PLACE = re.compile(r"s(\d{1,9})")


@dataclass(frozen=True, slots=True)
class Leaf:
    """A part of a document."""

    number: int
    """From 1."""
    of: int
    """How many there are."""
    span: Span
    pieces: tuple[Marked, ...]
    """Of it alone."""


@dataclass(frozen=True, slots=True)
class _Bit:
    start: int
    weight: int
    is_break: bool
    """A paragraph begins here, and nothing that was said goes on."""


def leaves_of(pieces: Sequence[Marked], *, has_notes: bool) -> tuple[Span, ...]:
    """
    Return where the leaves of a document lie, in order; the same *pieces* always make the same.

    Args:
        pieces: Of all of its text.
        has_notes: What was made of the words stands beside them.
    """
    end = pieces[-1].start + len(pieces[-1].text) if pieces else 0
    starts = [0, *_cuts([*_bits(pieces, NOTE if has_notes else PIECE)]), end]
    return tuple(Span(start, end) for start, end in pairwise(starts))


def leaf_at(pieces: Sequence[Marked], spans: Sequence[Span], at: int = 0, of: str = "") -> Leaf:
    """
    Return a leaf of a document.

    Args:
        pieces: Of all of its text.
        spans: Where its leaves lie.
        at: A character that it holds.
        of: Anchor of what begins in it, which goes before *at* where there is such a thing.
    """
    place = _PLACE.fullmatch(of)
    at = int(place[1]) if place else next((piece.start for piece in pieces if of and of in piece.begins), at)
    number = next((n for n, span in enumerate(spans, 1) if at < span.end), len(spans))
    span = spans[number - 1]
    return Leaf(number, len(spans), span, tuple(_inside(pieces, span)))


def _bits(pieces: Sequence[Marked], note: int) -> Iterator[_Bit]:
    after_line = True
    for piece in pieces:
        weight = (MARK if piece.marks or piece.to else PIECE) + note * len(piece.begins)
        for found in _STRETCH.finditer(piece.text):
            size = len(found[0].encode("utf-8", "replace"))
            yield _Bit(piece.start + found.start(), size + weight, after_line and not piece.to)
            weight, after_line = 0, found[0].endswith("\n")


def _cuts(bits: Sequence[_Bit]) -> Iterator[int]:
    """Yield where leaves begin, but for the first."""
    first, weight, best = 0, 0, 0
    for at, bit in enumerate(bits):
        if weight + bit.weight > LARGEST and at > first:
            first = best if best > first else at
            weight = sum(one.weight for one in bits[first:at])
            yield bits[first].start
        if bit.is_break and weight > LARGEST * LEAST:
            best = at
        weight += bit.weight


def _inside(pieces: Sequence[Marked], span: Span) -> Iterator[Marked]:
    """Yield the pieces in *span*, cut at its ends; of what goes on from before it the first piece here leads there."""
    led: set[str] = set()
    for piece in pieces:
        start, end = max(piece.start, span.start), min(piece.start + len(piece.text), span.end)
        if start >= end:
            continue
        is_whole = start == piece.start
        yield replace(
            piece,
            start=start,
            text=piece.text[start - piece.start : end - piece.start],
            is_first=bool(piece.to) and piece.to not in led,
            begins=piece.begins if is_whole else (),
            anchor=piece.anchor if is_whole else "",
        )
        led.add(piece.to)
