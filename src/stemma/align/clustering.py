"""From judged pairs to clusters."""

import heapq
from collections.abc import Mapping

__all__ = ["cluster"]

UNJUDGED = -2.0
"""The score of two statements that were never held against each other: nothing drew them together."""


def cluster(count: int, scores: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """
    Return the clusters of ``range(count)`` by average link over *scores* (lower index first).

    The two clusters whose members agree best on average are joined until no average is above 0:
    one bridge cannot hold two claims together.
    """
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
        if left not in members or right not in members or -negative != _average(left, right, members, totals):
            continue
        _join(left, right, members, totals)
        for other in totals[left]:
            average = _average(left, other, members, totals)
            if average > 0:
                heapq.heappush(heap, (-average, min(left, other), max(left, other)))
    return [sorted(indices) for _, indices in sorted(members.items())]


_Members = dict[int, list[int]]
_Totals = dict[int, dict[int, tuple[float, int]]]


def _average(left: int, right: int, members: _Members, totals: _Totals) -> float:
    total, judged = totals[left].get(right, (0.0, 0))
    pairs = len(members[left]) * len(members[right])
    return (total + UNJUDGED * (pairs - judged)) / pairs


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
