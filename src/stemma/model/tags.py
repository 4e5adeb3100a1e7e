"""What a tagger finds in a text, before it is made into attributions."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.model.span import Span

__all__ = ["Role", "TagLink", "TaggedSpan", "Tags"]


class Role(StrEnum):
    """The part that a span plays in an attribution."""

    SOURCE = "source"
    CUE = "cue"
    CONTENT = "content"


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """One source, cue or content."""

    span: Span
    role: Role
    score: float
    """Mean probability of the tokens, 0 to 1."""
    depth: int = 0
    """0 in the outermost attribution, 1 in one that stands inside its content or that it cites."""


@dataclass(frozen=True, slots=True)
class TagLink:
    """A content and a source or cue that it may belong to; both are indices into ``Tags.spans``."""

    content: int
    other: int
    score: float
    """Probability, 0 to 1."""


@dataclass(frozen=True, slots=True)
class Tags:
    """
    All spans of a text in reading order, and which may belong together.

    Spans of one depth never overlap; those of a greater depth lie inside or beside the others.
    """

    spans: tuple[TaggedSpan, ...] = ()
    links: tuple[TagLink, ...] = ()
    notes: tuple[str, ...] = ()
    """What the user should know of how they were found: what was left out, which part went unread."""
