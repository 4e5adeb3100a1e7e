"""Every pair worth a look, judged."""

from collections.abc import Sequence

from stemma.align.judging import judge, likeness_of
from stemma.align.likeness import Likeness
from stemma.align.pairing import candidates
from stemma.align.traits import Traits, is_told

__all__ = ["score_pairs"]

HOPELESS = -1.8
"""Pairs whose meaning and words alone stand below this are left unjudged: no other sign lifts them."""


def score_pairs(traits: Sequence[Traits], likeness: Likeness) -> dict[tuple[int, int], float]:
    """Return the scores of the pairs of which at least one was said by somebody."""
    told = [is_told(one.attribution) for one in traits]
    pairs = [(a, b) for a, b in candidates(traits, likeness.vectors) if told[a] or told[b]]
    scores: dict[tuple[int, int], float] = {}
    for (a, b), meaning in zip(pairs, likeness.meaning(pairs), strict=True):
        words = likeness.words(a, b)
        if likeness_of(meaning, words) > HOPELESS or (traits[a].against and traits[b].against):
            scores[a, b] = judge(traits[a], traits[b], meaning, words)
    return scores
