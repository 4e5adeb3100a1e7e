"""Many documents read and compared at once."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

__all__ = ["EngineName", "Job", "Original", "Refusal", "Stage", "StoryFound", "Summary"]


class EngineName(StrEnum):
    """What does the work."""

    LOCAL = "local"
    SPARK = "spark"


class Stage(StrEnum):
    """Where a batch is, and at which stage a document was set aside."""

    OPEN = "open"
    """Taken out of the file that it came in."""
    READ = "read"
    """Read by itself."""
    PART = "part"
    """Put to its story."""
    TELL = "tell"
    """Held against the others of its story."""
    ASIDE = "aside"
    """Set aside, whichever stage could not do it: nothing comes behind."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """A document that was set aside, and why."""

    path: str
    stage: Stage
    reason: str


@dataclass(frozen=True, slots=True)
class Job:
    """What is to be read, and where the tables go."""

    inputs: tuple[str, ...]
    """Files, folders, or URLs of a file system."""
    out: str
    """A folder, or the URL of one."""
    reading: str
    """Edition of what reads one document and puts it to its story: what another one has read is read anew."""
    edition: str
    """Of all rules and models."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What became of a batch."""

    rows: Mapping[str, int] = field(default_factory=dict)
    """By table."""
    stories: int = 0
    refusals: Mapping[str, int] = field(default_factory=dict)
    """Documents set aside, by the stage."""
    faults: tuple[tuple[Refusal, int], ...] = ()
    """Why documents could not be used, the most frequent reason first, each with the first document and how many."""


@dataclass(frozen=True, slots=True)
class StoryFound:
    """A story in the tables of a batch."""

    id: str
    title: str
    documents: int
    matches: int
    """Claims and titles in which all words stand that were looked for."""


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes of a document, as a batch met them."""

    path: str
    url: str | None
    fetched: str | None
    """When, ISO 8601, where a crawl says so."""
    data: bytes
