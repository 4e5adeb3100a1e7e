"""What is told of a case a story at a time: the first of it at once, and no more in memory than one story."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain, groupby
from tempfile import TemporaryFile

from stemma.case.briefing import told_case
from stemma.case.files.opening import Progress
from stemma.case.files.spooling import Spool
from stemma.case.shelf.keeping import source_of
from stemma.case.shelf.telling import about_case, load_story, named_in_case
from stemma.errors import CaseError, UnknownError
from stemma.model import Brief, Source
from stemma.model.shelf import RowKind, Sought
from stemma.ports import Shelf, Tagger
from stemma.tell.desk import Desk
from stemma.tell.portion import ROWS, ByStory, Piece, Portion, put_together
from stemma.tell.stands import ACTORS

__all__ = ["tell_by_story"]

FIRST = (64, 256, 1024)
"""Rows that are told at a time at first, though their stories are loaded again for the others: a reader has them at
once, and one who has seen enough can stop it."""

Place = tuple[str, str]
"""Id of a row, and of its story."""


def tell_by_story(
    case: str,
    what: ByStory,
    progress: Progress = lambda done, total, path: None,
    tagger: Tagger | None = None,
    notify: Callable[[str], None] = lambda notice: None,
) -> Iterator[str]:
    """
    Yield the text of *what* is told of *case*.

    Args:
        case: Where it lies.
        what: What is to be told of it.
        progress: Is called before each story.
        tagger: By which the documents are read; the one that ships with Stemma unless told otherwise.
        notify: Is told at the end of what is not to be trusted, and that there is nothing to tell.

    Raises:
        CaseError: The case cannot be written to and its stories are not told; or another program has changed it.
        NothingToReadError: It is empty.
    """
    with told_case(case, progress, tagger) as store:
        shelf = store.shelf
        state = shelf.state()
        try:
            telling = _Telling.of(shelf, what, progress)
            yield from telling.texts(notify)
        except UnknownError:
            state = ""
        if not state or shelf.state() != state:
            raise CaseError(case, "another program has changed it meanwhile; run this again")
        for notice in shelf.rows(Sought(RowKind.NOTICE)):
            notify(notice)


@dataclass(frozen=True, slots=True)
class _Telling:
    shelf: Shelf
    what: ByStory
    progress: Progress
    about: Brief
    documents: Mapping[str, int]
    claims: Mapping[str, int]
    actors: Mapping[str, Source]
    """The weightiest of the case."""
    places: Sequence[Place]
    """What the pieces are told of; nothing where each has its own place."""
    until: date | None

    @classmethod
    def of(cls, shelf: Shelf, what: ByStory, progress: Progress) -> "_Telling":
        wanted = {RowKind.NUMBERED, *([RowKind(what.of)] if what.of else [])}
        lists = {kind: shelf.places(Sought(kind)) for kind in sorted(wanted)}
        last = max((one.last for one in shelf.counts()), default=0)
        return cls(
            shelf,
            what,
            progress,
            about_case(shelf),
            {id: number for number, (id, _, _) in enumerate(lists[RowKind.NUMBERED], 1)},
            {id: number for number, (id, _, _) in enumerate(lists.get(RowKind.CLAIM, ()), 1)},
            {source.id: source for source in map(source_of, shelf.weightiest(ACTORS))},
            [(id, story) for id, story, _ in lists[RowKind(what.of)]] if what.of else [],
            date.fromordinal(last) if last else None,
        )

    def texts(self, notify: Callable[[str], None]) -> Iterator[str]:
        if self.what.is_surveying:
            for portion, _ in self._portions({story: () for story in self.shelf.stories()}):
                self.what.survey(portion)
        pieces = self._pieces()
        first = next(pieces, None)
        if first is None or first.place[0] != ROWS:
            text, notice = self.what.without(len(self.documents))
            yield text
            notify(notice)
            return
        yield self.what.head()
        yield from put_together(chain([first], pieces))

    def _pieces(self) -> Iterator[Piece]:
        """Yield the pieces in their order."""
        start = 0
        for count in FIRST if self.places else ():
            some = self.places[start : start + count]
            told = (self.what.pieces(portion, ids) for portion, ids in self._portions(_homes(some)))
            yield from sorted(chain.from_iterable(told), key=lambda piece: piece.place)
            start += count
        with TemporaryFile() as file:
            spool = Spool(file)
            for portion, ids in self._portions(self._left(start)):
                spool.take(self.what.pieces(portion, ids))
                spool.take(self.what.rest(portion))
            spool.take(self.what.last())
            yield from spool

    def _left(self, start: int) -> dict[str, Collection[str]]:
        """Return the stories that are not told whole when so many rows are, with what is left of each."""
        left = _homes(self.places[start:])
        if not self.places or self.what.has_rest:
            left = {story: left.get(story, ()) for story in self.shelf.stories()}
        return left

    def _portions(self, stories: Mapping[str, Collection[str]]) -> Iterator[tuple[Portion, Collection[str]]]:
        for done, (story, ids) in enumerate(sorted(stories.items())):
            self.progress(done, len(stories), "")
            yield self._portion(story), ids

    def _portion(self, story: str) -> Portion:
        brief = named_in_case(load_story(self.shelf, story, self.what.parts)[0], self.shelf, self.actors)
        brief = replace(brief, rulings=self.about.rulings, models=self.about.models)
        here = sorted((claim.id for claim in brief.claims if claim.id in self.claims), key=self.claims.__getitem__)
        desk = Desk.of(brief, {document.id: self.documents[document.id] for document in brief.documents})
        return Portion(desk, {id: self.claims[id] for id in here}, [*self.actors], self.until)


def _homes(places: Sequence[Place]) -> dict[str, Collection[str]]:
    """Return the ids of some rows by their stories."""
    some = sorted(places, key=lambda place: place[1])
    return {story: {id for id, _ in same} for story, same in groupby(some, key=lambda place: place[1])}
