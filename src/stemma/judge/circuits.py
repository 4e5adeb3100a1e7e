"""Pairs that cannot all hold: A is B, B is C, and A is not C."""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from stemma.model.judgement import Verb
from stemma.model.ruling import Ruling

__all__ = ["contradictions"]

_Edges = Mapping[str, Sequence[tuple[str, str]]]
"""The neighbours of each thing, with the id of the judgement that says they are the same."""


def contradictions(rulings: Sequence[Ruling]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """
    Yield the id of each "different" whose two things others make the same, with the ids of these.

    They are the shortest chain; where several chains lead there, each is found in turn.
    """
    same = sorted(_ends(r) for r in rulings if r.judgement.verb is Verb.SAME)
    for id, left, right in sorted(_ends(r) for r in rulings if r.judgement.verb is Verb.DIFFERENT):
        broken: set[str] = set()
        while chain := _chain(left, right, _edges(same, broken)):
            broken.update(chain)
        if broken:
            yield id, tuple(sorted(broken))


def _ends(ruling: Ruling) -> tuple[str, str, str]:
    left, right = sorted(id or "" for id in ruling.found)
    return ruling.judgement.id, left, right


def _edges(same: Sequence[tuple[str, str, str]], without: set[str]) -> _Edges:
    edges: dict[str, list[tuple[str, str]]] = {}
    for id, left, right in same:
        if id not in without:
            edges.setdefault(left, []).append((right, id))
            edges.setdefault(right, []).append((left, id))
    return edges


def _chain(start: str, goal: str, edges: _Edges) -> tuple[str, ...]:
    """Return the judgements on the shortest way from *start* to *goal*; none where no way leads there."""
    if start == goal:
        return ()
    waiting: deque[tuple[str, tuple[str, ...]]] = deque([(start, ())])
    seen = {start}
    while waiting:
        here, chain = waiting.popleft()
        for there, id in sorted(edges.get(here, ())):
            if there == goal:
                return (*chain, id)
            if there not in seen:
                seen.add(there)
                waiting.append((there, (*chain, id)))
    return ()
