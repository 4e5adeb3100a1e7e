"""Full text over the documents of a case, what is said in them, and who says it."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from stemma.case.briefing import tell_case
from stemma.case.files.opening import Progress
from stemma.case.holding import opened_case
from stemma.case.looking.leafing import Leafing, Seen
from stemma.case.looking.sought import Seeker, Sought
from stemma.model import Attribution, Brief, Document, Source
from stemma.model.hit import Hit, HitKind
from stemma.ports import Store, Tagger

__all__ = ["Found", "search_case"]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found, in the order of the documents."""

    brief: Brief
    """What tells it: the documents in which something was found, with no more than that."""
    numbers: Mapping[str, int]
    """Of the documents of the case."""
    hits: tuple[Hit, ...]
    has_more: bool
    """There is more than was asked for."""


def search_case(
    case: str,
    sought: Sought,
    limit: int,
    progress: Progress = lambda done, total, path: None,
    tagger: Tagger | None = None,
) -> Found:
    """
    Return the first *limit* places in *case* where what is *sought* stands.

    Raises:
        QueryError: Nothing is sought, or what no place can be.
        CaseError: The case cannot be opened.
    """
    seeker = Seeker.of(sought)

    def search(store: Store) -> Found:
        return _found(Leafing.of(store.shelf, progress), seeker, _holding(store, seeker, progress), limit)

    told = tell_case(case, search, progress, tagger)
    if isinstance(told, Found):
        return told
    with opened_case(case) as store:  # in which nothing can be kept
        return _found(Leafing.of_one(told), seeker, _holding(store, seeker, progress), limit)


def _holding(store: Store, seeker: Seeker, progress: Progress) -> Collection[str] | None:
    """Return hashes of the documents that hold all words that are sought; None where that is not known."""
    return store.holding(seeker.terms) if seeker.terms and store.index(progress) else None


def _found(leafing: Leafing, seeker: Seeker, holding: Collection[str] | None, limit: int) -> Found:
    numbers, seen = leafing.numbers, list[Seen]()
    hits: list[Hit] = []
    for one in chain(_names(leafing, seeker), _places(leafing, seeker, holding)):
        seen.append(one)
        hits += one.hits
        if len(hits) > limit:
            break
    brief = Brief(
        tuple({one.document.id: one.document for one in seen}.values()),
        sources=tuple({source.id: source for one in seen for source in one.sources}.values()),
        attributions=tuple({said.id: said for one in seen for said in one.attributions}.values()),
        models=leafing.models,
    )
    return Found(brief, numbers, tuple(hits[:limit]), len(hits) > limit)


def _names(leafing: Leafing, seeker: Seeker) -> Iterator[Seen]:
    """Yield the sources of the name that is sought, each where it speaks first."""
    if not seeker.seeks_names:
        return

    def look(document: Document, said: Sequence[Attribution], sources: Mapping[str, Source]) -> Iterator[Hit]:
        first: dict[str, Attribution] = {}
        for one in said:
            if one.source and one.source_span:
                first.setdefault(one.source, one)
        for id, one in first.items():
            if hit := seeker.name(one, sources[id], document):
                yield hit

    told: set[str | None] = set()
    stories = leafing.named(seeker)
    for seen in leafing.look([one for one in leafing.listed if one.story in stories], look, seeker):
        new = tuple(hit for hit in seen.hits if hit.source not in told)
        told |= {hit.source for hit in new}
        if new:
            yield replace(seen, hits=new)


def _places(leafing: Leafing, seeker: Seeker, holding: Collection[str] | None) -> Iterator[Seen]:
    """Yield what stands in each document; *holding* are hashes of those that hold all words."""
    if seeker.sought.kind is HitKind.SOURCE:
        return iter(())  # they are told by their names alone
    wanted = [one for one in leafing.listed if holding is None or one.sha256 in holding]
    return leafing.look(wanted, seeker.places, seeker)
