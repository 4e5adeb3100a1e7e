"""Every pair worth a look, judged."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from stemma.align.judging import judge, likeness_of
from stemma.align.likeness import Likeness, Numbers
from stemma.align.traits import Traits, is_told

__all__ = ["Alike", "find_alike", "score_pairs"]

Flags = NDArray[np.bool_]
Alike = Mapping[tuple[int, int], float]
"""How alike the two statements of a pair are in meaning and words; the lower index first."""
HOPELESS = -1.8
"""Pairs whose meaning and words alone stand below this are left unjudged: no other sign lifts them."""


def find_alike(pairs: Numbers, traits: Sequence[Traits], likeness: Likeness) -> Alike:
    """
    Return those of *pairs*, row by row, that may say the same and of which at least one was said by somebody.

    The hopeless are left out unless both are answers.
    """
    told = np.array([is_told(one.attribution) for one in traits], dtype=bool)
    against = np.array([one.against for one in traits], dtype=bool)
    pairs = pairs[told[pairs].any(axis=1)]
    firsts, starts = np.unique(pairs[:, 0], return_index=True)
    found: dict[tuple[int, int], float] = {}
    for one, others in zip(firsts.tolist(), np.split(pairs[:, 1], starts[1:]), strict=False):  # no pairs: an empty rest
        alike = likeness_of(likeness.meaning(one, others), likeness.words(one, others))
        kept = (alike > HOPELESS) | (against[one] & against[others])
        found.update(zip(((one, other) for other in others[kept].tolist()), alike[kept].tolist(), strict=True))
    return found


def score_pairs(traits: Sequence[Traits], pairs: Alike) -> dict[tuple[int, int], float]:
    """Return how much speaks for the same claim, for each of *pairs* of which both were said by somebody."""
    told = [is_told(one.attribution) for one in traits]
    return {(a, b): judge(traits[a], traits[b], alike) for (a, b), alike in pairs.items() if told[a] and told[b]}
