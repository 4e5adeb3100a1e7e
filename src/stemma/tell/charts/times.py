"""The time axis of a chart: true to scale where that can be read."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from stemma.model import Interval
from stemma.tell.days import MONTHS, day_in_words
from stemma.tell.dial import Dial, Tick

__all__ = ["Calendar"]

CROWDED = 6.0
"""Pixels below which two days cannot be told from one another."""
TICKS = 6
DAYS = (1, 2, 7, 14)
"""Between two labels, as few days as leave room for all."""
YEAR = 12
MONTHS_APART = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 6000, 12000)
LETTER = 7.0
"""Pixels of a letter of a label."""
APART = 12.0


@dataclass(frozen=True, slots=True)
class Calendar:
    """Days to pixels."""

    first: date
    last: date
    left: float
    right: float
    dial: Dial | None
    """In place of the even axis, where on that most days would lie on each other."""

    @classmethod
    def over(cls, intervals: Sequence[Interval], left: float, right: float) -> "Calendar":
        """Return the axis that holds *intervals*, of which there is one at least."""
        days = sorted({day for interval in intervals for day in (interval.earliest, interval.latest)})
        even = cls(days[0], days[-1], left, right, None)
        close = sum(even.x(later) - even.x(earlier) < CROWDED for earlier, later in pairwise(days))
        if 2 * close <= len(days) - 1:
            return even
        return cls(days[0], days[-1], left, right, Dial.over(intervals, left, right))

    @property
    def note(self) -> str:
        """What a reader must know to read the distances right; nothing where they are as one expects."""
        return "Long stretches of time are drawn shorter." if self.dial else ""

    def x(self, day: date) -> float:
        """Return where a day stands; on an uneven axis *day* is an end of one of the intervals."""
        if self.dial:
            return self.dial.x(day)
        if self.first == self.last:
            return (self.left + self.right) / 2
        share = (day - self.first).days / (self.last - self.first).days
        return round(self.left + share * (self.right - self.left), 1)

    def middle(self, interval: Interval) -> float:
        """Return where an interval is drawn."""
        return round((self.x(interval.earliest) + self.x(interval.latest)) / 2, 1)

    def ticks(self) -> tuple[Tick, ...]:
        """Return the days that have a label."""
        if self.dial:
            return self.dial.ticks()
        rows = (self._ticks(days) for days in self._rhythms())
        return next(
            (ticks for ticks in rows if _have_room(ticks)), (Tick(self.x(self.first), day_in_words(self.first)),)
        )

    def _ticks(self, days: Sequence[tuple[date, str]]) -> tuple[Tick, ...]:
        """Return *days* with what they are called, the year where it is a new one."""
        found: list[Tick] = []
        year = None
        for day, label in days:
            found.append(Tick(self.x(day), label if day.year == year else f"{label} {day.year}".strip()))
            year = day.year
        return tuple(found)

    def _rhythms(self) -> Iterator[list[tuple[date, str]]]:
        """Yield round days at ever longer distances, with what they are called apart from the year."""
        length = (self.last - self.first).days
        for step in DAYS:
            if length <= step * TICKS:
                days = range(self.first.toordinal(), self.last.toordinal() + 1, step)
                yield [(day, f"{day.day} {MONTHS[day.month - 1]}") for day in map(date.fromordinal, days)]
        begin, end = (day.year * 12 + day.month - 1 for day in (self.first, self.last))
        begin += self.first.day > 1
        for step in MONTHS_APART:
            if begin <= end <= begin + step * TICKS:
                months = [at for at in range(-(-begin // step) * step, end + 1, step) if at >= YEAR]
                firsts = [date(at // YEAR, at % YEAR + 1, 1) for at in months]
                yield [(day, "" if step >= YEAR else MONTHS[day.month - 1]) for day in firsts]


def _have_room(ticks: Sequence[Tick]) -> bool:
    return bool(ticks) and all(
        other.x - one.x >= (len(one.label) + len(other.label)) * LETTER / 2 + APART for one, other in pairwise(ticks)
    )
