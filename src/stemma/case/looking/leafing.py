"""The documents of a case leafed through in the order of their numbers, with no more than one story in memory."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from stemma.case.files.opening import Progress
from stemma.case.looking.sought import Seeker
from stemma.case.shelf.keeping import line_of, source_of
from stemma.case.shelf.telling import about_case, load_story, named_in_case
from stemma.model import Attribution, Brief, Document, Interval, Source, by_date
from stemma.model.hit import Hit
from stemma.model.listing import DocumentLine
from stemma.model.shelf import RowKind, Sought
from stemma.model.written import read_value
from stemma.ports import Shelf
from stemma.prose.tokens import lacks

__all__ = ["Leafing", "Listed", "Seen"]

AT_ONCE = (16, 64, 256, 1024)
"""Documents that are looked into at first, though their stories are loaded again for the others: who asks for some
places has them at once."""
HELD = ("attributions",)
"""Of a brief, beside documents and sources, what is searched."""

Said = Sequence[Attribution]
Look = Callable[[Document, Said, Mapping[str, Source]], Iterator[Hit]]


@dataclass(frozen=True, slots=True)
class Listed:
    """A document that may be looked into."""

    document: str
    story: str
    sha256: str
    known_as: str
    days: Interval | None


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found in a document, and what tells it."""

    hits: tuple[Hit, ...]
    document: Document
    attributions: tuple[Attribution, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Leafing:
    """All documents, and how their stories are loaded."""

    listed: Sequence[Listed]
    load: Callable[[str], Brief]
    named: Callable[[Seeker], Collection[str]]
    """Tells the stories in which a source may have a name that is sought."""
    models: tuple[str, ...]
    progress: Progress

    @classmethod
    def of(cls, shelf: Shelf, progress: Progress) -> "Leafing":
        """Return those of all stories on *shelf*."""
        lines = (read_value(DocumentLine, value) for value in shelf.rows(Sought(RowKind.DOCUMENT)))
        listed = {line.id: Listed(line.id, line.story, line.sha256, line.known_as, line.days) for line in lines}
        return cls(
            # Without those that another program adds between the two questions: the case is then looked at anew.
            [listed[id] for id, _, _ in shelf.places(Sought(RowKind.NUMBERED)) if id in listed],
            lambda story: named_in_case(load_story(shelf, story, HELD)[0], shelf),
            lambda seeker: _stories_with(shelf, seeker),
            about_case(shelf).models,
            progress,
        )

    @classmethod
    def of_one(cls, brief: Brief) -> "Leafing":
        """Return those of a whole *brief*, which count as one story."""
        listed = [Listed(d.id, "", d.sha256, d.known_as, d.published.interval) for d in by_date(brief.documents)]
        return cls(listed, lambda story: brief, lambda seeker: {""}, brief.models, lambda done, total, path: None)

    @property
    def numbers(self) -> Mapping[str, int]:
        """The numbers of all documents, by id."""
        return {one.document: number for number, one in enumerate(self.listed, 1)}

    def look(self, listed: Sequence[Listed], look: Look, seeker: Seeker) -> Iterator[Seen]:
        """Yield what *look* finds in those documents of *listed* that *seeker* wants, in their order."""
        listed = [one for one in listed if seeker.wants(one.known_as, one.days)]
        start = 0
        for count in (*AT_ONCE, len(listed)):
            some = listed[start : start + count]
            seen = {one.document.id: one for one in self._look(some, look, seeker)}
            yield from (seen[one.document] for one in some if one.document in seen)
            start += count

    def _look(self, listed: Sequence[Listed], look: Look, seeker: Seeker) -> Iterator[Seen]:
        """Yield what is found in some documents, story by story."""
        home = attrgetter("story")
        homes = {story: {one.document for one in same} for story, same in groupby(sorted(listed, key=home), key=home)}
        for done, (story, wanted) in enumerate(homes.items()):
            self.progress(done, len(homes), "")
            brief = self.load(story)
            documents = [document for document in brief.documents if document.id in wanted]
            # One is known by its file where its outlet is not.
            wanted = {one.id for one in documents if seeker.wants(one.outlet, one.published.interval)}
            yield from _found_in(brief, wanted, look)


def _found_in(brief: Brief, wanted: Collection[str], look: Look) -> Iterator[Seen]:
    sources = {source.id: source for source in brief.sources}
    said: dict[str, list[Attribution]] = {}
    for one in brief.attributions:
        if one.document in wanted:
            said.setdefault(one.document, []).append(one)
    for document in brief.documents:
        here = said.get(document.id, [])
        if document.id in wanted and (hits := tuple(look(document, here, sources))):
            ids = {hit.attribution for hit in hits}
            quoted = tuple(one for one in here if one.id in ids)
            speakers = {one.source for one in quoted if one.source} & sources.keys()
            speakers |= {sources[id].party or id for id in speakers} & sources.keys()
            yield Seen(hits, document, quoted, tuple(sources[id] for id in sorted(speakers)))


def _stories_with(shelf: Shelf, seeker: Seeker) -> set[str]:
    """Return the ids of the stories in which a source is heard that may have a name, or an office, that is sought."""
    found: set[str] = set()
    for value in shelf.sources():
        if "\\" in value or not lacks(seeker.terms, value):  # written as JSON, in which accents are escaped
            source = source_of(value)
            if not lacks(seeker.terms, "\n".join((source.name, *source.aliases, source.role or ""))):
                found.update(line_of(value).stories)
    return found
