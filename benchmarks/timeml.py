"""TimeML texts read, and the TIMEX3 value of what `when` found."""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

from stemma.model import Interval, Span
from stemma.when import (
    Ago,
    CalendarDate,
    Decade,
    Length,
    Now,
    Quarter,
    Recent,
    Repeated,
    Season,
    Shifted,
    Since,
    TimeExpression,
    TimeValue,
    Unanchored,
    Unit,
    Weekday,
    resolve_all,
)

SHAPES = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d{1,2})|Q([1-4])|H([12])))?(?:T\w+)?$")
LETTERS = {
    Unit.MINUTE: ("T", "M"), Unit.HOUR: ("T", "H"), Unit.DAY: ("", "D"), Unit.WEEKEND: ("", "WE"),
    Unit.WEEK: ("", "W"), Unit.MONTH: ("", "M"), Unit.QUARTER: ("", "Q"), Unit.YEAR: ("", "Y"),
    Unit.DECADE: ("", "Y"), Unit.CENTURY: ("", "Y"),
}  # fmt: skip
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
SEASONS = ("SP", "SU", "FA", "WI")
HALVES = {Unit.MINUTE: "30S", Unit.HOUR: "30M", Unit.DAY: "T12H", Unit.WEEK: "4D", Unit.MONTH: "15D", Unit.YEAR: "6M",
          Unit.DECADE: "", Unit.CENTURY: "", Unit.QUARTER: "", Unit.WEEKEND: ""}  # fmt: skip
QUARTER_DAYS = range(90, 93)
YEAR = 360
YEARS = {Unit.DECADE: 10, Unit.CENTURY: 100}


@dataclass(frozen=True, slots=True)
class GoldTime:
    span: Span
    kind: str
    value: str


def days_of(value: str) -> Interval | None:
    """Return the days of a TIMEX3 value; None for one that names none, such as PAST_REF or 1998-XX."""
    found = SHAPES.match(value)
    if not found:
        return None
    year, month, day, week, quarter, half = (int(part) if part else None for part in found.groups())
    assert year is not None
    if day and month:
        return Interval.day(date(year, month, day))
    if week:
        monday = date(year, 1, 4) - timedelta(days=date(year, 1, 4).weekday()) + timedelta(weeks=week - 1)
        return Interval(monday, monday + timedelta(days=6))
    first, last = (
        (month, month) if month
        else (quarter * 3 - 2, quarter * 3) if quarter
        else (half * 6 - 5, half * 6) if half
        else (1, 12)
    )  # fmt: skip
    return Interval(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def read_case(path: Path) -> tuple[str, date, tuple[GoldTime, ...]]:
    root = ElementTree.fromstring(path.read_bytes())
    anchor = root.find("DCT/TIMEX3")
    text_node = root.find("TEXT")
    assert anchor is not None
    assert text_node is not None
    text, gold = "", []
    for piece, element in _pieces(text_node):
        if element is not None and element.tag == "TIMEX3":
            inner = unescape("".join(element.itertext()))
            span = Span(len(text), len(text) + len(inner))
            gold.append(GoldTime(span, element.get("type", ""), element.get("value", "")))
        text += piece
    return text, date.fromisoformat(anchor.get("value", "")[:10]), tuple(gold)


def _pieces(node: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element | None]]:
    yield unescape(node.text or ""), node
    for child in node:
        yield from _pieces(child)
        yield unescape(child.tail or ""), None


def values_of(times: Sequence[TimeExpression], text: str, today: date) -> list[str]:
    """Return the TIMEX3 value of each of *times* in *text*, which was written on *today*."""
    days = resolve_all(text, times, Interval.day(today))
    return [_value(time.value, found) + _hours(time, text, found) for time, found in zip(times, days, strict=True)]


def _hours(time: TimeExpression, text: str, days: Interval | None) -> str:
    """The part of the day that is told: "TMO" for a morning."""
    words = time.span.cut(text).casefold()
    if time.clock and days is not None and days.is_day:
        return f"T{time.clock:%H:%M}"
    is_day = isinstance(time.value, Weekday | Shifted) and days is not None and days.is_day
    is_night = is_day or isinstance(time.value, Repeated)
    return next((sign for word, sign in PARTS.items() if is_night and word in words), "")


def _value(value: TimeValue, days: Interval | None) -> str:
    if isinstance(value, Since):
        return _value(value.start, Interval.day(days.earliest) if days else None)
    if length := _length(value, days):
        return period(length)
    match value:
        case Repeated(_, int() as weekday):
            return f"XXXX-WXX-{weekday + 1}"
        case Now(reference):
            return reference.value
    return _calendar(value, days) if days else "XXXX-XX-XX"


def _length(value: TimeValue, days: Interval | None) -> Length | None:
    """The length that a time has for its value; a distance from what has no day is told as one."""
    match value:
        case Length():
            return value
        case Recent(_, unit, count):
            return Length(unit, count)
        case Repeated(unit, None):
            return Length(unit, 1)
        case Unanchored(Unit() as unit, count) if days is None:
            return Length(unit, abs(count) if count else None)
    return None


def period(length: Length) -> str:
    count = "X" if length.count is None else str(length.count * YEARS.get(length.unit, 1))
    time, letter = LETTERS[length.unit]
    return f"P{time}{count}{letter}" + (HALVES[length.unit] if length.and_half else "")


def _calendar(value: TimeValue, days: Interval) -> str:
    unit, first = _unit(value, days), days.earliest
    if isinstance(value, Season):
        return f"{first.year}-{SEASONS[value.number]}"
    middle = first + (days.latest - first) / 2
    year, week, _ = first.isocalendar()
    forms = {
        Unit.WEEKEND: f"{year}-W{week:02}-WE",
        Unit.WEEK: f"{year}-W{week:02}",
        Unit.MONTH: f"{middle.year}-{middle.month:02}",
        Unit.QUARTER: f"{first.year}-Q{(first.month + 2) // 3}",
        Unit.YEAR: str(middle.year),
        Unit.DECADE: str(middle.year // 10),
    }
    return forms.get(unit, str(first))


def _unit(value: TimeValue, days: Interval) -> Unit:
    """How finely the value is told; a stretch counted from another is as long as that one."""
    match value:
        case Quarter():
            return Unit.QUARTER
        case Decade():
            return Unit.DECADE
        case CalendarDate(_, month, day):
            return Unit.DAY if day else Unit.MONTH if month else Unit.YEAR
        case Shifted(unit):
            return unit
        case Ago(unit) if not days.is_day and days.days not in QUARTER_DAYS:
            return unit
    sizes = {7: Unit.WEEK, **dict.fromkeys(range(28, 32), Unit.MONTH), **dict.fromkeys(QUARTER_DAYS, Unit.QUARTER)}
    return Unit.YEAR if days.days > YEAR else sizes.get(days.days, Unit.DAY)
