"""Where a text says when."""

import re

from stemma.model import Span
from stemma.when.patterns import PATTERNS
from stemma.when.values import (
    Ago,
    CalendarDate,
    NumericDate,
    Shifted,
    Since,
    TimeExpression,
    TimeValue,
    Weekday,
)

__all__ = ["find_times"]

# "since" and the article that may stand between it and its time.
_SINCE = re.compile(r"\b[Ss]ince\s+(?:the\s+)?$")
# Words that make what follows lie ahead, looked for in the clause before the time and shortly after it.
_AHEAD = re.compile(
    r"\b(?:will|shall|won[’']t|going\s+to|(?:is|are|was|were|be)\s+(?:due|set|scheduled|expected|slated|supposed|to)\b"
    r"|due|scheduled|slated|plans?|planned|planning|upcoming|ahead\s+of|until|no\s+later\s+than|running\s+for)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:said|told|was|were|had|did|added|announced|reported|confirmed|held|killed|\w{3,}ed)\b")
_CLAUSE_BREAK = re.compile(r"[,;:.!?—–]\s|[“”\"]")
_CLAUSE = 80  # characters; a clause of news prose is seldom longer

_Anchor = (CalendarDate, NumericDate, Weekday, Shifted, Ago)


def find_times(text: str, span: Span | None = None) -> tuple[TimeExpression, ...]:
    """
    Return the time expressions inside *span* in reading order; no two overlap.

    Where two shapes match at one place the longer is taken: "Saturday, Dec. 14" is one
    expression, not a weekday and a date.
    """
    whole = span or Span(0, len(text))
    matches: list[tuple[int, int, int, TimeValue]] = []
    for rank, pattern in enumerate(PATTERNS):
        for match in pattern.shape.finditer(text, whole.start, whole.end):
            value = pattern.read(match)
            if value is not None:
                matches.append((match.start(), -match.end(), rank, value))
    matches.sort(key=lambda m: m[:3])
    found: list[TimeExpression] = []
    end = whole.start
    for start, minus_end, _, value in matches:
        if start < end:
            continue
        end = -minus_end
        found.append(_expression(text, whole, Span(start, end), value))
    return tuple(found)


def _expression(text: str, whole: Span, span: Span, value: TimeValue) -> TimeExpression:
    since = _SINCE.search(text, max(whole.start, span.start - 20), span.start)
    is_since = since is not None or text[span.start : span.start + 6].casefold() == "since "
    if is_since and isinstance(value, _Anchor):
        start = since.start() if since else span.start
        return TimeExpression(Span(start, span.end), Since(value))
    return TimeExpression(span, value, _is_ahead(text, whole, span))


def _is_ahead(text: str, whole: Span, span: Span) -> bool:
    """Whether the last word of tense before the time, within its clause, points forward."""
    start = max(whole.start, span.start - _CLAUSE)
    breaks = [m.end() for m in _CLAUSE_BREAK.finditer(text, start, span.start)]
    clause = text[breaks[-1] if breaks else start : span.start]
    ahead = [m.start() for m in _AHEAD.finditer(clause)]
    if not ahead:
        return False
    past = [m.start() for m in _PAST.finditer(clause, ahead[-1] + 10)]
    return not past
