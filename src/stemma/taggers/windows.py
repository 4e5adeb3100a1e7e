"""Windows that the model reads, and how their answers become one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.taggers.pieces import Pieces

__all__ = ["CLS", "SEP", "Frame", "Window", "cut_windows", "find_owners", "find_rests", "frame"]

LIMIT = 220
"""Word pieces in a window at most; with a separator after each paragraph it stays far under the encoder's 512."""
OVERLAP = 60
"""Word pieces that two windows share at most: about two sentences, so that a quote keeps its speaker."""
CLS, SEP = 101, 102
STOPS = frozenset((1012, 999, 1029))
""". ! ?"""
CLOSERS = frozenset((1000, 1005, 1007, 1524, 1521))
"""Quotation marks and brackets that may follow a stop: " ' ) ” ’"""


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """Pieces [start, end) that the model reads at once."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Frame:
    """A window as the model reads it: a leading [CLS], and a [SEP] after each paragraph."""

    ids: NDArray[np.int64]
    types: NDArray[np.int64]
    places: NDArray[np.int64]
    """Row of each piece of the window."""


def cut_windows(pieces: Pieces, *, first: int = LIMIT) -> tuple[Window, ...]:
    """
    Cut between paragraphs where that wastes less than half a window, else between sentences.

    Args:
        pieces: The pieces of one document.
        first: Length of the first window; training varies it so that no two epochs cut alike.
    """
    rests = find_rests(pieces)
    windows: list[Window] = []
    start, limit, length = 0, first, len(pieces)
    while start < length:
        end = length if length - start <= limit else _cut(rests, start + limit // 2, start + limit)
        windows.append(Window(start, end))
        if end == length:
            break
        start, limit = _cut(rests, max(start + 1, end - OVERLAP), end, earliest=True), LIMIT
    return tuple(windows)


def frame(pieces: Pieces, window: Window) -> Frame:
    """Lay the pieces of *window* out as the model reads them."""
    part = slice(window.start, window.end)
    blocks = pieces.blocks[part]
    breaks = np.flatnonzero(np.diff(blocks)) + 1
    places = 1 + np.arange(len(blocks)) + np.searchsorted(breaks, np.arange(len(blocks)), side="right")
    ids = np.full(len(blocks) + len(breaks) + 2, SEP, dtype=np.int64)
    types = np.zeros_like(ids)
    ids[0], ids[places], types[places] = CLS, pieces.ids[part], pieces.capitals[part]
    return Frame(ids, types, places)


def find_rests(pieces: Pieces) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return where paragraphs begin and where sentences begin."""
    paragraphs = np.flatnonzero(np.diff(pieces.blocks)) + 1
    stops = np.isin(pieces.ids, list(STOPS))
    closers = np.isin(pieces.ids, list(CLOSERS))
    ends = stops.copy()
    ends[1:] |= closers[1:] & stops[:-1]
    sentences = np.flatnonzero(ends[:-1] & ~ends[1:] & ~closers[1:]) + 1
    return paragraphs, sentences


def find_owners(windows: Sequence[Window], length: int) -> NDArray[np.int64]:
    """Return for each piece the window in which it stands furthest from a cut."""
    best = np.full(length, -1, dtype=np.int64)
    owners = np.zeros(length, dtype=np.int64)
    for number, window in enumerate(windows):
        here = np.arange(window.start, window.end)
        left = here - window.start if window.start else np.full_like(here, length)
        right = window.end - 1 - here if window.end < length else np.full_like(here, length)
        margin = np.minimum(left, right)
        better = margin > best[here]
        owners[here[better]], best[here[better]] = number, margin[better]
    return owners


def _cut(rests: Iterable[NDArray[np.int64]], low: int, high: int, *, earliest: bool = False) -> int:
    """Return a rest in [low, high], of the first kind that has one; without any, *high*, or *low* for the earliest."""
    for places in rests:
        inside = places[(places >= low) & (places <= high)]
        if earliest:
            inside = inside[inside < high]
        if len(inside):
            return int(inside[0] if earliest else inside[-1])
    return low if earliest else high
