"""All evidence of who took from whom, put together: stated beats copied beats inferred."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Derivation, Document, Evidence, Place, Source, SourceKind
from stemma.trace.citing import cited, is_institution
from stemma.trace.crediting import credited
from stemma.trace.directing import is_earlier, later_of
from stemma.trace.edge import Edge, Known, Material, by_document, places_in
from stemma.trace.interviews import unnamed_interviews
from stemma.trace.losing import loser_of
from stemma.trace.ordering import SameOrder, find_same_order
from stemma.trace.outlets import is_outlet
from stemma.trace.relaying import silently_relayed
from stemma.trace.repeating import repeated
from stemma.trace.reusing import reused
from stemma.trace.slips import find_shared_slips

__all__ = ["Derived", "derive"]

# How sure an order, and a slip, makes at most.
ORDER = 0.5
SLIP = 0.4
# A report that retells another names it, or blurs it, in its opening.
OPENING = 0.2


@dataclass(frozen=True, slots=True)
class Derived:
    """The derivations, and the outlets in them that no attribution named."""

    derivations: tuple[Derivation, ...]
    sources: tuple[Source, ...]


def derive(material: Material) -> Derived:
    """Return who took from whom, each pair once, on its strongest evidence."""
    stated = [*credited(material), *cited(material)]
    passed = [*stated, *silently_relayed(material), *unnamed_interviews(material)]
    edges = _strongest([*passed, *reused(material, passed), *repeated(material)])
    known = by_document(edges)
    for order in find_same_order(material.documents, material.attributions):
        for edge in tuple(_from_order(material, order, known)):
            known.setdefault(edge.document, []).append(edge)
            edges.append(edge)
    edges += _from_slips(material, edges)
    edges = _strongest(edges)
    made = {e.to.id: e.to for e in edges if isinstance(e.to, Source) and e.to.id not in material.source}
    derivations = sorted((edge.derivation() for edge in edges), key=lambda d: (d.document, d.to, d.id))
    return Derived(tuple(derivations), tuple(made[key] for key in sorted(made)))


def _strongest(edges: Iterable[Edge]) -> list[Edge]:
    """Return one edge for each pair; of two with one kind of evidence the surer, with the claims of both."""
    rank = {kind: at for at, kind in enumerate(Evidence)}
    best: dict[tuple[str, str], Edge] = {}
    for edge in sorted(edges, key=lambda e: (rank[e.evidence], -e.score, e.places)):
        pair = (edge.document, edge.to.id)
        first = best.setdefault(pair, edge)
        if first is not edge and first.claims:
            claims = tuple(sorted({*first.claims, *edge.claims}))
            places = first.places if edge.evidence is not first.evidence else _joined(first.places, edge.places)
            best[pair] = Edge(first.document, first.to, first.evidence, places, first.score, claims)
    return [best[pair] for pair in sorted(best)]


def _joined(left: Sequence[Place], right: Sequence[Place]) -> tuple[Place, ...]:
    return tuple(sorted({*left, *right}))


def _from_order(material: Material, order: SameOrder, known: Known) -> Iterator[Edge]:
    """
    Yield what one order of claims says of its two documents.

    Where one of them names the report that it retells and the other speaks of "analysts", the other
    retells that report too; where both name it, the report explains the order, and nothing is left to say.
    """
    left, right = material.document[order.left], material.document[order.right]
    if any(edge.to.id in (left.id, right.id) for d in (left, right) for edge in known.get(d.id, ())):
        return
    reports = {d.id: _reports(d, known) for d in (left, right)}
    if {e.to.id for e in reports[left.id]} & {e.to.id for e in reports[right.id]}:
        return
    spans = {left.id: order.left_spans, right.id: order.right_spans}
    score = ORDER * (1 - order.chance)
    for taker, giver in ((left, right), (right, left)):
        names_outlets = any(isinstance(e.to, Source) and is_outlet(e.to) for e in known.get(taker.id, ()))
        if reports[giver.id] and not reports[taker.id] and not names_outlets and _is_vague(material, taker):
            report = reports[giver.id][0]
            places = places_in(taker.id, spans[taker.id]) + places_in(giver.id, spans[giver.id])
            yield Edge(taker.id, report.to, Evidence.SAME_ORDER, places, score, tuple(sorted(order.claims)))
            return
    if _giver_of_both(left, right, known):
        return
    lost = loser_of(material, left, right)
    for taker, giver in ((left, right), (right, left)):
        is_undated = not is_earlier(taker, giver) and lost == (taker, giver)
        if not is_earlier(giver, taker) and not is_undated:
            continue  # papers of one day that order alike may have heard the same people
        places = places_in(taker.id, spans[taker.id]) + places_in(giver.id, spans[giver.id])
        yield Edge(taker.id, giver, Evidence.SAME_ORDER, places, score, tuple(sorted(order.claims)))


def _giver_of_both(left: Document, right: Document, known: Known) -> bool:
    """Tell whether both are known to have taken from one report or outlet, which explains their order."""
    givers = [
        {e.to.id for e in known.get(d.id, ()) if isinstance(e.to, Document) or is_outlet(e.to)} for d in (left, right)
    ]
    return bool(givers[0] & givers[1])


def _reports(document: Document, known: Known) -> list[Edge]:
    """Return the institutions whose account *document* opens with, the first it names first."""
    cites = [e for e in known.get(document.id, ()) if e.evidence is Evidence.CITES]
    found = [e for e in cites if isinstance(e.to, Source) and is_institution(e.to) and not is_outlet(e.to)]
    opening = [e for e in found if min(e.places).span.start < _end_of_opening(document)]
    return sorted(opening, key=lambda e: (min(e.places), e.to.id))


def _end_of_opening(document: Document) -> int:
    if not document.body:
        return 0
    start, end = document.body[0].start, document.body[-1].end
    return start + round(OPENING * (end - start))


def _is_vague(material: Material, document: Document) -> bool:
    """Tell whether *document* opens with someone unnamed, as if with a report."""
    for item in material.said_in[document.id]:
        pairs = [*item.relays, (item.source, item.source_span)]
        for key, span in pairs:
            source = material.source.get(key or "")
            is_group = source is not None and source.kind in (SourceKind.GROUP, SourceKind.UNNAMED)
            if is_group and span and span.start < _end_of_opening(document):
                return True
    return False


def _from_slips(material: Material, edges: Sequence[Edge]) -> Iterator[Edge]:
    """Yield the pairs that share an odd spelling, where nothing stronger ties them."""
    pairs = {(e.document, e.to.id) for e in edges}
    for slip in find_shared_slips(material.documents):
        left, right = material.document[slip.left], material.document[slip.right]
        if (left.id, right.id) in pairs or (right.id, left.id) in pairs:
            continue
        directed = later_of(left, right, left_words=1, right_words=1)
        if directed:
            spans = {left.id: slip.left_span, right.id: slip.right_span}
            places = tuple(Place(d.id, spans[d.id]) for d in directed[:2])
            yield Edge(directed[0].id, directed[1], Evidence.SHARED_ERROR, places, SLIP)
