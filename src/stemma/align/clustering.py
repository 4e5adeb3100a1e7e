"""From judged pairs to clusters."""

import heapq
from collections.abc import Mapping, Sequence

__all__ = ["cluster"]

UNJUDGED = -1.0
"""
The score of two statements that were never held against each other: nothing drew them together, and nothing but that
speaks against them. At -2 a claim told in three ways fell apart where two of these share no word.
"""
BESIDE = 0.7
"""Off for each document but the first in which both stand: who retells a report and keeps two statements apart in it
says that they are two. From .5 to 1.0 the gold cases do not tell the difference."""


def cluster(
    count: int, scores: Mapping[tuple[int, int], float], documents: Sequence[str | None] = ()
) -> list[list[int]]:
    """
    Return the clusters of ``range(count)`` by average link over *scores* (lower index first).

    The two clusters whose members agree best on average are joined until no average is above 0:
    one bridge cannot hold two claims together.

    Args:
        count: How many statements there are.
        scores: How much speaks for the same claim, for pairs; those left out count as unlike.
        documents: Where each stands; None for one that may well say what stands beside it.
    """
    homes = {i: frozenset(filter(None, documents[i : i + 1])) for i in range(count)}
    members: dict[int, list[int]] = {index: [index] for index in range(count)}
    totals: dict[int, dict[int, tuple[float, int]]] = {index: {} for index in range(count)}
    heap: list[tuple[float, int, int]] = []
    for (left, right), score in scores.items():
        totals[left][right] = totals[right][left] = (score, 1)
        if score > 0:
            heap.append((-score, left, right))
    heapq.heapify(heap)
    while heap:
        negative, left, right = heapq.heappop(heap)
        if left not in members or right not in members or -negative != _average(left, right, members, totals, homes):
            continue
        _join(left, right, members, totals)
        homes[left] |= homes.pop(right)
        for other in totals[left]:
            average = _average(left, other, members, totals, homes)
            if average > 0:
                heapq.heappush(heap, (-average, min(left, other), max(left, other)))
    return [sorted(indices) for _, indices in sorted(members.items())]


_Members = dict[int, list[int]]
_Totals = dict[int, dict[int, tuple[float, int]]]


def _average(left: int, right: int, members: _Members, totals: _Totals, homes: Mapping[int, frozenset[str]]) -> float:
    total, judged = totals[left].get(right, (0.0, 0))
    pairs = len(members[left]) * len(members[right])
    beside = max(0, len(homes[left] & homes[right]) - 1)
    return (total + UNJUDGED * (pairs - judged)) / pairs - BESIDE * beside


def _join(left: int, right: int, members: _Members, totals: _Totals) -> None:
    """Merge cluster *right* into *left*, the lower index."""
    members[left] += members.pop(right)
    gone = totals.pop(right)
    gone.pop(left, None)
    totals[left].pop(right, None)
    for other, (total, judged) in gone.items():
        before = totals[left].get(other, (0.0, 0))
        totals[left][other] = totals[other][left] = (before[0] + total, before[1] + judged)
        totals[other].pop(right, None)
