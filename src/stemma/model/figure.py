"""Quantities and what they count."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.model.interval import Interval
from stemma.model.span import Span

__all__ = ["Bound", "Check", "Figure"]


class Bound(StrEnum):
    """How a figure limits the quantity."""

    EXACT = "exact"
    ABOUT = "about"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity at one place in one document."""

    id: str
    document: str
    span: Span
    text: str
    low: float | None
    high: float | None
    """Both ends are the value itself unless the bound is a range or open ("dozens": 24, None)."""
    bound: Bound
    unit: str | None = None
    """Normal form: "km", "USD", "%", "day", "person" …; None for a bare count."""
    counts: str | None = None
    """What it counts, in the text's words, normalised ("killed or wounded", "troops deployed")."""
    who: str | None = None
    """Whom it speaks of ("North Korean")."""
    where: str | None = None
    when: Interval | None = None
    per: str | None = None
    attribution: str | None = None
    """The innermost attribution whose content it stands in."""
    part_of: str | None = None
    """The figure of the whole that its sentence gives: "4,000 of the estimated 12,000"."""


@dataclass(frozen=True, slots=True)
class Check:
    """Arithmetic that holds figures against each other."""

    kind: str
    figures: tuple[str, ...]
    holds: bool
    explanation: str
    """The sum spelled out."""
