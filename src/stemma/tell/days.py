"""Days and intervals as a reader writes them: ``16 Dec 2024``, ``18–21 Dec 2024``, ``Jan – Apr 2025``."""

import calendar
from datetime import date

from stemma.model import Interval

__all__ = ["MONTHS", "day_in_words", "days"]

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec")
FAR = 2100
"""Years from here on stand for an open end ("since January")."""


def days(interval: Interval | None) -> str:
    """Return *interval* in words; an empty string where there is none."""
    if interval is None:
        return ""
    first, last = interval.earliest, interval.latest
    if first == last:
        return day_in_words(first)
    if last.year >= FAR:
        return f"since {day_in_words(first)}"
    return _months(first, last) if _is_whole(first, last) else _stretch(first, last)


def day_in_words(day: date) -> str:
    """Return a single *day*."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _stretch(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{day_in_words(last)}"
    if first.year == last.year:
        return f"{first.day} {MONTHS[first.month - 1]} – {day_in_words(last)}"
    return f"{day_in_words(first)} – {day_in_words(last)}"


def _is_whole(first: date, last: date) -> bool:
    return first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]


def _months(first: date, last: date) -> str:
    if (first.month, last.month) == (1, 12):
        return str(first.year) if first.year == last.year else f"{first.year}–{last.year}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if first.year == last.year:
        return f"{MONTHS[first.month - 1]} – {MONTHS[last.month - 1]} {last.year}"
    return f"{MONTHS[first.month - 1]} {first.year} – {MONTHS[last.month - 1]} {last.year}"
