"""Times that count from the time told before them: "two days later", "the same day", "from a year earlier"."""

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from stemma.model import Interval
from stemma.when.resolving import resolve
from stemma.when.stretches import STRETCHES
from stemma.when.values import (
    Ago,
    CalendarDate,
    NumericDate,
    Quarter,
    Recent,
    SameDay,
    Since,
    TimeExpression,
    Unanchored,
    Unit,
)

__all__ = ["resolve_all"]

_STOP = re.compile(r"[.!?][”\"’']?\s+[A-Z“\"]")
# "Rose 10 % in the third quarter from a year ago": the same stretch, a year before.
_AGAINST = re.compile(r"\b(?:from|than|versus|vs\.?|against|compared\s+(?:with|to)|over)\s[^;:]*$")
_QUARTER = re.compile(r"\b(?:quarter|period)\b")
_NEXT_WORD = len(" quarter") + 1
_LOOKBACK = 60
_REPORT = 1000  # characters; a few paragraphs on, figures are of another period
_YEAR = 360
_MONTH = 12
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12, Unit.DECADE: 120}
_DAYS = {Unit.DAY: 1, Unit.WEEK: 7, Unit.WEEKEND: 7}


def resolve_all(text: str, times: Sequence[TimeExpression], published: Interval | None) -> tuple[Interval | None, ...]:
    """
    Return the days that each of *times* of *text* means, in reading order, as ``resolve`` does for one alone.

    What counts from another time is held against the one told last before it. A comparison is held
    against the last stretch that is no comparison itself, a quarter before all others. Dates in numbers
    are read in the order that the plain ones among them have ("25/03/2019").
    """
    times = _ordered(times)
    days: list[Interval | None] = []
    told: list[tuple[TimeExpression, Interval]] = []
    for time in times:
        chained = _chained(text, time, told)
        found = chained or resolve(time, published)
        days.append(found)
        is_stretch = not isinstance(time.value, Recent | Since)
        if found and is_stretch and not (chained and _is_comparison(text, time)):
            told.append((time, found))
    return tuple(days)


def _ordered(times: Sequence[TimeExpression]) -> Sequence[TimeExpression]:
    """Settle the order of day and month where one date of the text can have no other, and none the opposite."""
    dates = [time.value for time in times if isinstance(time.value, NumericDate)]
    orders = {date.first > _MONTH for date in dates if max(date.first, date.second) > _MONTH}
    if len(orders) != 1:
        return times
    (is_day_first,) = orders
    return [
        replace(time, value=_dated(time.value, is_day_first=is_day_first))
        if isinstance(time.value, NumericDate)
        else time
        for time in times
    ]


def _dated(value: NumericDate, *, is_day_first: bool) -> CalendarDate:
    day, month = (value.first, value.second) if is_day_first else (value.second, value.first)
    return CalendarDate(value.year, month, day)


def _chained(text: str, time: TimeExpression, told: Sequence[tuple[TimeExpression, Interval]]) -> Interval | None:
    if not told:
        return None
    days = told[-1][1]
    match time.value:
        case SameDay():
            return days if days.is_day else None
        case Unanchored(of_event=False):
            return _distant(text, time, time.value, told)
        case Ago(Unit.YEAR, count, most) if count == most and _is_comparison(text, time):
            period = _period(text, time, told)
            return _moved(period, Unit.YEAR, -count) if period else None
    return None


def _distant(
    text: str, time: TimeExpression, value: Unanchored, told: Sequence[tuple[TimeExpression, Interval]]
) -> Interval | None:
    days, unit, count = told[-1][1], value.unit, value.count
    if unit is None or count is None:
        return None
    if value.is_whole and unit in STRETCHES:
        return STRETCHES[unit](days.earliest, count)
    if unit is Unit.YEAR and days.is_day and _QUARTER.search(text, time.span.start, time.span.end + _NEXT_WORD):
        days = STRETCHES[Unit.QUARTER](days.earliest, 0)  # "the year-ago quarter", after one "ended Sept. 30"
    is_period = unit is Unit.YEAR and _is_comparison(text, time)
    return _moved(_period(text, time, told) or days if is_period else days, unit, count)


def _is_comparison(text: str, time: TimeExpression) -> bool:
    """Whether something is held against what was at the time ("from 12 million a year ago")."""
    return bool(_AGAINST.search(text, max(0, time.span.start - _LOOKBACK), time.span.start))


def _period(text: str, time: TimeExpression, told: Sequence[tuple[TimeExpression, Interval]]) -> Interval | None:
    """The stretch that is reported on: the quarter told last, or a month told in the same sentence."""
    for before, days in reversed(told):
        if time.span.start - before.span.end > _REPORT:
            return None
        in_one = not _STOP.search(text, before.span.end, time.span.start)
        is_quarter = isinstance(before.value, Quarter) or getattr(before.value, "unit", None) is Unit.QUARTER
        if is_quarter or (in_one and not days.is_day and days.days < _YEAR):
            return days
    return None


def _moved(days: Interval, unit: Unit, count: int) -> Interval | None:
    """Move *days* by *count* units; whole months stay whole months. None where it leaves the calendar."""
    try:
        if unit in _DAYS:
            step = timedelta(days=count * _DAYS[unit])
            return Interval(days.earliest + step, days.latest + step)
        months = count * _MONTHS[unit] if unit in _MONTHS else None
        return Interval(_add(days.earliest, months), _add(days.latest, months)) if months else None
    except (OverflowError, ValueError):  # before year 1, after 9999
        return None


def _add(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    length = calendar.monthrange(year, month + 1)[1]
    is_last = day.day == calendar.monthrange(day.year, day.month)[1]
    return date(year, month + 1, length if is_last else min(day.day, length))
