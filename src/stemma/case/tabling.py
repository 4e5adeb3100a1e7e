"""The rows of a table over a case, a story at a time: the first at once, and no more in memory than one story."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from tempfile import TemporaryFile

from stemma.case.briefing import told_case
from stemma.case.keeping import source_of
from stemma.case.opening import Progress
from stemma.case.telling import about_case, load_story, named_anew
from stemma.errors import CaseError, UnknownError
from stemma.model import Brief
from stemma.model.shelf import RowKind, Sought
from stemma.ports import Shelf, Tagger
from stemma.tell.desk import Desk
from stemma.tell.stands import ACTORS
from stemma.tell.tables import Portion

__all__ = ["Rows", "tell_rows"]

FIRST = (64, 256, 1024)
"""Rows that are told at a time at first, though their stories are loaded again for the others: a reader has them at
once, and one who has seen enough can stop it."""

Place = tuple[str, str]
"""Id of what rows are told of, and of its story."""
Texts = Callable[[Portion, Collection[str]], Iterable[tuple[str, str]]]
"""Returns what is told of each of some ids."""


@dataclass(frozen=True, slots=True)
class Rows:
    """What a table has to know to be told of a large case."""

    of: str
    """The `RowKind` of what its rows are told of, in the order of that list: claims, or documents by their numbers."""
    texts: Texts
    notify: Callable[[str], None] = lambda notice: None
    """Is told at the end of what is not to be trusted."""


def tell_rows(
    case: str, rows: Rows, progress: Progress = lambda done, total, path: None, tagger: Tagger | None = None
) -> Iterator[str]:
    """
    Yield the rows of a table over *case*, in its order.

    Raises:
        CaseError: The case cannot be written to and its stories are not told; or another program has changed it.
        NothingToReadError: It is empty.
    """
    with told_case(case, progress, tagger) as store:
        shelf = store.shelf
        state = shelf.state()
        try:
            yield from _in_order(_Case.of(shelf, rows), progress)
        except UnknownError:
            state = ""
        if not state or shelf.state() != state:
            raise CaseError(case, "another program has changed it meanwhile; run this again")
        for notice in shelf.rows(Sought(RowKind.NOTICE)):
            rows.notify(notice)


@dataclass(frozen=True, slots=True)
class _Case:
    shelf: Shelf
    rows: Rows
    about: Brief
    documents: Mapping[str, int]
    claims: Mapping[str, int]
    actors: Sequence[str]
    places: Sequence[Place]

    @classmethod
    def of(cls, shelf: Shelf, rows: Rows) -> "_Case":
        lists = {kind: shelf.places(Sought(kind)) for kind in (RowKind.NUMBERED, RowKind.CLAIM)}
        return cls(
            shelf,
            rows,
            about_case(shelf),
            {id: number for number, (id, _, _) in enumerate(lists[RowKind.NUMBERED], 1)},
            {id: number for number, (id, _, _) in enumerate(lists[RowKind.CLAIM], 1)},
            [source_of(value).id for value in shelf.weightiest(ACTORS)],
            [(id, story) for id, story, _ in lists[RowKind(rows.of)]],
        )

    def texts(self, places: Sequence[Place]) -> Iterator[tuple[str, str]]:
        """Yield what is told of *places*, story by story."""
        for story, some in groupby(sorted(places, key=lambda place: place[1]), key=lambda place: place[1]):
            yield from self.rows.texts(self._portion(story), {id for id, _ in some})

    def _portion(self, story: str) -> Portion:
        brief, _ = load_story(self.shelf, story)
        named = named_anew(brief, self.shelf)
        parties = {source.party for source in named if source.party} - {source.id for source in named}
        sources = (*named, *map(source_of, self.shelf.named(parties)))  # heard in other stories alone
        brief = replace(brief, sources=sources, rulings=self.about.rulings, models=self.about.models)
        here = sorted((claim.id for claim in brief.claims if claim.id in self.claims), key=self.claims.__getitem__)
        desk = Desk.of(brief, {document.id: self.documents[document.id] for document in brief.documents})
        return Portion(desk, {id: self.claims[id] for id in here}, self.actors)


def _in_order(case: _Case, progress: Progress) -> Iterator[str]:
    places = case.places
    start = 0
    for count in FIRST:
        part = places[start : start + count]
        found = dict(case.texts(part))
        yield from (found[id] for id, _ in part if id in found)
        start += count
    yield from _spooled(case, places[start:], progress)


def _spooled(case: _Case, places: Sequence[Place], progress: Progress) -> Iterator[str]:
    """Yield what is told of *places* in their order; until it is their turn they lie on the disk."""
    lies: dict[str, tuple[int, int]] = {}
    with TemporaryFile() as spool:
        for done, (id, text) in enumerate(case.texts(places)):
            progress(done, len(places), "")
            data = text.encode("utf-8", "surrogatepass")
            lies[id] = spool.tell(), len(data)
            spool.write(data)
        for id, _ in places:
            if id in lies:
                at, length = lies[id]
                spool.seek(at)
                yield spool.read(length).decode("utf-8", "surrogatepass")
