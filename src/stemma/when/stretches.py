"""The stretches of the calendar that lie so many steps from a day."""

import calendar
from collections.abc import Callable
from datetime import date, timedelta

from stemma.model import Interval
from stemma.when.values import Unit

__all__ = ["STRETCHES", "three_months"]


def _day(today: date, steps: int) -> Interval:
    return Interval.day(today + timedelta(days=steps))


def _weekend(today: date, steps: int) -> Interval:
    """The last Saturday and Sunday that have begun, or the next; "last weekend" on a Sunday is the one before."""
    saturday = today - timedelta(days=(today.weekday() - 5) % 7)
    weeks = max(steps, 0) - (steps < 0 and today.weekday() >= 5)
    return Interval(saturday + timedelta(weeks=weeks), saturday + timedelta(weeks=weeks, days=1))


def _week(today: date, steps: int) -> Interval:
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=steps)
    return Interval(monday, monday + timedelta(days=6))


def _month(today: date, steps: int) -> Interval:
    year, month = divmod(today.year * 12 + today.month - 1 + steps, 12)
    return Interval(date(year, month + 1, 1), date(year, month + 1, calendar.monthrange(year, month + 1)[1]))


def _year(today: date, steps: int) -> Interval:
    return Interval(date(today.year + steps, 1, 1), date(today.year + steps, 12, 31))


def _quarter_of(today: date, steps: int) -> Interval:
    year, quarter = divmod(today.year * 4 + (today.month - 1) // 3 + steps, 4)
    return three_months(year, 3 * quarter + 1)


def _decade(today: date, steps: int) -> Interval:
    first = today.year // 10 * 10 + 10 * steps
    return Interval(date(first, 1, 1), date(first + 9, 12, 31))


def three_months(year: int, month: int) -> Interval:
    """Return the three months from *month* of *year* on."""
    return Interval(_month(date(year, month, 1), 0).earliest, _month(date(year, month, 1), 2).latest)


STRETCHES: dict[Unit, Callable[[date, int], Interval]] = {
    Unit.DAY: _day,
    Unit.WEEKEND: _weekend,
    Unit.WEEK: _week,
    Unit.MONTH: _month,
    Unit.QUARTER: _quarter_of,
    Unit.DECADE: _decade,
    Unit.YEAR: _year,
}
