"""Between which days it was said, where no words date the saying itself."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from stemma.attribute.occasions import is_elsewhen, moved_by
from stemma.attribute.timed import TimedSentence, anchor_of, place_of
from stemma.model import Attribution, Document, Interval, Span
from stemma.when import CalendarDate, Shifted, TimeExpression, Unit, Weekday, has_bare_clock, resolve

__all__ = ["bound_saying", "is_long_past", "news_of"]

NEWS_DAYS = 3
"""How long before publication a day may lie for a saying to be dated as between the two. Of 312 sayings of 357 dated
reports whose day is told and lies in the week before, 300 were made within these."""

LEAD = 3
"""Paragraphs in which an hour without a day is that of the news; further down it may be of any tale. Of 372
reports 118 name no recent day, and three of these open so, all with an hour of their own day."""


def bound_saying(
    document: Document, attribution: Attribution, told: Sequence[TimedSentence], news: Interval | None
) -> Interval | None:
    """
    Return the days between which *attribution* was said, or None; *news* as from ``news_of``.

    From the past day that it tells of until publication; else, where nothing moves it elsewhere, the
    days of the news.
    """
    place, published = place_of(anchor_of(attribution), told), document.published.interval
    if place is None or published is None:
        return None
    events = [day for content in attribution.content_spans for day in _days_within(document, content, told)]
    if events:
        return _until_publication(max(events), published)
    sentence = told[place]
    is_moved = moved_by(document.text, attribution, sentence.times)
    return None if is_moved or is_elsewhen(document.text, attribution, sentence.span) else news


def news_of(document: Document, told: Sequence[TimedSentence]) -> Interval | None:
    """
    Return the days of the news: from the first recent day that the report names until publication.

    A report that names none but opens with an hour ("just after 6 a.m.") is of its own day. None where it
    has neither: its news may be of any time.
    """
    published = document.published.interval
    days = [day for sentence in told for day in _recent_days(document, sentence)]
    if published and days:
        return _until_publication(min(days), published)
    lead = [s.span for s in told if s.block < LEAD and not s.times]
    is_today = published and published.is_day and any(has_bare_clock(document.text, span) for span in lead)
    return published if is_today else None


def _recent_days(document: Document, sentence: TimedSentence) -> Iterator[date]:
    published = document.published.interval
    for e in sentence.times:
        days = resolve(e, document.published.counted_from) if _is_named_day(e) else None
        if published and days and days.is_day and _until_publication(days.earliest, published):
            yield days.earliest


def _days_within(document: Document, content: Span, told: Sequence[TimedSentence]) -> Iterator[date]:
    """The past days that *content* tells of, as far as they are settled to a matter of days, and recent."""
    published, place = document.published.interval, place_of(content.start, told)
    for e in told[place].times if place is not None else ():
        days = resolve(e, document.published.counted_from) if content.holds(e.span) and not e.is_future else None
        if published and days and days.days <= NEWS_DAYS and _until_publication(days.latest, published):
            yield days.latest


def is_long_past(days: Interval, published: Interval | None) -> bool:
    """Tell whether *days* were over before the news began."""
    return published is not None and days.latest < published.earliest - timedelta(days=NEWS_DAYS)


def _is_named_day(expression: TimeExpression) -> bool:
    value = expression.value
    if expression.is_future:
        return False
    is_date = isinstance(value, CalendarDate) and value.day is not None
    return is_date or isinstance(value, Weekday) or (isinstance(value, Shifted) and value.unit is Unit.DAY)


def _until_publication(day: date, published: Interval) -> Interval | None:
    if day > published.latest or published.earliest - day > timedelta(days=NEWS_DAYS):
        return None
    return Interval(day, min(published.latest, day + timedelta(days=NEWS_DAYS)))
