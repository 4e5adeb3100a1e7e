"""One text published at one time."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import PurePath

from stemma.model.interval import Interval
from stemma.model.span import Span

__all__ = ["Basis", "Document", "Layer", "Published", "by_date", "titles_of"]

MUTE = re.compile(r"[0-9a-f]{8,}|.{25,}|^[\W\d]*$")
"""A file's name with this in it says nothing to a reader: a hash, a whole headline, a number."""


class Basis(StrEnum):
    """What a publication date rests on."""

    STATED = "stated"
    INFERRED = "inferred"
    JUDGED = "judged"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, and how that is known."""

    interval: Interval | None = None
    basis: Basis = Basis.NONE
    evidence: str = ""
    """One sentence for the user: the words that date it, or the reasoning."""
    span: Span | None = None
    """The characters that state the date, where they stand in the text layer."""
    written: Interval | None = None
    """When it was written, where its words contradict the date that its page states (an update, another time zone)."""

    @property
    def counted_from(self) -> Interval | None:
        """The days that "Monday" and "yesterday" count from: when it was written, else published."""
        return self.written or self.interval


@dataclass(frozen=True, slots=True)
class Layer:
    """
    The text that a reader drew from the bytes of a file, with what the format itself says.

    For plain text it is the decoded file, nothing removed.
    """

    text: str
    reader: str
    """Name and version, such as ``plain/1``."""
    blocks: tuple[Span, ...] | None = None
    """The body's paragraphs where the format marks them; None where they must be found."""
    title: str | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    published: str | None = None
    """A date from the format's metadata, ISO 8601."""
    url: str | None = None
    forwarded_from: Span | None = None
    """The name of whose post it passes on, where the format marks that it does."""
    note: str | None = None
    """What the user should know of how it was read (an odd encoding, say)."""


@dataclass(frozen=True, slots=True)
class Document:
    """A text layer and what was read off it."""

    id: str
    path: str
    sha256: str
    """Of the bytes as they came."""
    text: str
    reader: str
    body: tuple[Span, ...]
    """Paragraphs in reading order, without furniture, without the title."""
    title: str | None = None
    title_span: Span | None = None
    outlet: str | None = None
    authors: tuple[str, ...] = ()
    language: str | None = None
    """ISO 639-1 code."""
    published: Published = Published()
    url: str | None = None
    furniture: tuple[Span, ...] = ()
    """Lines of text that belong to the page, not to the report."""
    forwarded_from: Span | None = None
    """The name of whose post it passes on, where its format marks that it does."""
    unread: int = 0
    """Characters of body that were left unread, behind the others, because no report is that long."""

    @property
    def known_as(self) -> str:
        """What a reader is told it by: its outlet, else the name of its file without the ending."""
        return self.outlet or PurePath(self.path).stem or self.id

    @property
    def is_mute(self) -> bool:
        """Whether what it is known as says nothing to a reader."""
        return self.outlet is None and bool(MUTE.search(self.known_as))


def by_date(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Return *documents* in the order of their numbers: by date, then by path; those without a date last."""
    return tuple(sorted(documents, key=_place))


def titles_of(documents: Iterable[Document], numbers: Mapping[str, int] | None = None) -> dict[str, str]:
    """
    Return by id what a reader is told each by: its outlet or its file, or where these say nothing its number.

    Args:
        documents: All that are told of, or with *numbers* some of them.
        numbers: Theirs among all, by id.
    """
    ordered = by_date(documents)
    numbers = numbers or {document.id: number for number, document in enumerate(ordered, 1)}
    return {d.id: f"document {numbers[d.id]}" if d.is_mute else d.known_as for d in ordered}


def _place(document: Document) -> tuple[bool, date, date, str, str]:
    days = document.published.interval
    first, last = (days.earliest, days.latest) if days else (date.max, date.max)
    return days is None, first, last, document.path, document.id
