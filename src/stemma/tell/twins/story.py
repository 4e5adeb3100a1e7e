"""A story for programs: its head, and where the rest of it is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model.listing import ClaimLine, Part, StoryLine
from stemma.tell.changes import Change
from stemma.tell.desk import Desk
from stemma.tell.twins.drift import ChangeTwin, change_of

__all__ = ["StoryTwin"]


@dataclass(frozen=True, slots=True)
class StoryTwin:
    """The claims of a story by reach against roots, and what of it is told on pages of their own."""

    story: StoryLine
    summary: str
    claims: Part[ClaimLine]
    changes: tuple[ChangeTwin, ...]
    """The first of them."""
    changed: int
    """How many there are."""
    contested: int
    """Claims on which the actors do not all stand on one side."""
    figures: int
    days: int

    @classmethod
    def of(cls, head: "Head", claims: Part[ClaimLine], changes: Sequence[Change], desk: Desk) -> "StoryTwin":
        """Return a story with some of its *claims* and *changes*."""
        told = tuple(change_of(change, desk) for change in changes)
        return cls(head.line, head.summary, claims, told, head.changed, head.contested, head.figures, head.days)


@dataclass(frozen=True, slots=True)
class Head:
    """A story in one glance."""

    line: StoryLine
    summary: str
    changed: int
    contested: int
    figures: int
    """Lines of the ledger."""
    days: int
