"""What a shared text says of the documents that share it."""

from collections.abc import Iterator, Sequence

from stemma.model import Attribution, Document, Evidence, Place, Source, Span
from stemma.prose import key_of_outlet
from stemma.trace.copying import LEAST_COPIED, LEAST_SHARE, NEAR_COPY, Copy, Run, find_copies
from stemma.trace.directing import is_earlier, later_of
from stemma.trace.edge import Edge, Known, Material, by_document, places_in
from stemma.trace.losing import loser_of
from stemma.trace.outlets import is_outlet, names_of

__all__ = ["reused"]

# So many places on each side are enough to show; a near-copy has hundreds.
PLACES_SHOWN = 8
# A copy whose direction nothing tells is worth half of what it measures.
UNDIRECTED = 0.5

_PRINTS = (Evidence.REPUBLISHES, Evidence.FORWARDS)


def reused(material: Material, stated: Sequence[Edge]) -> Sequence[Edge]:
    """
    Return who copied whose text, the closest copies first.

    Where one of the two credits an agency with the text, the other has it from that agency as well: the two are
    siblings, and neither is the other's source.
    """
    wires = {edge.to.id for edge in stated if edge.evidence in _PRINTS}
    copies = sorted(find_copies(material.documents), key=lambda c: (-c.share, c.left, c.right))
    known = by_document(stated)
    found: list[Edge] = []
    before = -1
    while len(found) > before:  # a credit travels from copy to copy
        before = len(found)
        for copy in copies:
            if not _is_shared(material, copy, known):
                for edge in tuple(_siblings(material, copy, known, wires)):
                    if edge not in known.get(edge.document, ()):
                        known.setdefault(edge.document, []).append(edge)
                        found.append(edge)
    taken: list[Edge] = []
    for copy in copies:
        if not _is_shared(material, copy, known) and not any(True for _ in _siblings(material, copy, known, wires)):
            taken.append(_taken(material, copy, known))
    nearest = _nearest(taken)
    return (*found, *nearest, *(edge for one in nearest for edge in _outlets_of(material, one)))


def _nearest(taken: Sequence[Edge]) -> Sequence[Edge]:
    """Return *taken* without what came another way: who copied a copy shares its original's words as well."""
    score: dict[str, dict[str, float]] = {}
    for edge in taken:
        score.setdefault(edge.document, {})[edge.to.id] = edge.score

    def is_detour(edge: Edge) -> bool:
        between = score[edge.document].items()
        return any(nearness >= edge.score and edge.to.id in score.get(one, ()) for one, nearness in between)

    return [edge for edge in taken if not is_detour(edge)]


def _is_shared(material: Material, copy: Copy, known: Known) -> bool:
    """Tell whether both have what they share from one outlet, and not a report's worth of words besides."""
    left, right = material.document[copy.left], material.document[copy.right]
    outlets = _outlets(material, copy, left, known) & _outlets(material, copy, right, known)
    return any(_is_explained(material, copy, left, known, outlet) for outlet in outlets)


def _is_explained(material: Material, copy: Copy, document: Document, known: Known, outlet: str) -> bool:
    """Tell whether few of the shared words stand beside what *document* has from *outlet*."""
    edges = [edge for edge in known.get(document.id, ()) if edge.to.id == outlet]
    if any(edge.evidence in _PRINTS for edge in edges):
        return True
    claims = {claim for edge in edges for claim in edge.claims}
    told = [a for a in material.said_in[document.id] if a.claim in claims]
    spans = [Span(min(s.start for s in parts), max(s.end for s in parts)) for parts in map(_parts, told)]
    left = sum(run.unquoted * (1 - _covered(_side(copy, run, document), spans)) for run in copy.runs)
    return left < LEAST_COPIED


def _parts(item: Attribution) -> tuple[Span, ...]:
    """Return what *item* says, and the words for who says it."""
    return (*item.content_spans, *filter(None, (item.source_span, item.cue_span)))


def _covered(span: Span, others: Sequence[Span]) -> float:
    """Return which share of *span* lies in *others*."""
    places = set[int]().union(*(range(max(span.start, o.start), min(span.end, o.end)) for o in others))
    return len(places) / max(1, span.end - span.start)


def _side(copy: Copy, run: Run, document: Document) -> Span:
    return run.left if document.id == copy.left else run.right


def _taken(material: Material, copy: Copy, known: Known) -> Edge:
    taker, giver, sureness = _directed(material, copy, known)
    share = copy.share_of(taker.id)
    claims = () if share >= NEAR_COPY else _claims(material, copy, taker)
    return Edge(taker.id, giver, Evidence.VERBATIM, _places(copy, taker, giver), share * sureness, claims)


def _outlets_of(material: Material, edge: Edge) -> Iterator[Edge]:
    """Yield the outlet whose report *edge* shows to be printed again, with or without a word of it."""
    taker, giver = material.document[edge.document], material.document[edge.to.id]
    is_other = giver.outlet and key_of_outlet(giver.outlet) != key_of_outlet(taker.outlet or "")
    if giver.outlet and is_other and not edge.claims and edge.score >= NEAR_COPY:
        outlet = material.outlets.find(giver.outlet)
        yield Edge(taker.id, outlet, Evidence.REPUBLISHES, edge.places, edge.score)


def _siblings(material: Material, copy: Copy, known: Known, wires: set[str]) -> Iterator[Edge]:
    """Yield the agencies that one of the two documents credits, as the other's sources, unless it is the agency's."""
    left, right = material.document[copy.left], material.document[copy.right]
    for one, other in ((left, right), (right, left)):
        credits = [e.to for e in known.get(other.id, ()) if e.evidence in _PRINTS and e.to.id in wires]
        sources = [to for to in credits if isinstance(to, Source)]
        if any(_publishes(source, document) for source in sources for document in (left, right)):
            continue
        share = copy.share_of(one.id)
        if share < LEAST_SHARE:
            continue
        claims = () if share >= NEAR_COPY else _claims(material, copy, one)
        kind = Evidence.REPUBLISHES if share >= NEAR_COPY else Evidence.VERBATIM
        for wire in sorted(sources, key=lambda source: source.id):
            yield Edge(one.id, wire, kind, _places(copy, one, other), share, claims)


def _publishes(source: Source, document: Document) -> bool:
    return bool(document.outlet) and key_of_outlet(document.outlet or "") in {
        key_of_outlet(name) for name in names_of(source)
    }


def _spans(copy: Copy, document: Document) -> tuple[Place, ...]:
    runs = sorted(copy.runs, key=lambda run: (-run.unquoted, run.left))[:PLACES_SHOWN]
    return places_in(document.id, sorted(_side(copy, run, document) for run in runs))


def _places(copy: Copy, taker: Document, giver: Document) -> tuple[Place, ...]:
    return _spans(copy, taker) + _spans(copy, giver)


def _claims(material: Material, copy: Copy, document: Document) -> tuple[str, ...]:
    return material.claims_at(document.id, (_side(copy, run, document) for run in copy.runs))


def _outlets(material: Material, copy: Copy, document: Document, known: Known) -> set[str]:
    """Return the outlets from which *document* is already known to have what the two share."""
    shared = set(_claims(material, copy, document))
    return {
        e.to.id
        for e in known.get(document.id, ())
        if isinstance(e.to, Source) and is_outlet(e.to)
        if e.evidence in _PRINTS or 0 < len(shared) <= 2 * len(shared & set(e.claims))
    }


def _directed(material: Material, copy: Copy, known: Known) -> tuple[Document, Document, float]:
    """Return who took, who gave and how sure that is: a stated credit first, then dates, lost names, then length."""
    left, right = material.document[copy.left], material.document[copy.right]
    for taker, giver in ((left, right), (right, left)):
        outlets = [e.to for e in known.get(taker.id, ()) if isinstance(e.to, Source) and is_outlet(e.to)]
        if any(_publishes(outlet, giver) for outlet in outlets):
            return taker, giver, 1.0
    if not is_earlier(left, right) and not is_earlier(right, left) and (lost := loser_of(material, left, right)):
        return *lost, 1.0
    directed = later_of(left, right, left_words=material.size[left.id], right_words=material.size[right.id])
    if directed:
        return directed[0], directed[1], 1.0
    return right, left, UNDIRECTED
