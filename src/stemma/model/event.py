"""What has a day: what happened, what was said, what was published."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.model.claim import Place
from stemma.model.interval import Interval

__all__ = ["Event", "EventKind"]


class EventKind(StrEnum):
    """What a document tells of a day."""

    HAPPENED = "happened"
    """A document or someone in it tells that it was so."""
    EXPECTED = "expected"
    """It was still to come when the document was written."""
    SAID = "said"
    PUBLISHED = "published"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, was said or was published, at all the places that tell of it on these days."""

    id: str
    kind: EventKind
    on: Interval
    """Several days mean that the words leave the day open among them, not that it went on for so long."""
    is_running: bool
    """It began then and goes on, as far as the document says ("since January")."""
    documents: tuple[str, ...]
    """Ids of those that tell of it, the earliest first; of a publication the one itself."""
    places: tuple[Place, ...]
    """The words for it; of a publication its title, where one stands in the text."""
    times: tuple[Place, ...]
    """The words that give the day; none where it follows from what stands around."""
    attributions: tuple[str, ...]
    """Ids of those who say it; none where a document tells it itself, and of publications."""
    source: str | None = None
    """Who said it, or on whose word it is; None where that is not known or the document tells it itself."""
    claim: str | None = None
