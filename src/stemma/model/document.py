"""One text published at one time."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from stemma.model.interval import Interval
from stemma.model.span import Span

__all__ = ["Basis", "Document", "Layer", "Published"]


class Basis(StrEnum):
    """What a publication date rests on."""

    STATED = "stated"
    INFERRED = "inferred"
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
    unread: int = 0
    """Characters of body that were left unread, behind the others, because no report is that long."""

    @property
    def known_as(self) -> str:
        """What a reader is told it by: its outlet, else the name of its file without the ending."""
        return self.outlet or PurePath(self.path).stem or self.id
