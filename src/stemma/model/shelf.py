"""Stories as a case keeps them once they are told: whole, and as the rows that its lists are made of."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from enum import StrEnum

from stemma.model.source import Source, SourceKind
from stemma.model.span import Span

__all__ = [
    "Counts",
    "Found",
    "Kept",
    "Named",
    "Row",
    "RowKind",
    "Settled",
    "Sought",
    "Tale",
    "Voice",
    "read_found",
    "read_kept",
    "read_voice",
    "write_kept",
]


class RowKind(StrEnum):
    """The lists that rows belong to."""

    STORY = "story"
    CLAIM = "claim"
    LOUD = "loud"
    """A claim once more that several outlets carry and one origin said."""
    DOCUMENT = "document"
    NUMBERED = "numbered"
    """A document once more, in the order of their numbers."""
    STANDING = "standing"
    """A claim that positions are told of."""
    PAGE = "page"
    """Of the ledger of figures."""
    SUM = "sum"
    CHANGE = "change"
    UNRESOLVED = "unresolved"
    UNNAMED = "unnamed"
    UNDATED = "undated"
    FOREIGN = "foreign"
    EMPTY = "empty"
    NOTICE = "notice"
    QUESTION = "question"
    """What waits for a judgement."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a list."""

    kind: RowKind
    id: str
    place: tuple[int | str, ...]
    """What its list is in order of; no two rows of a list have the same."""
    topic: str = ""
    """What some rows of a list share."""
    words: str = ""
    """By which it can be found."""
    value: str = ""
    """What is shown of it, written down."""


@dataclass(frozen=True, slots=True)
class Sought:
    """Which rows of a list are wanted."""

    kind: RowKind
    start: int = 0
    count: int | None = None
    words: tuple[str, ...] = ()
    """All of which stand in it, in any case."""
    story: str | None = None
    topic: str | None = None
    among: tuple[str, ...] | None = None
    """Ids of the stories that it may be of; all where it is None."""
    ids: tuple[str, ...] | None = None
    """Of the rows; all where it is None."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A source as one story has it."""

    source: Source
    attributions: int = 0
    documents: int = 0
    weight: int = 0
    """Of its positions (`stemma.tell.stands`)."""

    def record(self) -> list[object]:
        """Return it in a form that JSON has."""
        return [*astuple(self.source), self.attributions, self.documents, self.weight]


@dataclass(frozen=True, slots=True)
class Found:
    """What there is in a document for a judgement to speak of."""

    document: str
    sha256: str
    layer: int
    """Whose text was read."""
    claims: Mapping[str, str | None]
    """By attribution."""
    figures: Mapping[str, str | None]
    """The tally of each figure; None where it is in none, or only stands beside what one counts."""
    mentions: Mapping[Span, str]
    """Ids of the sources by the words for them."""

    def record(self) -> list[object]:
        """Return it in a form that JSON has."""
        mentions = [[span.start, span.end, source] for span, source in self.mentions.items()]
        return [self.document, self.sha256, self.layer, dict(self.claims), dict(self.figures), mentions]


@dataclass(frozen=True, slots=True)
class Named:
    """A source as all stories together have it."""

    place: tuple[int | str, ...] | None
    """In the list; None where it says nothing."""
    weight: int
    words: str
    value: str


@dataclass(frozen=True, slots=True)
class Tale:
    """A story as it was kept."""

    key: str
    written: str
    layers: Mapping[str, int]
    """Whose texts its spans count in, by the hash of the document's bytes."""


@dataclass(frozen=True, slots=True)
class Counts:
    """How much there is in a story."""

    documents: int = 0
    claims: int = 0
    shared: int = 0
    loud: int = 0
    attributions: int = 0
    figures: int = 0
    standings: int = 0
    entries: int = 0
    """Lines on the pages of its ledger."""
    sums: int = 0
    changes: int = 0
    unresolved: int = 0
    unnamed: int = 0
    first: int = 0
    """The first day on which something was published, as an ordinal; 0 where none is known."""
    last: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """A story once it is told."""

    key: str
    """What all of it follows from."""
    id: str
    counts: Counts
    brief: str
    """Written down, without texts, its sources named as this story alone would."""
    head: str
    """The same of the part that a brief of the whole case may show."""
    rows: tuple[Row, ...]
    voices: tuple[Voice, ...]
    found: tuple[Found, ...]


@dataclass(frozen=True, slots=True)
class Settled:
    """What is written down once the stories of a case are there."""

    state: str
    """What all that is told follows from."""
    about: str
    """What is said of the case as a whole."""
    asked: Mapping[str, Sequence[Row]]
    """What is asked of an analyst from now on, by story; of the others as before."""


def write_kept(kept: Kept) -> str:
    """Return *kept* as JSON."""
    record = [
        *(kept.key, kept.id, astuple(kept.counts), kept.brief, kept.head),
        [astuple(row) for row in kept.rows],
        [voice.record() for voice in kept.voices],
        [found.record() for found in kept.found],
    ]
    return json.dumps(record, separators=(",", ":"))


def read_kept(written: str) -> Kept:
    """Return what `write_kept` wrote, with the same version of the values."""
    key, id, counts, brief, head, rows, voices, found = json.loads(written)
    return Kept(
        *(key, id, Counts(*counts), brief, head),
        tuple(Row(RowKind(kind), of, tuple(place), *rest) for kind, of, place, *rest in rows),
        tuple(map(read_voice, voices)),
        tuple(map(read_found, found)),
    )


def read_found(record: list[object]) -> Found:
    """Return what `Found.record` tells of a document."""
    match record:
        case [str(document), str(sha256), int(layer), dict(claims), dict(figures), list(mentions)]:
            places = {Span(start, end): source for start, end, source in mentions}
            return Found(document, sha256, layer, claims, figures, places)
    raise ValueError("no record of a document")


def read_voice(record: list[object]) -> Voice:
    """Return what `Voice.record` tells of a source."""
    match record:
        case [str(id), str(name), str(kind), list(aliases), str() | None as role, str() | None as party, *counts]:
            said, documents, weight = counts
            source = Source(id, name, SourceKind(kind), tuple(map(str, aliases)), role, party)
            return Voice(source, int(str(said)), int(str(documents)), int(str(weight)))
    raise ValueError("no record of a source")
