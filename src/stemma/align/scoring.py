"""Every pair worth a look, judged."""

from collections.abc import Mapping, Sequence

from stemma.align.judging import judge, likeness_of
from stemma.align.likeness import Likeness
from stemma.align.pairing import candidates
from stemma.align.traits import Traits, is_told

__all__ = ["Alike", "find_alike", "score_pairs"]

Alike = Mapping[tuple[int, int], float]
"""How alike the two statements of a pair are in meaning and words; the lower index first."""
HOPELESS = -1.8
"""Pairs whose meaning and words alone stand below this are left unjudged: no other sign lifts them."""


def find_alike(traits: Sequence[Traits], likeness: Likeness) -> Alike:
    """Return the pairs that may say the same, of which at least one was said by somebody."""
    told = [is_told(one.attribution) for one in traits]
    pairs = [(a, b) for a, b in candidates(traits, likeness.vectors) if told[a] or told[b]]
    found: dict[tuple[int, int], float] = {}
    for (a, b), meaning in zip(pairs, likeness.meaning(pairs), strict=True):
        alike = likeness_of(meaning, likeness.words(a, b))
        if alike > HOPELESS or (traits[a].against and traits[b].against):
            found[a, b] = alike
    return found


def score_pairs(traits: Sequence[Traits], pairs: Alike) -> dict[tuple[int, int], float]:
    """Return how much speaks for the same claim, for each of *pairs*."""
    return {(a, b): judge(traits[a], traits[b], alike) for (a, b), alike in pairs.items()}
