"""Which pairs are worth a look: near-linear in the number of statements."""

import math
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from stemma.align.traits import Traits

__all__ = ["Floats", "candidates", "centred", "shared_words"]

Floats = NDArray[np.float32]
COMMON = 60
"""A word in more statements than this brings none of them together: the case is about it."""
NEIGHBOURS = 24
"""Nearest statements in meaning that are looked at for each; claims rarely have more tellers."""
CHUNK = 1024
"""Rows of the similarity matrix held at a time."""


def centred(vectors: Floats, spoken: NDArray[np.bool_]) -> Floats:
    """
    Return *vectors* less the mean of the *spoken* ones, of length 1.

    What all statements of a case share, its subject, says nothing of which of them say the same.
    """
    if not spoken.any():
        return vectors
    rest = vectors - vectors[spoken].mean(axis=0, keepdims=True)
    if spoken.sum() < FEW:
        rest = vectors
    lengths = np.linalg.norm(rest, axis=1, keepdims=True)
    unit: Floats = np.asarray(rest / np.maximum(lengths, 1e-6), dtype=np.float32)
    return unit


FEW = 12
"""Below a dozen statements their mean is more each one's own than the case's."""


def candidates(traits: Sequence[Traits], vectors: Floats) -> list[tuple[int, int]]:
    """Return the pairs that share a word few have, or are near in meaning; sorted, lower index first."""
    return sorted({*_by_words(traits), *_by_meaning(vectors)})


def shared_words(left: Traits, right: Traits, rare: Mapping[str, float], norms: tuple[float, float]) -> float:
    """Return the weight of the words in common over the geometric mean of both weights."""
    common = left.keys & right.keys
    if not common:
        return 0.0
    return sum(rare[key] for key in sorted(common)) / math.sqrt(norms[0] * norms[1])


def _by_words(traits: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    holders: dict[str, list[int]] = {}
    for index, one in enumerate(traits):
        for key in one.keys:
            holders.setdefault(key, []).append(index)
    for indices in holders.values():
        if len(indices) <= COMMON:
            yield from combinations(indices, 2)


def _by_meaning(vectors: Floats) -> Iterator[tuple[int, int]]:
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
