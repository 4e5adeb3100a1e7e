"""The days that a time expression means, held against the day of the document."""

import calendar
from datetime import date, timedelta

from stemma.model import Interval
from stemma.when.stretches import STRETCHES, three_months
from stemma.when.values import (
    Ago,
    CalendarDate,
    Decade,
    Look,
    NumericDate,
    Part,
    Quarter,
    Recent,
    Season,
    Shifted,
    Since,
    TimeExpression,
    TimeValue,
    Unit,
    Weekday,
)

__all__ = ["resolve"]

# A day of the month without a year that lies this near ahead is the coming one, whatever the verb ("payable Dec. 15"):
# of a day nine months back or more a paper says the year. Of TempEval-3's days .826 are right without it, .887 with it.
_SOON = timedelta(days=92)
# Documents have dates between these; from others ("0001-01-01", which programs write for none) nothing can be counted.
_FIRST, _LAST = date(1000, 1, 1), date(9000, 1, 1)
# The parts of a month and of a year, as first and last day and first and last month.
_MONTH_PARTS = {Part.EARLY: (1, 10), Part.MIDDLE: (10, 20), Part.LATE: (20, 31)}
_YEAR_PARTS = {Part.EARLY: (1, 4), Part.MIDDLE: (5, 8), Part.LATE: (9, 12)}
# A paper of one time zone may speak of a day that the document's own zone has not reached.
_ZONES = timedelta(days=1)
# How far a distance back can be off: nobody says "two weeks ago" of exactly fourteen days only.
_LOOSE = {Unit.DAY: 0, Unit.WEEK: 3, Unit.MONTH: 15, Unit.QUARTER: 45, Unit.YEAR: 183, Unit.DECADE: 1826}
_LENGTH = {Unit.DAY: 1, Unit.WEEK: 7, Unit.MONTH: 30, Unit.QUARTER: 91, Unit.YEAR: 365, Unit.DECADE: 3652}


def resolve(expression: TimeExpression, published: Interval | None) -> Interval | None:
    """
    Return the days that *expression* means in a document of *published*.

    The past is preferred unless the expression lies ahead: a bare weekday is the last one that
    is not after the document, reaching back six days at most. Where the document's own day is
    an interval, the answer spans what its first and its last day give. None where the
    expression cannot be anchored.
    """
    value, look = expression.value, expression.look
    if published is None or not _FIRST <= published.earliest <= published.latest <= _LAST:
        return _without_document(value)
    ends = [_on(value, day, look) for day in (published.earliest, published.latest)]
    if ends[0] is None or ends[1] is None:
        return None
    return Interval(min(end.earliest for end in ends if end), max(end.latest for end in ends if end))


def _without_document(value: TimeValue) -> Interval | None:
    if isinstance(value, CalendarDate) and value.year is not None:
        return _calendar(value, value.year)
    if isinstance(value, NumericDate):
        return _numeric(value)
    if isinstance(value, Decade):
        return Interval(date(value.first, 1, 1), date(value.first + 9, 12, 31))
    if isinstance(value, Season) and value.year is not None:
        return three_months(value.year, 3 * value.number + 3)
    if isinstance(value, Quarter) and value.year is not None:
        return _quarter(value, date(value.year, 12, 31))
    return None


def _on(value: TimeValue, today: date, look: Look) -> Interval | None:
    days: Interval | None = None
    ahead = look is Look.AHEAD
    match value:
        case Since(start):
            begun = _on(start, today, Look.BACK)
            days = Interval(begun.earliest, today) if begun and begun.earliest <= today else None
        case CalendarDate():
            days = _dated(value, today, look)
        case NumericDate():
            days = _numeric(value, today)
        case Quarter():
            days = _quarter(value, today)
        case Season():
            days = _season(value, today, ahead)
        case Weekday():
            days = _weekday(value, today, ahead)
        case Shifted():
            days = _shifted(value, today, ahead)
        case Ago():
            days = _ago(value, today)
        case Recent():
            days = Interval(_back(today, value.days), today)
        case _:  # the same day, days later: what they count from is not here; a length has no day
            days = _without_document(value)
    return days


def _dated(value: CalendarDate, today: date, look: Look) -> Interval | None:
    ahead = look is Look.AHEAD
    if value.year is not None:
        return _until(_calendar(value, value.year), today, ahead)
    found = [days for year in range(today.year - 1, today.year + 2) if (days := _calendar(value, year))]
    if value.weekday is not None and value.day is not None:
        years = range(today.year - 6, today.year + 7)
        agreeing = [d for y in years if (d := _calendar(value, y)) and d.earliest.weekday() == value.weekday]
        found = agreeing or found
    past = [days for days in found if days.earliest <= today + _ZONES]
    coming = [days for days in found if days.latest >= today]
    if look is Look.OPEN or (value.day is not None and look is Look.BACK):
        ahead = any(today + _ZONES < days.earliest <= today + _SOON for days in coming)
    chosen = min(coming, default=None) if ahead else max(past, default=None)
    return _until(chosen, today, ahead)


def _until(days: Interval | None, today: date, ahead: bool) -> Interval | None:
    """What has happened in a stretch that is still running has happened by today."""
    if days is None or ahead or not days.earliest <= today <= days.latest:
        return days
    return Interval(days.earliest, today)


def _calendar(value: CalendarDate, year: int) -> Interval | None:
    if value.month is None:
        first, last = _YEAR_PARTS.get(value.part, (1, 12)) if value.part else (1, 12)
        return Interval(date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1]))
    length = calendar.monthrange(year, value.month)[1]
    if value.day is not None:
        last = value.last_day or value.day
        return Interval(date(year, value.month, value.day), date(year, value.month, last)) if last <= length else None
    first, last = _MONTH_PARTS.get(value.part, (1, length)) if value.part else (1, length)
    return Interval(date(year, value.month, first), date(year, value.month, min(last, length)))


def _numeric(value: NumericDate, today: date | None = None) -> Interval | None:
    """None where day and month could change places and the document's day does not tell which is which."""
    orders = {(value.first, value.second), (value.second, value.first)}
    dates = [CalendarDate(value.year, month, day) for month, day in sorted(orders) if month <= 12]
    found = [days for d in dates if (days := _calendar(d, value.year))]
    if len(found) > 1 and today is not None:
        found = [days for days in found if days.earliest <= today + _ZONES]
    return found[0] if len(found) == 1 else None


def _quarter(value: Quarter, today: date) -> Interval:
    month = 3 * value.number - 2
    if value.years is not None:
        return three_months(today.year + value.years, month)
    return three_months(value.year or today.year - (date(today.year, month, 1) > today), month)


def _season(value: Season, today: date, ahead: bool) -> Interval:
    """By its year; else "this summer" is this year's, and another the last that is over or the next to come."""
    month = 3 * value.number + 3
    if value.year is not None:
        return three_months(value.year, month)
    found = [three_months(year, month) for year in range(today.year - 2, today.year + 2)]
    if value.step > 0 or (ahead and value.step >= 0):
        return next(days for days in found if days.latest >= today)
    if value.is_this:
        return found[2]
    past = [days for days in found if (days.latest if value.step < 0 else days.earliest) <= today]
    return past[-1]


def _weekday(value: Weekday, today: date, ahead: bool) -> Interval:
    back = (today.weekday() - value.weekday) % 7
    if value.step < 0:
        # "Last Monday" is the one before today. On a Monday it is a week back, and on a Tuesday eight days:
        # the day before is "yesterday" or "on Monday" (so in 12 of 12 reports that said it of that weekday).
        return Interval.day(today - timedelta(days=back if back > 1 else back + 7))
    if value.step > 0 or (ahead and back):
        return Interval.day(today + timedelta(days=7 - back))
    return Interval.day(today - timedelta(days=back))


def _shifted(value: Shifted, today: date, ahead: bool) -> Interval:
    whole = STRETCHES[value.unit](today, 1 if ahead and value.unit is Unit.WEEKEND else value.steps)
    is_running = whole.earliest <= today and (value.steps == 0 and value.unit is not Unit.DAY)
    if is_running and ahead:
        return Interval(today, whole.latest)
    if value.part is Part.BEFORE or is_running:
        return Interval(whole.earliest, min(whole.latest, today))
    if value.unit is Unit.YEAR and value.part:
        return _calendar(CalendarDate(whole.earliest.year, part=value.part), whole.earliest.year) or whole
    if value.unit is Unit.MONTH and value.part:
        month = CalendarDate(whole.earliest.year, whole.earliest.month, part=value.part)
        return _calendar(month, whole.earliest.year) or whole
    return whole


def _ago(value: Ago, today: date) -> Interval:
    unit, loose = _LENGTH[value.unit], _LOOSE[value.unit]
    nearest = _back(today, unit * value.least - (0 if value.more else loose))
    # "Over a week ago" is less than two.
    farthest = unit * (value.most + 1) if value.more else unit * value.most + loose
    return Interval(_back(today, farthest), min(nearest, today))


def _back(today: date, days: int) -> date:
    """The day so many *days* before, or the first that there is ("999 decades ago")."""
    return date.fromordinal(max(1, today.toordinal() - days))
