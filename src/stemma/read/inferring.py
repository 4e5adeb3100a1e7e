"""When a report that gives no date was published, from the times that it speaks of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from stemma.model import Basis, Interval, Published, Span
from stemma.read.tense import has_happened
from stemma.when import CalendarDate, Part, TimeExpression, find_times, resolve

__all__ = ["DatedDay", "agreeing_years", "from_days", "infer_date", "open_dates", "past_times"]

NEWS_DAYS = 3
"""Days after the last day that a report tells of within which it was published. In dated news the last day
named with its month lies at most three days back in most reports."""
LEAD_SHARE = 0.6
"""The last day counts as the news only where it stands in this first part of the body."""
DATED_LEAD_SHARE = 0.12
"""A day with its year is the news only in the first lines: news leaves the year out of recent days, and gives it
to old ones (of 383 dated reports, 25 had such a day lower down, and of 24 of them it was not the news)."""
LONGEST = 60_000
"""Characters from the body's start that are read for it; a report is shorter."""
NEVER = 10**6
"""Days; farther than any date."""
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

    def apart(self, year: int, anchor: date) -> int:
        """Return how many days the day in *year* lies from *anchor*."""
        day = self.in_year(year)
        return abs((day - anchor).days) if day else NEVER


def infer_date(text: str, body: Sequence[Span]) -> Published:
    """Return an interval for the date of publication from the body's own words, or none with the reason."""
    body = [block for block in body if block.end <= body[0].start + LONGEST]
    times = past_times(text, body)
    years = _years(times)
    known = _last_known(times)
    open_days = open_dates(text, body)
    best = _from_open(text, open_days, years)
    if best:
        return best
    return _from_known(text, body, known)


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
            if isinstance(v, CalendarDate) and v.year is None and v.month and v.day and has_happened(text, block, e):
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


def _from_open(text: str, days: Sequence[DatedDay], years: Sequence[int]) -> Published | None:
    """A day without its year: the first year, from the last that the report names on, in which its weekday is right."""
    last = max(years, default=None)
    if not days or last is None:
        return None
    agreeing = agreeing_years(days, range(last, last + YEARS_ON + 1))
    return from_days(text, days, {d: agreeing[0] for d in days}, "its weekday") if agreeing else None


def from_days(text: str, days: Sequence[DatedDay], years: Mapping[DatedDay, int], by: str) -> Published | None:
    """Return the interval that the last of *days* gives, its year in *years* being settled *by* something."""
    dated = [(day, d) for d in days if (day := d.in_year(years[d]))]
    if not dated:
        return None
    day, source = max(dated, key=lambda item: (item[0], -item[1].share))
    if min(d.share for found, d in dated if found == day) > LEAD_SHARE:
        return None
    evidence = f"“{source.expression.span.cut(text)}” is the last day it tells of; {by} gives the year {day.year}."
    return Published(Interval(day, day + timedelta(days=NEWS_DAYS)), Basis.INFERRED, evidence, source.expression.span)


def _from_known(
    text: str,
    body: Sequence[Span],
    known: tuple[Interval, TimeExpression] | None,
) -> Published:
    if known is None:
        return Published(evidence="No date is stated, and the times in the text do not tell the year.")
    days, e = known
    value = e.value
    words = e.span.cut(text)
    whole = body[-1].end - body[0].start if body else 1
    share = (e.span.start - body[0].start) / max(1, whole) if body else 1.0
    if isinstance(value, CalendarDate) and value.day and share <= DATED_LEAD_SHARE:
        interval = Interval(days.latest, days.latest + timedelta(days=NEWS_DAYS))
        return Published(interval, Basis.INFERRED, f"“{words}” is the last day it tells of.", e.span)
    after = f"{days.earliest}" if isinstance(value, CalendarDate) and (value.day or value.part is Part.EARLY) else words
    return Published(evidence=f"No date is stated; it tells of “{words}”, so it is not older than {after}.")
