"""A case searched a few documents at a time, so that nothing is read of the others."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from operator import attrgetter

from stemma.case.looking.lists import Window
from stemma.case.looking.sought import Seeker, Sought
from stemma.case.looking.viewing import CaseView
from stemma.errors import UnknownError
from stemma.model import Attribution, Brief, Document
from stemma.model.hit import Hit
from stemma.model.listing import ClaimLine, DocumentLine, SourceLine

__all__ = ["Sighting", "Sightings", "seek"]

AT_ONCE = 10
"""Documents with a hit that are shown at a time."""
LOOKED_INTO = 40
"""Documents that are opened for one answer: of a filter that fits few of them, the next answer goes on."""
PLACES = 5
"""Places of one document that are shown: the document itself shows the others."""
FEW = 6
"""Claims and sources that are told beside the documents."""
MANY = 50
"""Stories from which on it is quicker to look for words among all claims: the first of them have some already."""
ALL = 1_000_000
"""More lines than a list has."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """A document with the places in it where what is sought stands."""

    line: DocumentLine
    brief: Brief
    """Of its story."""
    document: Document
    hits: tuple[Hit, ...]
    """The first of them."""
    more: int
    """How many there are besides."""


@dataclass(frozen=True, slots=True)
class Sightings:
    """What was found, the newest document first."""

    found: tuple[Sighting, ...]
    total: int
    """Documents that may hold it: those with all the words, of the outlets and days that are asked for."""
    next: int | None
    """Where to go on in these; None where the end was reached."""
    claims: Sequence[ClaimLine] = ()
    """The first with all the words; told with the first documents alone."""
    sources: Sequence[SourceLine] = ()
    """The first that have all the words in their names."""
    has_more_sources: bool = False


def seek(view: CaseView, sought: Sought, start: int = 0) -> Sightings:
    """
    Return where in *view* what is *sought* stands, from document *start* of those that may hold it.

    Raises:
        QueryError: Nothing is sought, or what no place can be.
    """
    seeker = Seeker.of(sought)
    try:
        return _sightings(view, seeker, start)
    except UnknownError:  # the case was told anew meanwhile, and a document went over to another story
        return _sightings(view, seeker, start)


def _sightings(view: CaseView, seeker: Seeker, start: int) -> Sightings:
    lines = _candidates(view, seeker)
    beside = _Beside.of(view, seeker, lines) if seeker.terms and not start else _Beside()
    found: list[Sighting] = []
    load = partial(view.story, revision=view.revision)
    for at, line in enumerate(islice(lines, start, start + LOOKED_INTO), start):
        if len(found) == AT_ONCE:
            return beside.with_documents(found, len(lines), at)
        sighting = _look(load(line.story), line, seeker)
        if sighting.hits:
            found.append(sighting)
    end = start + LOOKED_INTO
    return beside.with_documents(found, len(lines), end if end < len(lines) else None)


@dataclass(frozen=True, slots=True)
class _Beside:
    """What is told beside the documents."""

    claims: Sequence[ClaimLine] = ()
    sources: Sequence[SourceLine] = ()

    @classmethod
    def of(cls, view: CaseView, seeker: Seeker, lines: Sequence[DocumentLine]) -> "_Beside":
        """Return claims and sources; *lines* are the documents that hold all the words."""
        words = [word for term in seeker.terms for word in term.words]
        stories = {line.story for line in lines}
        claims = view.concordance.claims(words, FEW, stories if len(stories) < MANY else None) if stories else ()
        return cls(claims, view.concordance.sources(words, FEW + 1))

    def with_documents(self, found: Sequence[Sighting], total: int, next: int | None) -> Sightings:
        """Return all that was found."""
        sources = self.sources[:FEW]
        return Sightings(tuple(found), total, next, self.claims, sources, len(self.sources) > FEW)


def _candidates(view: CaseView, seeker: Seeker) -> Sequence[DocumentLine]:
    holding = view.concordance.holding(seeker.terms) if seeker.terms else None
    stories = None
    if holding is None and seeker.sought.source:
        named = view.sources(Window(0, ALL, seeker.sought.source)).lines
        stories = {story for source in named for story in source.stories}
    lines = view.all_documents()
    if holding is not None:
        lines = [line for line in lines if line.sha256 in holding]
    if stories is not None:
        lines = [line for line in lines if line.story in stories]
    if seeker.sought.outlet or seeker.sought.within:
        lines = [line for line in lines if seeker.wants(line.known_as, line.days)]
    return lines


def _look(brief: Brief, line: DocumentLine, seeker: Seeker) -> Sighting:
    at = bisect_left(brief.documents, line.id, key=attrgetter("id"))
    document = next((one for one in brief.documents[at : at + 1] if one.id == line.id), None)
    if document is None:
        raise UnknownError("document", line.id)
    said = _said_in(line.id, brief)
    speakers = {a.source for a in said}
    sources = {source.id: source for source in brief.sources if source.id in speakers}
    hits = [*seeker.places(document, said, sources)]
    if seeker.seeks_names:
        hits += _names(said, document, brief, seeker)
    return Sighting(line, brief, document, tuple(hits[:PLACES]), max(0, len(hits) - PLACES))


def _said_in(document: str, brief: Brief) -> Sequence[Attribution]:
    """Return what is said in a document: a large story says so much that looking at all of it takes a while."""
    of = attrgetter("document")
    start = bisect_left(brief.attributions, document, key=of)
    return brief.attributions[start : bisect_right(brief.attributions, document, lo=start, key=of)]


def _names(said: Sequence[Attribution], document: Document, brief: Brief, seeker: Seeker) -> Iterator[Hit]:
    first = {a.source: a for a in reversed(said) if a.source}
    for source in brief.sources:
        if (one := first.get(source.id)) and (hit := seeker.name(one, source, document)):
            yield hit
