"""Pairs of statements of which it was hard to tell whether they say the same."""

from collections.abc import Iterator, Mapping, Sequence

from stemma.align.judging import signs
from stemma.align.scoring import Alike
from stemma.align.traits import Traits, is_told
from stemma.model import Reason, Side, Stance
from stemma.model.question import Doubt, DoubtKind

__all__ = ["find_doubts"]

NEAR = 1.0
"""On either side of the border: less than any sign but the weakest adds or takes."""
MOST = 60
"""Doubts of a story: a week of an analyst's questions; the nearest to the border stay."""


def find_doubts(
    traits: Sequence[Traits], pairs: Alike, scores: Alike, groups: Sequence[Sequence[int]]
) -> tuple[Doubt, ...]:
    """
    Return pairs of statements in different documents that were decided against their score, or near the border.

    Of two claims, and within one claim, one pair is asked about: the one that speaks most for the other decision.
    """
    home = {member: number for number, group in enumerate(groups) for member in group}
    best: dict[tuple[int, int], tuple[float, int, int]] = {}
    for left, right in _comparable(traits, scores, home):
        one, other = home[left], home[right]
        score = scores[left, right] if one == other else -scores[left, right]  # how much speaks for what was decided
        if score < NEAR:
            place = (min(one, other), max(one, other))
            best[place] = min(best.get(place, (NEAR, 0, 0)), (score, left, right))
    chosen = sorted(best.values())[:MOST]
    found = (_doubt(traits, left, right, pairs, is_one=home[left] == home[right]) for _, left, right in chosen)
    return tuple(sorted(found, key=lambda doubt: doubt.about))


def _comparable(traits: Sequence[Traits], scores: Alike, home: Mapping[int, int]) -> Iterator[tuple[int, int]]:
    for left, right in scores:
        one, other = traits[left].attribution, traits[right].attribution
        if left not in home or right not in home or one.document == other.document:
            continue
        if is_told(one) and is_told(other) and (one.stance is Stance.DENY) == (other.stance is Stance.DENY):
            yield left, right


def _doubt(traits: Sequence[Traits], left: int, right: int, pairs: Alike, *, is_one: bool) -> Doubt:
    found = sorted(signs(traits[left], traits[right], pairs[left, right]), key=lambda sign: -abs(sign.weight))
    reasons = tuple(Reason(Side.FOR if sign.weight > 0 else Side.AGAINST, sign.reason) for sign in found)
    score = round(sum(sign.weight for sign in found), 3)
    about = (traits[left].attribution.id, traits[right].attribution.id)
    return Doubt(DoubtKind.CLAIM, about, score, reasons, is_one=is_one)
