"""What documents say in their own voice and others gave a source."""

from collections.abc import Mapping, Sequence

from stemma.align.clustering import UNJUDGED
from stemma.align.numbers import disagreement
from stemma.align.traits import Traits, is_told

__all__ = ["adopt"]

SURE = 0.8
"""A narrated sentence has no speaker to bear its likeness out, so it must agree more than a saying must."""

ENOUGH_WORDS = 4
"""Words of matter; a scrap of a sentence is like too much."""


def adopt(
    groups: Sequence[Sequence[int]], traits: Sequence[Traits], scores: Mapping[tuple[int, int], float]
) -> list[list[int]]:
    """
    Return *groups*, clusters of what was told, each with the narrated statements that say the same.

    A narrated statement joins the one cluster that it agrees with best and never brings two together;
    what agrees with none is left out.
    """
    home = {index: number for number, group in enumerate(groups) for index in group}
    fit = {i for i, t in enumerate(traits) if not is_told(t.attribution) and len(t.keys) >= ENOUGH_WORDS}
    sums: dict[tuple[int, int], float] = {}
    judged: dict[tuple[int, int], int] = {}
    for (left, right), score in scores.items():
        for one, other in ((left, right), (right, left)):
            if one in fit and other in home:
                sums[one, home[other]] = sums.get((one, home[other]), 0.0) + score
                judged[one, home[other]] = judged.get((one, home[other]), 0) + 1
    fits = [
        ((total + UNJUDGED * (len(groups[number]) - judged[one, number])) / len(groups[number]), one, number)
        for (one, number), total in sums.items()
    ]
    adopted = [list(group) for group in groups]
    placed: set[int] = set()
    for average, one, number in sorted(fits, key=lambda found: (-found[0], found[1:])):
        if average > SURE and one not in placed and not _disputes(one, adopted[number], traits):
            adopted[number].append(one)
            placed.add(one)
    return adopted


def _disputes(one: int, group: Sequence[int], traits: Sequence[Traits]) -> bool:
    """Tell whether another narrated statement of *group* has another number: they were never judged in pairs."""
    return any(disagreement(traits[one].figures, traits[other].figures) for other in group)
