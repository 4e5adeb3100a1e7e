"""The statements nearest in meaning to each: exact in a case of one event, by cells where there are thousands."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from stemma.align.likeness import Floats

__all__ = ["nearest"]

NEIGHBOURS = 24
"""Nearest statements in meaning that are looked at for each; claims rarely have more tellers."""
CHUNK = 1024
"""Rows of the similarity matrix held at a time."""
MOST_COMPARED = 8192
"""Statements up to which each is held against every other: some two hundred documents, more than tell of one event."""
CELL = 512
"""Statements in a cell, about."""
PROBED = 4
"""Cells in which the neighbours of what stands in one are sought: its own and those nearest to it."""

_Numbers = NDArray[np.int64]


def nearest(vectors: Floats) -> Iterator[tuple[_Numbers, _Numbers]]:
    """Yield statements, each with one of its nearest in meaning beside it."""
    count = len(vectors)
    if count <= MOST_COMPARED:
        everyone = np.arange(count)
        yield from _among(vectors, everyone, everyone)
        return
    centres = vectors[:: count // (count // CELL)]
    home = np.concatenate([_argmax(vectors[at : at + CHUNK], centres) for at in range(0, count, CHUNK)])
    order = np.argsort(home, kind="stable")
    cells = np.split(order, np.cumsum(np.bincount(home, minlength=len(centres)))[:-1])
    for cell, members in enumerate(cells):
        near = np.argsort(-(centres @ centres[cell]), kind="stable")[:PROBED]
        yield from _among(vectors, members, np.concatenate([cells[other] for other in near]))


def _among(vectors: Floats, members: _Numbers, others: _Numbers) -> Iterator[tuple[_Numbers, _Numbers]]:
    """Yield each of *members* with its nearest among *others*, of which it is one."""
    size = min(NEIGHBOURS, len(others) - 1)
    place = np.full(len(vectors), -1)
    place[others] = np.arange(len(others))
    for start in range(0, len(members) if size > 0 else 0, CHUNK):
        rows = members[start : start + CHUNK]
        likeness = vectors[rows] @ vectors[others].T
        own = place[rows]
        likeness[np.flatnonzero(own >= 0), own[own >= 0]] = -np.inf
        found = np.argpartition(-likeness, size - 1, axis=1)[:, :size]
        yield np.repeat(rows, size), others[found].ravel()


def _argmax(rows: Floats, centres: Floats) -> _Numbers:
    return np.asarray(np.argmax(rows @ centres.T, axis=1), dtype=np.int64)
