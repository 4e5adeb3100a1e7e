"""Dates that cannot be: days that no calendar has, weekdays beside the wrong date, reports older than their news."""

from collections.abc import Iterator
from datetime import date, timedelta

from stemma.model import Document, Span
from stemma.read.tense import has_happened
from stemma.when import WEEKDAYS, CalendarDate, TimeExpression, find_times

__all__ = ["impossible_dates"]

ZONES = timedelta(days=2)
"""How far a day may lie ahead of the date of the page that tells of it as past: time zones, and a day's update."""
SHOWN = 3
"""Slips that are told of one document; a text with more of them has dates of another kind."""
LEAP_YEAR = 2000


def impossible_dates(document: Document) -> tuple[str, ...]:
    """Return what cannot be true of the dates in the body of *document*, a clause for the user each."""
    found = (
        doubt
        for block in document.body
        for e in find_times(document.text, block)
        if isinstance(e.value, CalendarDate) and e.value.day
        for doubt in _doubts(document, block, e, e.value)
    )
    return tuple(dict.fromkeys(found))[:SHOWN]


def _doubts(document: Document, block: Span, expression: TimeExpression, value: CalendarDate) -> Iterator[str]:
    words = " ".join(expression.span.cut(document.text).split())
    published = document.published.interval
    if not _day(value, value.year or LEAP_YEAR):
        yield f"“{words}” is no day of any calendar"
        return
    years = [value.year] if value.year else [published.latest.year + step for step in (-1, 0, 1)] if published else []
    days = [day for year in years if (day := _day(value, year))]
    if days and value.weekday is not None and all(day.weekday() != value.weekday for day in days):
        was = f"was a {WEEKDAYS[days[0].weekday()]}" if value.year else "fits none of the years about its publication"
        yield f"“{words}” {was}"
    is_late = value.year and published and days and days[0] > published.latest + ZONES
    if is_late and has_happened(document.text, block, expression):
        yield f"it tells of “{words}” as past, but is dated {published}"


def _day(value: CalendarDate, year: int) -> date | None:
    try:
        return date(year, value.month or 1, value.day or 1)
    except ValueError:  # 31 November
        return None
