"""
Circular reporting: outlets that have a claim from each other.

A paper cites a second one that cites an earlier story of the first: each looks like a confirmation of the other,
and neither is. It is sought between outlets, since documents that are dated never cite each other in a circle.
"""

import re
from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from stemma.model import Circle, Derivation, Evidence, Source
from stemma.prose import key_of_outlet
from stemma.trace.edge import Material
from stemma.trace.outlets import is_outlet, names_of

__all__ = ["find_circles"]

# An order of facts, a shared slip or the clock does not say from which of the two the claim came.
_DIRECTED = frozenset({*Evidence} - {Evidence.SAME_ORDER, Evidence.SHARED_ERROR, Evidence.TIME})

_Graph = Mapping[str, Mapping[str, Derivation]]
"""For each outlet those it has the claim from, each with the derivation that shows it best."""


def find_circles(material: Material, derivations: Sequence[Derivation]) -> tuple[Circle, ...]:
    """Return the circles of each claim: for each step of one the shortest way back to where it started."""
    keys = {d.id: _key(d.outlet) if d.outlet else d.id for d in material.documents}
    published = frozenset(keys.values())
    ends = {**keys, **{s.id: _end(s, published) for s in material.sources}}
    leading: dict[str, list[Derivation]] = {}
    for derivation in derivations:
        to = ends.get(derivation.to, derivation.to)
        if derivation.evidence in _DIRECTED and to in published and to != keys[derivation.document]:
            leading.setdefault(derivation.document, []).append(derivation)
    found = set[Circle]()
    for claim, documents in material.carriers.items():
        graph: dict[str, dict[str, Derivation]] = {}
        steps = [d for id in documents for d in leading.get(id, ()) if not d.claims or claim in d.claims]
        for step in sorted(steps, key=lambda d: (d.to not in keys, d.id)):  # to the text itself, where it is at hand
            graph.setdefault(keys[step.document], {}).setdefault(ends[step.to], step)
        found |= {Circle(claim, ids) for ids in _circles(graph)}
    return tuple(sorted(found, key=lambda circle: (circle.claim, circle.derivations)))


def _key(name: str) -> str:
    """Return what the names of an outlet and its address share: "the Kesh Post" and "keshpost.example" have one key."""
    key = key_of_outlet(name)
    if " " not in key:  # of an address the label that is a name, and neither "www" nor "org"
        key = max(key.split("."), key=len)
    return re.sub(r"\W", "", key)


def _end(source: Source, published: frozenset[str]) -> str:
    """Return the outlet of the case that *source* is; itself where it is none."""
    if not is_outlet(source):
        return source.id
    return next((key for name in names_of(source) if (key := _key(name)) in published), source.id)


def _circles(graph: _Graph) -> Iterator[tuple[str, ...]]:
    for start, steps in graph.items():
        for to, derivation in steps.items():
            back = _way(graph, to, start)
            if back is not None:
                yield from _turned((derivation, *back))


def _turned(circle: tuple[Derivation, ...]) -> Iterator[tuple[str, ...]]:
    """Yield the ids of *circle* from the first on; none where outlets only link to each other, as to related news."""
    if any(derivation.evidence is not Evidence.LINKS for derivation in circle):
        ids = tuple(derivation.id for derivation in circle)
        first = ids.index(min(ids))
        yield ids[first:] + ids[:first]


def _way(graph: _Graph, start: str, goal: str) -> tuple[Derivation, ...] | None:
    """Return the derivations of the shortest way from *start* to *goal*."""
    waiting, seen = deque[tuple[str, tuple[Derivation, ...]]]([(start, ())]), {start}
    while waiting:
        at, way = waiting.popleft()
        if at == goal:
            return way
        for to, derivation in graph.get(at, {}).items():
            if to not in seen:
                seen.add(to)
                waiting.append((to, (*way, derivation)))
    return None
