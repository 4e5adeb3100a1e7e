"""Figures that count one thing, lined up over time by who gives them."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.model.interval import Interval

__all__ = ["Entry", "Relation", "Standing", "Tally"]


class Relation(StrEnum):
    """How an entry stands to an earlier one of its tally."""

    AGREES = "agrees"
    UPDATES = "updates"
    CONFLICTS = "conflicts"
    CORRECTS = "corrects"
    COUNTS_ELSE = "counts_else"
    """A part of it, or the same thing elsewhere or of others: no answer to the question that the tally asks."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One number in one name, at all the places that give it."""

    figure: str
    """Id of the figure that stands for it: the first told."""
    places: tuple[str, ...]
    """Ids of all the figures that give it, this one first."""
    claimant: str | None
    """Id of the source that gives it; None where the document of the figure says it itself."""
    counted: Interval | None
    """The days that the text counts it for, where it says so."""
    told: Interval | None
    """The days on which it was given: said, else published."""
    relation: Relation | None = None
    """None for the first of its tally."""
    against: str | None = None
    """Id of the figure of the entry that *relation* leads to."""
    reason: str = ""
    """One line, without its stop."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is claimed now: from the number of one claimant to that of another."""

    low: str
    """Id of the figure that lets in the least."""
    high: str
    """Id of the figure that lets in the most."""
    figures: tuple[str, ...]
    """Ids of the figures of all entries that nobody has updated or corrected since."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Figures that count one thing, over time; what only stands beside it is marked as counting something else."""

    id: str
    counts: str
    """What is counted, in the words of the figures' normal form; empty where the text does not say."""
    per: str | None
    entries: tuple[Entry, ...]
    """In the order of the days that they are counted for and then told on; those without any last."""
    now: Standing | None
    """None where no entry gives a number to stand by ("hundreds of" has a low end, "many" has none)."""
