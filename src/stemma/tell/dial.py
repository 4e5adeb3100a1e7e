"""A time axis that gives a day among days as much room as a month among months."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import log2

from stemma.model import Interval
from stemma.tell.days import MONTHS

__all__ = ["Dial", "Tick"]

LETTER = 6.2
"""Pixels of a letter of a tick label."""
APART = 10
"""Pixels between two tick labels."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A day on the axis."""

    x: float
    label: str


@dataclass(frozen=True, slots=True)
class Dial:
    """Days to pixels: between two known days the room grows with the logarithm of the days between them."""

    knots: tuple[tuple[date, float], ...]

    @classmethod
    def over(cls, intervals: Iterable[Interval | None], left: float, right: float) -> "Dial":
        """Return the axis that holds the ends of *intervals* between the pixels *left* and *right*."""
        known = [interval for interval in intervals if interval]
        days = sorted({i.earliest for i in known} | {i.latest for i in known})
        rooms = [1 + log2((later - earlier).days) for earlier, later in pairwise(days)]
        whole, at, knots = sum(rooms) or 1.0, 0.0, []
        for day, room in zip(days, [*rooms, 0.0], strict=False):  # of no days there is none
            x = left + (right - left) * at / whole if len(days) > 1 else (left + right) / 2
            knots.append((day, round(x, 1)))
            at += room
        return cls(tuple(knots))

    def x(self, day: date) -> float:
        """Return where a day stands; *day* is an end of one of the intervals."""
        return dict(self.knots)[day]

    def middle(self, interval: Interval) -> float:
        """Return where an interval is drawn."""
        return round((self.x(interval.earliest) + self.x(interval.latest)) / 2, 1)

    def ticks(self) -> tuple[Tick, ...]:
        """Return the days that have room for a label."""
        ticks: list[Tick] = []
        year, free = None, float("-inf")
        for day, x in self.knots:
            label = f"{day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if day.year != year else "")
            half = len(label) * LETTER / 2
            if x - half >= free:
                ticks.append(Tick(x, label))
                year, free = day.year, x + half + APART
        return tuple(ticks)
