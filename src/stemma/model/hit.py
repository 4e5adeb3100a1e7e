"""What a search finds."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.model.span import Span

__all__ = ["Hit", "HitKind"]


class HitKind(StrEnum):
    """Where the words stand."""

    BODY = "body"
    """In a paragraph, or in the title, of a document."""
    CONTENT = "content"
    """In what somebody says."""
    SOURCE = "source"
    """In a name of who speaks."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One place where what was searched for stands."""

    kind: HitKind
    document: str
    span: Span
    """The paragraph, the content, or the first words for the source."""
    marks: tuple[Span, ...] = ()
    """The words that were searched for, where they stand there."""
    attribution: str | None = None
    source: str | None = None
