"""Every pair worth a look, judged."""

from collections.abc import Mapping, Sequence

import numpy as np

from stemma.align.judging import BORDER, MEANING, POINTS_AT, WORDS, judge
from stemma.align.pairing import Floats, candidates, shared_words
from stemma.align.pointing import point
from stemma.align.traits import Traits, is_told, rarity
from stemma.model import Source

__all__ = ["score_pairs"]

HOPELESS = -1.8
"""Pairs whose meaning and words alone stand below this are left unjudged: no other sign lifts them."""


def score_pairs(
    traits: Sequence[Traits], vectors: Floats, sources: Mapping[str, Source]
) -> dict[tuple[int, int], float]:
    """Return the scores of the pairs of which at least one was said by somebody."""
    told = [is_told(one.attribution) for one in traits]
    pairs = [(a, b) for a, b in candidates(traits, vectors) if told[a] or told[b]]
    rare = rarity([one.keys for one in traits])
    norms = [sum(rare[key] for key in sorted(one.keys)) or 1.0 for one in traits]
    likeness = _likeness(vectors, pairs)
    scores: dict[tuple[int, int], float] = {}
    for (a, b), meaning in zip(pairs, likeness, strict=True):
        words = shared_words(traits[a], traits[b], rare, (norms[a], norms[b]))
        if MEANING * meaning + WORDS * words + BORDER > HOPELESS:
            scores[a, b] = judge(traits[a], traits[b], meaning, words)
    for pair in point(traits, sources):
        scores[pair] = POINTS_AT
    return scores


def _likeness(vectors: Floats, pairs: Sequence[tuple[int, int]]) -> list[float]:
    if not pairs:
        return []
    left, right = np.array(pairs).T
    chunks = range(0, len(pairs), 65536)
    found = [np.einsum("ij,ij->i", vectors[left[c : c + 65536]], vectors[right[c : c + 65536]]) for c in chunks]
    return [float(value) for value in np.concatenate(found)]
