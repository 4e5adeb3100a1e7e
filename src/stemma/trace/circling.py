"""
Circular reporting: outlets that have a claim from each other.

A paper cites a second one that cites an earlier story of the first: each looks like a confirmation of the other,
and neither is. It is sought between outlets, since documents that are dated never cite each other in a circle.
"""

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from stemma.model import Attribution, Circle, Derivation, Evidence, Source
from stemma.trace.edge import Material
from stemma.trace.outlets import is_outlet, key_of, names_of

__all__ = ["find_circles"]

# A link or an order of facts does not say that the claim itself came that way.
_TOLD_OR_COPIED = frozenset({Evidence.REPUBLISHES, Evidence.FORWARDS, Evidence.CITES, Evidence.VERBATIM})

_Graph = Mapping[str, Mapping[str, Derivation]]
"""For each outlet those it has the claim from, each with the derivation that shows it best."""


def find_circles(material: Material, derivations: Sequence[Derivation]) -> tuple[Circle, ...]:
    """Return the circles of each claim: for each step of one the shortest way back to where it started."""
    keys = {d.id: key_of(d.outlet) if d.outlet else d.id for d in material.documents}
    published = frozenset(keys.values())
    ends = {**keys, **{s.id: _end(s, published) for s in material.sources}}
    leading: dict[str, list[Derivation]] = {}
    for derivation in derivations:
        to = ends.get(derivation.to, derivation.to)
        if derivation.evidence in _TOLD_OR_COPIED and to in published and to != keys[derivation.document]:
            leading.setdefault(derivation.document, []).append(derivation)
    found = set[Circle]()
    for claim, documents in _carriers(material.attributions).items():
        graph: dict[str, dict[str, Derivation]] = {}
        steps = [d for id in documents for d in leading.get(id, ()) if not d.claims or claim in d.claims]
        for step in sorted(steps, key=lambda d: (d.to not in keys, d.id)):  # to the text itself, where it is at hand
            graph.setdefault(keys[step.document], {}).setdefault(ends[step.to], step)
        found |= {Circle(claim, ids) for ids in _circles(graph)}
    return tuple(sorted(found, key=lambda circle: (circle.claim, circle.derivations)))


def _end(source: Source, published: frozenset[str]) -> str:
    """Return the outlet of the case that *source* is; itself where it is none."""
    if not is_outlet(source):
        return source.id
    return next((key for name in names_of(source) if (key := key_of(name)) in published), source.id)


def _carriers(attributions: Sequence[Attribution]) -> dict[str, list[str]]:
    """Return the documents that tell each claim, in order."""
    found: dict[str, dict[str, None]] = {}
    for item in attributions:
        if item.claim:
            found.setdefault(item.claim, {})[item.document] = None
    return {claim: list(documents) for claim, documents in found.items() if len(documents) > 1}


def _circles(graph: _Graph) -> Iterator[tuple[str, ...]]:
    for start, steps in graph.items():
        for to, derivation in steps.items():
            back = _way(graph, to, start)
            if back is not None:
                circle = (derivation.id, *back)
                first = circle.index(min(circle))
                yield circle[first:] + circle[:first]


def _way(graph: _Graph, start: str, goal: str) -> tuple[str, ...] | None:
    """Return the derivations of the shortest way from *start* to *goal*."""
    waiting, seen = deque[tuple[str, tuple[str, ...]]]([(start, ())]), {start}
    while waiting:
        at, way = waiting.popleft()
        if at == goal:
            return way
        for to, derivation in graph.get(at, {}).items():
            if to not in seen:
                seen.add(to)
                waiting.append((to, (*way, derivation.id)))
    return None
