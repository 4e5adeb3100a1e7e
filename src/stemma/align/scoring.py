"""Every pair worth a look, judged."""

from collections.abc import Mapping, Sequence

import numpy as np

from stemma.align.judging import judge, likeness_of
from stemma.align.likeness import Likeness
from stemma.align.pairing import candidates
from stemma.align.traits import Traits, is_told

__all__ = ["Alike", "find_alike", "score_pairs"]

Alike = Mapping[tuple[int, int], float]
"""How alike the two statements of a pair are in meaning and words; the lower index first."""
CHUNK = 1 << 16
"""Pairs looked at in one go: all of a large case are too many to hold."""
HOPELESS = -1.8
"""Pairs whose meaning and words alone stand below this are left unjudged: no other sign lifts them."""


def find_alike(traits: Sequence[Traits], likeness: Likeness) -> Alike:
    """Return the pairs that may say the same, of which at least one was said by somebody."""
    told = np.array([is_told(one.attribution) for one in traits], dtype=bool)
    pairs = candidates(traits, likeness.vectors)
    pairs = pairs[told[pairs].any(axis=1)]
    found: dict[tuple[int, int], float] = {}
    for start in range(0, len(pairs), CHUNK):
        part: list[tuple[int, int]] = list(map(tuple, pairs[start : start + CHUNK].tolist()))
        for (a, b), meaning in zip(part, likeness.meaning(part), strict=True):
            alike = likeness_of(meaning, likeness.words(a, b))
            if alike > HOPELESS or (traits[a].against and traits[b].against):
                found[a, b] = alike
    return found


def score_pairs(traits: Sequence[Traits], pairs: Alike) -> dict[tuple[int, int], float]:
    """Return how much speaks for the same claim, for each of *pairs*."""
    return {(a, b): judge(traits[a], traits[b], alike) for (a, b), alike in pairs.items()}
