"""All evidence of who took from whom, put together: stated beats copied beats inferred."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Derivation, Document, Evidence, Place, Source, SourceKind
from stemma.prose import words
from stemma.trace.citing import cited, is_institution
from stemma.trace.copying import Copy, find_copies
from stemma.trace.crediting import credited
from stemma.trace.directing import later_of
from stemma.trace.edge import Edge, Material, places_in
from stemma.trace.ordering import SameOrder, find_same_order
from stemma.trace.outlets import find_outlet, is_outlet, key_of, names_of
from stemma.trace.relaying import silently_relayed
from stemma.trace.slips import find_shared_slips

__all__ = ["Derived", "derive"]

# So many places on each side are enough to show; a near-copy has hundreds.
PLACES_SHOWN = 8
# From this share of its words on, a document is another one printed again, not a report that used it.
NEAR_COPY = 0.5
ORDER = 0.5
SLIP = 0.4
# A copy whose direction nothing tells is worth half of what it measures.
UNDIRECTED = 0.5


@dataclass(frozen=True, slots=True)
class Derived:
    """The derivations, and the outlets in them that no attribution named."""

    derivations: tuple[Derivation, ...]
    sources: tuple[Source, ...]


def derive(material: Material) -> Derived:
    """Return who took from whom, each pair once, on its strongest evidence."""
    stated = [*credited(material), *cited(material)]
    copied = [*silently_relayed(material)]
    for copy in find_copies(material.documents):
        copied += _from_copy(material, copy, [*stated, *copied])
    edges = _strongest([*stated, *copied])
    for order in find_same_order(material.documents, material.attributions):
        edges += _from_order(material, order, edges)
    edges += _from_slips(material, edges)
    edges = _strongest(edges)
    known = material.source.keys() | material.document.keys()
    made = {e.to.id: e.to for e in edges if isinstance(e.to, Source) and e.to.id not in known}
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


def _from_copy(material: Material, copy: Copy, stated: Sequence[Edge]) -> Iterator[Edge]:
    """Yield what a shared text says of its two documents."""
    left, right = material.document[copy.left], material.document[copy.right]
    if _is_explained(material, copy, stated):
        return
    sizes = {d.id: sum(len(words(d.text, p)) for p in d.body) for d in (left, right)}
    taker, giver, score = _directed(left, right, sizes, copy, stated)
    runs = sorted(copy.runs, key=lambda run: (-run.unquoted, run.left))[:PLACES_SHOWN]
    spans = {
        left.id: tuple(sorted(run.left for run in runs)),
        right.id: tuple(sorted(run.right for run in runs)),
    }
    places = places_in(taker.id, spans[taker.id]) + places_in(giver.id, spans[giver.id])
    near = copy.share >= NEAR_COPY
    claims = () if near else material.claims_at(taker.id, spans[taker.id])
    yield Edge(taker.id, giver, Evidence.VERBATIM, places, score, claims)
    if near and giver.outlet and (not taker.outlet or key_of(giver.outlet) != key_of(taker.outlet)):
        yield Edge(taker.id, find_outlet(giver.outlet, material.sources), Evidence.REPUBLISHES, places, score)


def _is_explained(material: Material, copy: Copy, edges: Sequence[Edge]) -> bool:
    """Tell whether both documents have what they share from one outlet: neither then took it from the other."""
    shared = {
        copy.left: set(material.claims_at(copy.left, (run.left for run in copy.runs))),
        copy.right: set(material.claims_at(copy.right, (run.right for run in copy.runs))),
    }

    def outlets(document: str) -> set[str]:
        prints = (Evidence.REPUBLISHES, Evidence.FORWARDS)
        return {
            e.to.id
            for e in edges
            if e.document == document and isinstance(e.to, Source) and is_outlet(e.to)
            if e.evidence in prints or 0 < len(shared[document]) <= 2 * len(shared[document] & set(e.claims))
        }

    return bool(outlets(copy.left) & outlets(copy.right))


def _directed(
    left: Document, right: Document, sizes: dict[str, int], copy: Copy, stated: Sequence[Edge]
) -> tuple[Document, Document, float]:
    """Return who took, who gave and how sure the copy is: a stated credit first, then dates, then length."""
    for taker, giver in ((left, right), (right, left)):
        names = {
            name
            for e in stated
            if e.document == taker.id and isinstance(e.to, Source)
            for name in (names_of(e.to) if is_outlet(e.to) else ())
        }
        if giver.outlet and key_of(giver.outlet) in {key_of(name) for name in names}:
            return taker, giver, min(1.0, copy.share)
    directed = later_of(left, right, left_words=sizes[left.id], right_words=sizes[right.id])
    if directed:
        return directed[0], directed[1], min(1.0, copy.share)
    return right, left, min(1.0, copy.share) * UNDIRECTED


def _from_order(material: Material, order: SameOrder, edges: Sequence[Edge]) -> Iterator[Edge]:
    """
    Yield what one order of claims says of its two documents.

    Where one of them names the report that it retells and the other speaks of "analysts", the other
    retells that report too; where both name it, the report explains the order, and nothing is left to say.
    """
    left, right = material.document[order.left], material.document[order.right]
    pairs = {(e.document, e.to.id) for e in edges}
    if (left.id, right.id) in pairs or (right.id, left.id) in pairs:
        return
    reports = {d.id: _reports(material, d, edges) for d in (left, right)}
    if {e.to.id for e in reports[left.id]} & {e.to.id for e in reports[right.id]}:
        return
    spans = {left.id: order.left_spans, right.id: order.right_spans}
    score = ORDER * (1 - order.chance)
    for taker, giver in ((left, right), (right, left)):
        if reports[giver.id] and not reports[taker.id] and _is_vague(material, taker):
            report = reports[giver.id][0]
            places = places_in(taker.id, spans[taker.id]) + places_in(giver.id, spans[giver.id])
            yield Edge(taker.id, report.to, Evidence.SAME_ORDER, places, score, tuple(sorted(order.claims)))
            return
    sizes = {d.id: len(material.said_in[d.id]) for d in (left, right)}
    directed = later_of(left, right, left_words=sizes[left.id], right_words=sizes[right.id])
    if directed:
        taker, giver, _ = directed
        places = places_in(taker.id, spans[taker.id]) + places_in(giver.id, spans[giver.id])
        yield Edge(taker.id, giver, Evidence.SAME_ORDER, places, score, tuple(sorted(order.claims)))


def _reports(material: Material, document: Document, edges: Sequence[Edge]) -> list[Edge]:
    """Return the institutions whose account *document* cites, the first it names first."""
    cites = [e for e in edges if e.document == document.id and e.evidence is Evidence.CITES]
    found = [e for e in cites if isinstance(e.to, Source) and is_institution(e.to)]
    return sorted(found, key=lambda e: (min(e.places), e.to.id))


def _is_vague(material: Material, document: Document) -> bool:
    """Tell whether *document* speaks of someone unnamed as if of a report."""
    for item in material.said_in[document.id]:
        for key in (*item.via, *((item.source,) if item.source else ())):
            source = material.source.get(key)
            if source and source.kind in (SourceKind.GROUP, SourceKind.UNNAMED):
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
