"""When a text was written, where its words contradict the date that its page states."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from stemma.model import Basis, Interval, Published, Span
from stemma.read.tense import has_happened
from stemma.when import WEEKDAYS, TimeExpression, Weekday, find_times

__all__ = ["date_writing"]

HEAD_BLOCKS = 3
"""Paragraphs that tell the news. In those of 383 dated reports each of the eight bare weekdays that were told as past
and bore the name of the next day meant that day, and none the one six days back."""
OFTEN = 2
"""Times that the rest of a report must tell of the next day, beside once of its own: ten of 6,977 dated reports do, and
all mean the next day, though in three it lay ahead. Of eleven that do not name their own, four mean six days back."""
DAY = timedelta(days=1)


def date_writing(text: str, body: Sequence[Span], published: Published) -> Published:
    """
    Return *published* with the day of writing where the news is of the day after the stated one.

    "Said Monday" on a page of Sunday: the page has the date of an earlier version, or of a place where it
    was not yet Monday. Both days are kept, and the evidence shows the contradiction.
    """
    stated = published.interval
    if stated is None or not stated.is_day or published.basis is not Basis.STATED or stated.latest == date.max:
        return published
    after = stated.latest + DAY
    told = _told_of(text, body, after)
    if told is None:
        return published
    evidence = f"{published.evidence.rstrip('.')}; it tells of “{told.span.cut(text)}” as past, which is the day after."
    return replace(published, interval=Interval(stated.earliest, after), evidence=evidence, written=Interval.day(after))


def _told_of(text: str, body: Sequence[Span], after: date) -> TimeExpression | None:
    """Return the first word for the day *after*: in the head, or behind it where the day before is named too."""
    head = next(_told_as_past(text, body[:HEAD_BLOCKS], after), None)
    if head is not None:
        return head
    behind = [*_told_as_past(text, body[HEAD_BLOCKS:], after)]
    return behind[0] if len(behind) >= OFTEN and any(_told_as_past(text, body, after - DAY)) else None


def _told_as_past(text: str, blocks: Sequence[Span], day: date) -> Iterator[TimeExpression]:
    name = WEEKDAYS[day.weekday()][:3].casefold()
    named = [block for block in blocks if name in block.cut(text).casefold()]
    return (e for e in _bare_weekdays(text, named) if e.value == Weekday(day.weekday()))


def _bare_weekdays(text: str, blocks: Sequence[Span]) -> Iterator[TimeExpression]:
    for block in blocks:
        for e in find_times(text, block):
            if isinstance(e.value, Weekday) and not e.value.step and has_happened(text, block, e):
                yield e
