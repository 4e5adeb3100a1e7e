"""When a report that gives no date was published, from the times that it speaks of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from stemma.model import Basis, Interval, Published, Span
from stemma.when import MONTHS, CalendarDate, Part, Since, TimeExpression, find_times, resolve

__all__ = ["DatedDay", "agreeing_years", "infer_date", "past_times"]

NEWS_DAYS = 3
"""Days after the last day that a report tells of within which it was published. In dated news the last day
named with its month lies at most three days back in most reports."""
SINCE_DAYS = (19, 110)
"""A report that says "since January" is written when that month is well begun, and before the month has grown
so distant that one would give its year."""
LEAD_SHARE = 0.6
"""The last day counts as the news only where it stands in this first part of the body."""
YEARS_ON = 2
"""A report's last stated year is at most so many years old."""


@dataclass(frozen=True, slots=True)
class DatedDay:
    """A day named with month and perhaps weekday, the year still open."""

    expression: TimeExpression
    month: int
    day: int
    weekday: int | None
    share: float
    """How far down the body it stands, 0 to 1."""

    def in_year(self, year: int) -> date | None:
        """Return the day in *year*, or None where there is none or the weekday disagrees."""
        try:
            day = date(year, self.month, self.day)
        except ValueError:  # 29 February
            return None
        return day if self.weekday in {None, day.weekday()} else None


def infer_date(text: str, body: Sequence[Span]) -> Published:
    """Return an interval for the date of publication from the body's own words, or none with the reason."""
    times = past_times(text, body)
    years = _years(times)
    known = _last_known(times)
    since = _from_since(text, times, known)
    if since:
        return since
    open_days = open_dates(text, body)
    best = _from_open(text, open_days, years, known)
    if best:
        return best
    return _from_known(text, body, times, known)


def past_times(text: str, body: Sequence[Span]) -> tuple[TimeExpression, ...]:
    """Return the times in *body* that are spoken of as past."""
    return tuple(e for block in body for e in find_times(text, block) if not e.is_future)


def open_dates(text: str, body: Sequence[Span]) -> tuple[DatedDay, ...]:
    """Return the days in *body* that are named without their year."""
    whole = max(1, sum(len(block) for block in body))
    found: list[DatedDay] = []
    before = 0
    for block in body:
        for e in find_times(text, block):
            v = e.value
            if isinstance(v, CalendarDate) and not e.is_future and v.year is None and v.month and v.day:
                share = (before + e.span.start - block.start) / whole
                found.append(DatedDay(e, v.month, v.last_day or v.day, None if v.last_day else v.weekday, share))
        before += len(block)
    return tuple(found)


def agreeing_years(days: Sequence[DatedDay], years: Sequence[int]) -> tuple[int, ...]:
    """Return those of *years* in which the weekdays of all *days* are right; none where no weekday is named."""
    told = [day for day in days if day.weekday is not None]
    if not told:
        return ()
    return tuple(year for year in years if all(day.in_year(year) for day in told))


def _years(times: Sequence[TimeExpression]) -> list[int]:
    return sorted({v.year for e in times if isinstance(v := e.value, CalendarDate) and v.year})


def _last_known(times: Sequence[TimeExpression]) -> tuple[Interval, TimeExpression] | None:
    """The latest time that is stated with its year, to the month or the day."""
    known = [
        (days, e)
        for e in times
        if isinstance(e.value, CalendarDate) and e.value.year and e.value.month and (days := resolve(e, None))
    ]
    return max(known, key=lambda item: (item[0].earliest, item[0].latest, -item[1].span.start), default=None)


def _from_since(
    text: str, times: Sequence[TimeExpression], known: tuple[Interval, TimeExpression] | None
) -> Published | None:
    """ "Since January", beside "early December 2024": the January after."""
    if known is None:
        return None
    for e in times:
        start = e.value.start if isinstance(e.value, Since) else None
        if not isinstance(start, CalendarDate) or start.year or not start.month or start.day:
            continue
        year = known[0].earliest.year + (start.month < known[0].earliest.month)
        month = date(year, start.month, 1)
        first, last = (month + timedelta(days=days) for days in SINCE_DAYS)
        if first < known[0].earliest:
            continue
        words = f"“{e.span.cut(text)}” without a year beside “{known[1].span.cut(text)}”"
        evidence = f"{words}: that {MONTHS[start.month - 1]} is {year}, and was well begun but not long past."
        return Published(Interval(first, last), Basis.INFERRED, evidence, e.span)
    return None


def _from_open(
    text: str,
    days: Sequence[DatedDay],
    years: Sequence[int],
    known: tuple[Interval, TimeExpression] | None,
) -> Published | None:
    """A day without its year: the year by its weekday, or by the years that the report names."""
    last = max(years, default=None)
    if not days or last is None:
        return None
    candidates = range(last, last + YEARS_ON + 1)
    agreeing = agreeing_years(days, candidates)
    if not agreeing and known and any(day.weekday is not None for day in days):
        return None
    year = agreeing[0] if agreeing else known[0].earliest.year if known else None
    if year is None:
        return None
    return from_days(text, days, year, "its weekday" if agreeing else f"“{known[1].span.cut(text)}”" if known else "")


def from_days(text: str, days: Sequence[DatedDay], year: int, by: str) -> Published | None:
    """Return the interval that the last of *days* gives, the year being settled *by* something."""
    dated = [(day, d) for d in days if (day := d.in_year(year))]
    if not dated:
        return None
    day, source = max(dated, key=lambda item: (item[0], -item[1].share))
    if min(d.share for found, d in dated if found == day) > LEAD_SHARE:
        return None
    evidence = f"“{source.expression.span.cut(text)}” is the last day it tells of; {by} gives the year {year}."
    return Published(Interval(day, day + timedelta(days=NEWS_DAYS)), Basis.INFERRED, evidence, source.expression.span)


def _from_known(
    text: str,
    body: Sequence[Span],
    times: Sequence[TimeExpression],
    known: tuple[Interval, TimeExpression] | None,
) -> Published:
    if known is None:
        return Published(evidence="No date is stated, and the times in the text do not tell the year.")
    days, e = known
    value = e.value
    words = e.span.cut(text)
    whole = body[-1].end - body[0].start if body else 1
    share = (e.span.start - body[0].start) / max(1, whole) if body else 1.0
    if isinstance(value, CalendarDate) and value.day and share <= LEAD_SHARE:
        interval = Interval(days.latest, days.latest + timedelta(days=NEWS_DAYS))
        return Published(interval, Basis.INFERRED, f"“{words}” is the last day it tells of.", e.span)
    after = f"{days.earliest}" if isinstance(value, CalendarDate) and (value.day or value.part is Part.EARLY) else words
    return Published(evidence=f"No date is stated; it tells of “{words}”, so it is not older than {after}.")
