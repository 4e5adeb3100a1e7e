"""The hour of a day: "9 a.m. Tuesday", "Tuesday at 17:30", "left at 11:36 a.m. and returned at 7:33 p.m."."""

import re
from datetime import time

from stemma.model import Span

__all__ = ["clock_beside", "clocks_in", "has_bare_clock"]

_ZONE = r"(?:\s+\(?(?:[A-Z]{2,4}|(?:local|Eastern|Central|Mountain|Pacific)(?:\s+time)?)\)?)?"
_CLOCK = (
    r"(?:(?P<name>noon|midnight)|(?P<hour>[0-2]?\d)(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\.?"
    r"|(?P<full>[0-2]?\d:[0-5]\d))"
)
_BEFORE = re.compile(rf"(?<![\w:.]){_CLOCK}{_ZONE},?\s+(?:on\s+)?$", re.IGNORECASE)
_AFTER = re.compile(
    rf",?\s+(?:at|around|about|by|before|after|until|shortly\s+(?:before|after))\s+{_CLOCK}", re.IGNORECASE
)
_BARE = re.compile(
    rf"\b(?:at|around|about|after|before|by|until|since|from)\s+(?:about\s+|around\s+)?{_CLOCK}(?![\w:])", re.IGNORECASE
)
# The hour in brackets is the same moment in another zone.
_TOLD = re.compile(rf"(?<![\w:.(]){_CLOCK}(?![\w:])", re.IGNORECASE)
_REACH = 30  # characters of an hour with its zone
_NAMED = {"noon": time(12), "midnight": time(0)}
_HOURS = 12


def clock_beside(text: str, whole: Span, span: Span) -> time | None:
    """Return the hour told directly before or after the day at *span*; None where none is."""
    before = _BEFORE.search(text[max(whole.start, span.start - _REACH) : span.start])
    found = before or _AFTER.match(text, span.end, min(whole.end, span.end + _REACH))
    return _time(found) if found else None


def has_bare_clock(text: str, span: Span) -> bool:
    """
    Tell whether an hour is told in *span* ("just after 6 a.m.").

    Where no day stands in its sentence, it is of the day on which it was written.
    """
    return _BARE.search(text, span.start, span.end) is not None


def clocks_in(text: str, span: Span) -> tuple[tuple[Span, time], ...]:
    """Return the hours told in *span*, with their places."""
    found = ((Span(m.start(), m.end()), _time(m)) for m in _TOLD.finditer(text, span.start, span.end))
    return tuple((place, clock) for place, clock in found if clock is not None)


def _time(match: re.Match[str]) -> time | None:
    if match["name"]:
        return _NAMED[match["name"].casefold()]
    hour, minute = (int(n) for n in (match["full"] or f"{match['hour']}:{match['minute'] or 0}").split(":"))
    if match["half"]:
        if not 1 <= hour <= _HOURS:
            return None
        hour = hour % _HOURS + (_HOURS if match["half"].casefold() == "p" else 0)
    return time(hour, minute) if hour < 2 * _HOURS else None
