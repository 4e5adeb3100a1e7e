"""What a list shows of each thing in a case: enough to choose it by, without the whole that it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from stemma.model.interval import Interval
from stemma.model.source import SourceKind

__all__ = ["ClaimLine", "DocumentLine", "Part", "SourceLine", "StoryLine", "Totals"]

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Part(Generic[Line]):
    """Some lines of a list, and how many it has in all."""

    lines: Sequence[Line]
    total: int


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story: documents that can speak of the same event."""

    id: str
    title: str
    """Of its first document that has one."""
    documents: int
    outlets: int
    claims: int
    shared: int
    """Claims that several outlets carry."""
    loud: int
    """Those of them that go back to one origin."""
    days: Interval | None
    """On which its documents were published; None where no day is known."""


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim, by its reach and its roots."""

    id: str
    story: str
    text: str
    outlets: int
    documents: int
    attributions: int
    low: int
    """Independent origins, at least."""
    high: int
    digit: int | None
    days: Interval | None
    """On which the documents that carry it were published."""

    @property
    def is_shared(self) -> bool:
        """Whether several outlets carry it."""
        return self.outlets > 1

    @property
    def is_loud(self) -> bool:
        """Whether several outlets carry what one origin said."""
        return self.is_shared and self.high == 1


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A source in all stories that it is heard in."""

    id: str
    name: str
    kind: SourceKind
    role: str | None
    attributions: int
    documents: int
    stories: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in its story."""

    id: str
    story: str
    sha256: str
    known_as: str
    """Its outlet, else its file."""
    title: str | None
    path: str
    days: Interval | None
    """On which it was published."""
    attributions: int


@dataclass(frozen=True, slots=True)
class Totals:
    """How much there is in a case."""

    documents: int = 0
    outlets: int = 0
    stories: int = 0
    claims: int = 0
    shared: int = 0
    loud: int = 0
    sources: int = 0
    attributions: int = 0
    figures: int = 0
    judgements: int = 0
