"""Which pairs are worth a look: near-linear in the number of statements."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.align.likeness import Floats
from stemma.align.nearest import nearest
from stemma.align.traits import Traits
from stemma.model import Stance

__all__ = ["candidates"]

COMMON = 60
"""A word in more statements than this brings none of them together: the case is about it."""

Numbers = NDArray[np.int64]


def candidates(traits: Sequence[Traits], vectors: Floats) -> Numbers:
    """Return the pairs that share a word few have, are near in meaning, or are denials of one party, row by row."""
    count = len(traits)
    words: dict[str, list[int]] = {}
    denials: dict[str, list[int]] = {}
    for index, one in enumerate(traits):
        for key in one.matter:
            words.setdefault(key, []).append(index)
        if one.party and one.attribution.stance is Stance.DENY:
            denials.setdefault(one.party, []).append(index)
    found = np.concatenate([np.zeros(0, dtype=np.int64), *_within(words, count), *_within(denials, count)])
    near = [np.minimum(rows, others) * count + np.maximum(rows, others) for rows, others in nearest(vectors)]
    keys = np.unique(np.concatenate([np.unique(found), *near]))
    return np.stack([keys // max(1, count), keys % max(1, count)], axis=1)


def _within(blocks: dict[str, list[int]], count: int) -> Iterator[Numbers]:
    """Yield the pairs of each block as one number each, block by size of block."""
    by_size: dict[int, list[list[int]]] = {}
    for indices in blocks.values():
        if 1 < len(indices) <= COMMON:
            by_size.setdefault(len(indices), []).append(indices)
    for size, same in sorted(by_size.items()):
        rows = np.array(same, dtype=np.int64)
        left, right = np.triu_indices(size, 1)
        yield (rows[:, left] * count + rows[:, right]).ravel()
