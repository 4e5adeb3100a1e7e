"""Which judgements a story follows, so that no others have it told anew."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from stemma.judge import Docket
from stemma.model.archive import Stocked
from stemma.model.judgement import Judgement
from stemma.model.ruling import Spot
from stemma.ports import Store
from stemma.prose.tokens import Term, tokens

__all__ = ["Bearing", "bearing_of"]

Pairs = tuple[tuple[Spot, Spot], ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """
    What analysts said, by the stories that follow it.

    A judgement on who is whom counts in every story that knows both: in one of whose documents the words stand that
    it points at, or all words of the name.
    """

    docket: Docket
    by_document: Mapping[str | None, Sequence[str]] = field(default_factory=dict)
    """Ids of judgements by the hash of the documents that they speak of; under None those on who is whom."""
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    named: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By name the hashes of the documents that hold its words; a name that is not in it may be anywhere."""

    def ids(self, story: Sequence[Stocked]) -> tuple[str, ...]:
        """Return the ids of the judgements that *story* follows, sorted."""
        hashes = {one.sha256 for one in story}
        own = {id for sha256 in hashes for id in self.by_document.get(sha256, ())}
        ends = {id: self.judgements[id].about for id in self.by_document.get(None, ())}
        own |= {id for id, about in ends.items() if all(self._knows(hashes, a.name, a.document) for a in about)}
        return tuple(sorted(own))

    def docket_of(self, story: Sequence[Stocked], documents: Mapping[str, str]) -> Docket:
        """Return the docket with what *story* follows; *documents* are hashes by id."""
        hashes = {one.sha256 for one in story}

        def of_it(pairs: Pairs) -> Pairs:
            return tuple(pair for pair in pairs if all(self._holds(hashes, spot, documents) for spot in pair))

        recast = self.docket.recast
        return replace(self.docket, recast=replace(recast, same=of_it(recast.same), different=of_it(recast.different)))

    def _holds(self, hashes: set[str], spot: Spot, documents: Mapping[str, str]) -> bool:
        return self._knows(hashes, spot.name, documents.get(spot.place.document) if spot.place else None)

    def _knows(self, hashes: set[str], name: str, document: str | None) -> bool:
        return document in hashes or name not in self.named or not hashes.isdisjoint(self.named[name])


def bearing_of(store: Store, docket: Docket) -> Bearing:
    """Return which stories follow which judgements of *docket*."""
    by_document = docket.bearing()
    judgements = {ruling.judgement.id: ruling.judgement for ruling in docket.rulings}
    names = {anchor.name for id in by_document.get(None, ()) for anchor in judgements[id].about}
    return Bearing(docket, by_document, judgements, _documents_with(store, names))


def _documents_with(store: Store, names: Iterable[str]) -> dict[str, frozenset[str]]:
    """Return the hashes of the documents with all words of each name; nothing where not all words are indexed."""
    terms = {name: [Term((word,)) for word, _ in tokens(name) if word] for name in names}
    if not terms or not store.index(lambda done, total, what: None):
        return {}
    return {name: frozenset(store.holding(words)) for name, words in terms.items() if words}
