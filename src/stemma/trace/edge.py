"""What every kind of evidence is read off, and what it yields."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stemma.model import Attribution, Derivation, Document, Evidence, Place, Source, Span, make_id
from stemma.prose import written
from stemma.trace.outlets import Outlets, is_outlet, names_of

__all__ = ["Edge", "Known", "Material", "by_document", "places_in"]


@dataclass(frozen=True)
class Material:
    """The documents of a case with what they say; it has no slots, since it keeps what it has looked up."""

    documents: tuple[Document, ...]
    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]

    @cached_property
    def document(self) -> dict[str, Document]:
        """The documents by id."""
        return {document.id: document for document in self.documents}

    @cached_property
    def source(self) -> dict[str, Source]:
        """The sources by id."""
        return {source.id: source for source in self.sources}

    @cached_property
    def said_in(self) -> dict[str, tuple[Attribution, ...]]:
        """The attributions of each document in reading order."""
        found: dict[str, list[Attribution]] = {document.id: [] for document in self.documents}
        for item in sorted(self.attributions, key=lambda a: (a.content_spans, a.id)):
            if item.document in found:
                found[item.document].append(item)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def telling(self) -> dict[str, tuple[Attribution, ...]]:
        """The attributions of each claim, in their order in the case."""
        found: dict[str, list[Attribution]] = {}
        for item in self.attributions:
            if item.claim:
                found.setdefault(item.claim, []).append(item)
        return {key: tuple(items) for key, items in found.items()}

    @cached_property
    def carriers(self) -> dict[str, tuple[str, ...]]:
        """The documents that tell each claim."""
        found: dict[str, dict[str, None]] = {}
        for item in self.attributions:
            if item.claim:
                found.setdefault(item.claim, {})[item.document] = None
        return {claim: tuple(documents) for claim, documents in found.items()}

    @cached_property
    def outlets(self) -> Outlets:
        """The sources by the outlets that they stand for."""
        return Outlets(self.sources)

    @cached_property
    def published_by(self) -> frozenset[str]:
        """The outlets of the documents, case-folded, without the article."""
        return frozenset(_bare(document.outlet) for document in self.documents if document.outlet)

    def is_outlet(self, source: Source) -> bool:
        """Tell whether *source* is an outlet: by its name, or because it publishes here, whatever it is called."""
        return is_outlet(source) or any(_bare(name) in self.published_by for name in names_of(source))

    @cached_property
    def size(self) -> dict[str, int]:
        """How many words the body of each document has."""
        return {d.id: sum(len(written(d.text, p)) for p in d.body) for d in self.documents}

    def claims_at(self, document: str, spans: Iterable[Span]) -> tuple[str, ...]:
        """Return the claims told at *spans* of *document*."""
        places = tuple(spans)
        told = (a for a in self.said_in[document] if any(p.meets(s) for p in places for s in a.content_spans))
        return tuple(sorted({a.claim for a in told if a.claim}))


@dataclass(frozen=True, slots=True)
class Edge:
    """A derivation before it has a name; the source may be one that no attribution named."""

    document: str
    to: Document | Source
    evidence: Evidence
    places: tuple[Place, ...]
    score: float
    claims: tuple[str, ...] = ()

    def derivation(self) -> Derivation:
        """Return it with its id."""
        made, score = make_id("d", self.document, self.to.id, self.evidence), round(self.score, 3)
        return Derivation(made, self.document, self.to.id, self.evidence, self.places, score, self.claims)


Known = Mapping[str, Sequence[Edge]]
"""What each document is known to be derived from."""


def by_document(edges: Iterable[Edge]) -> dict[str, list[Edge]]:
    """Return the edges that lead from each document, in order."""
    found: dict[str, list[Edge]] = {}
    for edge in edges:
        found.setdefault(edge.document, []).append(edge)
    return found


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ")


def places_in(document: str, spans: Sequence[Span]) -> tuple[Place, ...]:
    """Return *spans* as places of *document*."""
    return tuple(Place(document, span) for span in spans)
