"""What happened day by day, for programs."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.tell.chronicle import Told
from stemma.tell.desk import Desk
from stemma.tell.slices import Group
from stemma.tell.twins.words import Words, words_of

__all__ = ["DaysTwin"]


@dataclass(frozen=True, slots=True)
class ToldTwin:
    """One thing that happened or is expected."""

    words: Words
    others: tuple[Words, ...]
    """Further places that tell it."""
    whose: str
    """On whose word it is."""
    is_ahead: bool
    """It was still to come when it was told."""


@dataclass(frozen=True, slots=True)
class DayTwin:
    """A day, or several of which it was one, as a reader writes them."""

    days: str
    told: tuple[ToldTwin, ...]


@dataclass(frozen=True, slots=True)
class DaysTwin:
    """Some of what happened, in the order of its days."""

    story: str
    total: int
    days: tuple[DayTwin, ...]

    @classmethod
    def of(cls, groups: Sequence[Group[str, Told]], total: int, story: str, desk: Desk) -> "DaysTwin":
        """Return *groups*, which hold some of *total* things told."""
        return cls(story, total, tuple(DayTwin(g.head, tuple(_told(t, desk) for t in g.lines)) for g in groups))


def _told(told: Told, desk: Desk) -> ToldTwin:
    others = tuple(words_of(quotation, desk) for quotation in told.others)
    return ToldTwin(words_of(told.quotation, desk), others, told.whose, told.is_ahead)
