"""When a text was written, where its words contradict the date that its page states."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from stemma.model import Basis, Interval, Published, Span
from stemma.when import TimeExpression, Weekday, find_times

__all__ = ["date_writing"]

HEAD_BLOCKS = 3
"""Paragraphs that tell the news. In those of 383 dated reports each of the eight bare weekdays that were told as past
and bore the name of the next day meant that day, and none the one six days back."""
CLAUSE = 120
"""Characters of a clause before a time in which its verb stands, and a quarter of it behind."""
DAY = timedelta(days=1)

_HAPPENED = re.compile(
    r"\b(?:said|told|was|were|had|did|came|went|took|began|held|made|gave|saw|wrote|fell|found|died|(?:has|have)\s+\w+ed"
    r"|\w{2,}ed)\b"
)
_COMING = re.compile(
    r"\b(?:will|would|due|scheduled|slated|expected|planned|supposed|set|hoped|wanted)\b|\bto\s+[a-z]+\b"
)
_BREAK = re.compile(r"[,;:.!?—–]\s|[“”\"]")


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
    told = next((e for e in _bare_weekdays(text, body[:HEAD_BLOCKS]) if e.value == Weekday(after.weekday())), None)
    if told is None:
        return published
    evidence = f"{published.evidence.rstrip('.')}; it tells of “{told.span.cut(text)}” as past, which is the day after."
    return replace(published, interval=Interval(stated.earliest, after), evidence=evidence, written=Interval.day(after))


def _bare_weekdays(text: str, blocks: Sequence[Span]) -> Iterator[TimeExpression]:
    for block in blocks:
        for e in find_times(text, block):
            if isinstance(e.value, Weekday) and not e.value.step and _has_happened(text, block, e):
                yield e


def _has_happened(text: str, block: Span, expression: TimeExpression) -> bool:
    """Whether a verb of the past governs the time, with nothing between them that looks ahead."""
    if expression.is_future:
        return False
    start, end = max(block.start, expression.span.start - CLAUSE), min(block.end, expression.span.end + CLAUSE // 4)
    start = max((m.end() for m in _BREAK.finditer(text, start, expression.span.start)), default=start)
    behind = _BREAK.search(text, expression.span.end, end)
    verbs = [m.end() for m in _HAPPENED.finditer(text, start, expression.span.start)]
    if verbs:
        return not _COMING.search(text, verbs[-1], expression.span.start)
    coming = _COMING.search(text, start, expression.span.start)
    return not coming and bool(_HAPPENED.search(text, expression.span.end, behind.start() if behind else end))
