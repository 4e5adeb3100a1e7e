"""Where a text says when."""

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from stemma.model import Span
from stemma.when.clocks import clock_beside
from stemma.when.looking import look_of
from stemma.when.patterns import HOOKS, PATTERNS, Hook, Pattern
from stemma.when.values import (
    Ago,
    CalendarDate,
    Look,
    NumericDate,
    Quarter,
    Season,
    Shifted,
    Since,
    TimeExpression,
    TimeValue,
    Weekday,
)
from stemma.when.wide import WIDE_HOOKS, WIDE_PATTERNS

__all__ = ["find_times"]

# "since" and the article that may stand between it and its time.
_SINCE = re.compile(r"\b[Ss]ince\s+(?:the\s+)?$")
_LAST = re.compile(r"(?:last|past|this\s+past)\b", re.IGNORECASE)
REACH = 60
"""Characters around its telling word that a time expression can take up."""
REMEMBERED = 1 << 14
"""Stretches of text whose times are kept: each stage asks for the same."""

_Anchor = (CalendarDate, NumericDate, Quarter, Season, Weekday, Shifted, Ago)


@lru_cache(maxsize=REMEMBERED)
def find_times(text: str, span: Span | None = None, *, wide: bool = False) -> tuple[TimeExpression, ...]:
    """
    Return the time expressions inside *span* in reading order; no two overlap.

    With *wide* also those that mean no day by themselves: "two weeks", "daily", "now", a bare "1988".

    Where two shapes match at one place the longer is taken: "Saturday, Dec. 14" is one
    expression, not a weekday and a date.
    """
    whole = Span(0, len(text)) if span is None else span  # an empty one is false
    matches = sorted(
        (m for window, hooks in _windows(text, whole, wide=wide) for m in _matches(text, window, hooks, wide=wide)),
        key=lambda m: m[:3],
    )
    found: list[TimeExpression] = []
    end = whole.start
    for start, minus_end, _, value in matches:
        if start < end:
            continue
        end = -minus_end
        found.append(_expression(text, whole, Span(start, end), value))
    return tuple(found)


def _windows(text: str, whole: Span, *, wide: bool) -> list[tuple[Span, set[str]]]:
    """
    Return the neighbourhoods of the words that a time expression can hang on, with the kinds of those words.

    The shapes are too slow to be tried on all of a text.
    """
    windows: list[tuple[Span, set[str]]] = []
    for found in (WIDE_HOOKS if wide else HOOKS).finditer(text, whole.start, whole.end):
        start, end = max(whole.start, found.start() - REACH), min(whole.end, found.end() + REACH)
        while end < whole.end and end < found.end() + 2 * REACH and not text[end].isspace():
            end += 1  # a window must not end inside a number
        if windows and start <= windows[-1][0].end:
            before, hooks = windows.pop()
            windows.append((Span(before.start, max(before.end, end)), hooks | {found.lastgroup or ""}))
        else:
            windows.append((Span(start, end), {found.lastgroup or ""}))
    return windows


def _matches(text: str, window: Span, hooks: set[str], *, wide: bool) -> Iterator[tuple[int, int, int, TimeValue]]:
    for rank, pattern in _patterns_on(frozenset(hooks), wide=wide):
        for match in pattern.shape.finditer(text, window.start, window.end):
            value = pattern.read(match)
            if value is not None:
                yield match.start(), -match.end(), rank, value


@cache
def _patterns_on(hooks: frozenset[str], *, wide: bool) -> Sequence[tuple[int, Pattern]]:
    """Return the shapes that hang on words of these kinds, each with its place among all."""
    ranked = enumerate((*PATTERNS, *WIDE_PATTERNS) if wide else PATTERNS)
    there = hooks | {Hook.LENGTH} if Hook.UNIT in hooks else hooks
    return tuple((rank, pattern) for rank, pattern in ranked if pattern.hook in there)


def _expression(text: str, whole: Span, span: Span, value: TimeValue) -> TimeExpression:
    since = _SINCE.search(text, max(whole.start, span.start - 20), span.start)
    is_since = since is not None or text[span.start : span.start + 6].casefold() == "since "
    if is_since and isinstance(value, _Anchor):
        start = since.start() if since else span.start
        return TimeExpression(Span(start, span.end), Since(value))
    look = Look.BACK if _LAST.match(text, span.start) else look_of(text, whole, span)
    return TimeExpression(span, value, look, clock_beside(text, whole, span))
