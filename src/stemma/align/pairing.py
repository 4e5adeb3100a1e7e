"""Which pairs are worth a look: near-linear in the number of statements."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np

from stemma.align.likeness import Floats
from stemma.align.traits import Traits
from stemma.model import Stance

__all__ = ["candidates"]

COMMON = 60
"""A word in more statements than this brings none of them together: the case is about it."""
NEIGHBOURS = 24
"""Nearest statements in meaning that are looked at for each; claims rarely have more tellers."""
CHUNK = 1024
"""Rows of the similarity matrix held at a time."""


def candidates(traits: Sequence[Traits], vectors: Floats) -> list[tuple[int, int]]:
    """Return the pairs that share a word few have, are near in meaning, or are denials of one party; sorted."""
    words: dict[str, list[int]] = {}
    denials: dict[str, list[int]] = {}
    for index, one in enumerate(traits):
        for key in one.matter:
            words.setdefault(key, []).append(index)
        if one.party and one.attribution.stance is Stance.DENY:
            denials.setdefault(one.party, []).append(index)
    return sorted({*_within(words), *_within(denials), *_neighbours(vectors)})


def _within(blocks: dict[str, list[int]]) -> Iterator[tuple[int, int]]:
    for indices in blocks.values():
        if len(indices) <= COMMON:
            yield from combinations(indices, 2)


def _neighbours(vectors: Floats) -> Iterator[tuple[int, int]]:
    count = len(vectors)
    size = min(NEIGHBOURS, count - 1)
    for start in range(0, count if size > 0 else 0, CHUNK):
        likeness = vectors[start : start + CHUNK] @ vectors.T
        rows = np.arange(len(likeness))
        likeness[rows, rows + start] = -np.inf
        nearest = np.argpartition(-likeness, size - 1, axis=1)[:, :size]
        for row, others in enumerate(nearest.tolist()):
            left = row + start
            yield from ((min(left, other), max(left, other)) for other in others)
