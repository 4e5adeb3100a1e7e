"""The shapes of English time expressions, each with the value it is read as."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from stemma.when.calendar import MONTH, NUMBER, WEEKDAY, WEEKDAYS, month_number, number_of, weekday_number
from stemma.when.values import (
    Ago,
    CalendarDate,
    NumericDate,
    Part,
    Recent,
    SameDay,
    Shifted,
    TimeValue,
    Unanchored,
    Unit,
    Weekday,
)

__all__ = ["HOOKS", "PATTERNS", "Hook", "Pattern"]

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?(?![\w%]|[.,:]\d)"
_LAST_DAY = r"(?:\s*(?:and|to|through|or|-|–)\s*(?P<last>[0-3]?\d)(?:st|nd|rd|th)?(?![\w%]|[.,:]\d))?"
_NAMED_DAY = rf"(?:(?:(?i:this|last|next)\s+)?(?P<weekday>{WEEKDAY}),?\s+)?"
_FULL_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)}|{'|'.join(d.upper() for d in WEEKDAYS)})(?![A-Za-z])"
_PART = (
    r"(?P<part>(?i:early|mid|middle|late|the\s+(?:very\s+)?(?:start|beginning|middle|end)\s+of|beginning|end\s+of"
    r"|(?:at|by)\s+(?:the\s+)?end\s+of))(?:\s+in)?(?:\s+|-|–)"
)
_BEFORE_MONTH = ("in", "since", "until", "from", "during", "by", "of", "through")
_BEFORE_YEAR = (
    "in", "since", "by", "until", "during", "from", "of", "before", "after", "to", "and", "between", r"back\s+to",
    "through", "into",
)  # fmt: skip
_UNIT = r"(?P<unit>day|week|month|year)"
_PARTS = {"early": Part.EARLY, "start": Part.EARLY, "begin": Part.EARLY, "mid": Part.MIDDLE, "late": Part.LATE,
          "end": Part.LATE}  # fmt: skip
_DAYS_IN = {"day": 7, "week": 31, "month": 122, "year": 1096}  # "recent days" are a week, "recent months" four
_DAYS = {"day": 1, "week": 7, "month": 31, "year": 366}
_SEVERAL = {"a couple of": (2, 3), "several": (2, 7), "few": (2, 5), "a few": (2, 5), "some": (2, 7)}


class Hook(StrEnum):
    """The kind of word that a shape hangs on; where a text has none of the kind the shape need not be tried."""

    MONTH = "month"
    WEEKDAY = "weekday"
    DAY_NAME = "day_name"
    UNIT = "unit"
    YEAR = "year"
    NUMERIC = "numeric"


# Every shape holds a word of its hook.
HOOKS = re.compile(
    r"\b(?:(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"[A-Za-z]*)|(?P<weekday>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)[A-Za-z]*)"
    r"|(?P<day_name>(?i:today|yesterday|tonight|tomorrow))"
    r"|(?P<unit>(?i:day|week|month|year|hour|morning|afternoon|evening|night)[sS]?|(?:the|that) time|said then)"
    r"|(?P<year>(?:19|20)\d\d)|(?P<numeric>\d\d?[./]\d\d?[./]\d+))\b"
)


class Pattern(NamedTuple):
    """A shape, and how a match of it is read; None where the match turns out to be no time."""

    shape: re.Pattern[str]
    read: Callable[[re.Match[str]], TimeValue | None]
    hook: "Hook"


def _part(match: re.Match[str]) -> Part | None:
    words = (match.groupdict().get("part") or "").casefold()
    return next((part for word, part in _PARTS.items() if word in words), None)


def _date(match: re.Match[str]) -> TimeValue | None:
    found = match.groupdict()
    month = found["month"]
    day, last = (int(found[key]) if found.get(key) else None for key in ("day", "last"))
    if not all(1 <= d <= 31 for d in (day, last) if d is not None):
        return None
    return CalendarDate(
        year=int(found["year"]) if found.get("year") else None,
        month=int(month) if month.isdigit() else month_number(month),
        day=day,
        last_day=last if last and day and last > day else None,
        weekday=weekday_number(found["weekday"]) if found.get("weekday") else None,
        part=_part(match),
    )


def _iso(match: re.Match[str]) -> TimeValue | None:
    return _date(match) if 1 <= int(match["month"]) <= 12 else None


def _numeric(match: re.Match[str]) -> TimeValue | None:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if year < 100:
        year += 2000 if year < 70 else 1900
    if match[2] == ".":  # dots are the European order, which no one writes with the month first
        return CalendarDate(year, second, first) if second <= 12 and 1 <= first <= 31 else None
    if not (1 <= first <= 31 and 1 <= second <= 31) or min(first, second) > 12:
        return None
    return NumericDate(first, second, year)


def _step(match: re.Match[str]) -> int:
    word = (match.groupdict().get("step") or "").casefold()
    return -1 if word in {"last", "past", "this past"} else 1 if word in {"next", "coming", "this coming"} else 0


def _weekday(match: re.Match[str]) -> TimeValue | None:
    return Weekday(weekday_number(match["weekday"]), _step(match))


def _month_step(match: re.Match[str]) -> TimeValue | None:
    return CalendarDate(month=month_number(match["month"]))


def _shifted(match: re.Match[str]) -> TimeValue | None:
    step, unit = match["step"].casefold(), match["unit"].casefold()
    part = {"earlier": Part.BEFORE, "late": Part.LATE, "early": Part.EARLY}.get((match["when"] or "").casefold())
    steps = -1 if step in {"last", "past"} else 1 if step in {"next", "coming"} else 0
    day_parts = {"night", "morning", "afternoon", "evening"}
    return Shifted(Unit.DAY if unit in day_parts else Unit(unit), steps, part)


def _named_day(match: re.Match[str]) -> TimeValue | None:
    return Shifted(Unit.DAY, {"yesterday": -1, "tomorrow": 1}.get(match["name"].casefold(), 0))


def _ago(match: re.Match[str]) -> TimeValue | None:
    count = re.sub(r"\s+", " ", match["count"].casefold())
    least, most = _SEVERAL.get(count) or (number_of(count),) * 2
    return Ago(Unit(match["unit"].casefold()), least, most, more=bool(match["more"]))


def _recent(match: re.Match[str]) -> TimeValue | None:
    return Recent(_DAYS_IN[match["unit"].casefold()])


def _past(match: re.Match[str]) -> TimeValue | None:
    count = (match["count"] or "").casefold()
    if not count:
        return Recent(_DAYS[match["unit"].casefold()])
    most = (_SEVERAL.get(count) or (0, number_of(count)))[1]
    return Recent(most * _DAYS[match["unit"].casefold()])


def _year(match: re.Match[str]) -> TimeValue | None:
    return CalendarDate(year=int(match["year"]), part=_part(match))


_MONTH = rf"(?P<month>{MONTH})"
_NUMBERS = rf"(?P<count>{NUMBER}|several|a\s+few|a\s+couple\s+of|few|some)"

_CLOCK = r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
_COMMA_YEAR = rf"(?:(?:,\s*|\s+(?:of\s+)?){_YEAR})?"
_HYPHEN_YEAR = rf"(?:(?:,\s*|[\s-]+(?:of\s+)?){_YEAR})?"
_MONTH_PREPOSITION = "(?:" + "|".join(rf"(?<=\b(?i:{word}) )" for word in _BEFORE_MONTH) + ")"
_YEAR_PREPOSITION = rf"\b(?i:{'|'.join(_BEFORE_YEAR)})\s+(?i:the\s+year\s+)?"
_DETERMINER = (
    "(?:" + "|".join(rf"(?<=\b(?i:{word}) )" for word in ("a", "the", "its", "his", "her", "their", "this")) + ")"
)
_LAST_OR_NEXT = r"last|next|past|this\s+past|this\s+coming|coming|this"

_SHAPES: tuple[tuple[Hook, str, Callable[[re.Match[str]], TimeValue | None]], ...] = (
    # 2024-12-18, 2024-12-18T10:00Z, 2024/12/18
    (Hook.YEAR, rf"(?<![\d/.-]){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d){_CLOCK}", _iso),
    (Hook.YEAR, rf"(?<![\d/.-]){_YEAR}[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)(?!\d)", _iso),
    # Thu Nov 10, 2011; Dec. 14 and 15
    (Hook.MONTH, rf"\b{_NAMED_DAY}(?:{_PART})?{_MONTH}\s+(?:the\s+)?{_DAY}{_LAST_DAY}{_COMMA_YEAR}", _date),
    # Thursday 10th of November 2011; 10-Nov-2011
    (
        Hook.MONTH,
        rf"\b{_NAMED_DAY}(?:the\s+)?(?<![\d.,:$£€])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?{_LAST_DAY}[\s-]+(?:of\s+)?"
        rf"{_MONTH}{_HYPHEN_YEAR}",
        _date,
    ),
    # early December 2024; mid-October; last May; in January
    (Hook.MONTH, rf"\b(?:{_PART})?{_MONTH},?\s+(?:of\s+)?{_YEAR}", _date),
    (Hook.MONTH, rf"\b{_PART}{_MONTH}", _date),
    (Hook.MONTH, rf"\b(?P<step>(?i:last|past|this|this\s+past))\s+{_MONTH}", _month_step),
    (Hook.MONTH, rf"{_MONTH_PREPOSITION}{_MONTH}(?!\s+\d)", _date),
    # 11/10/11; 10.11.2011
    (Hook.NUMERIC, r"(?<![\w/.])([0-3]?\d)([/.])([0-3]?\d)[/.]((?:19|20)\d\d|\d\d)(?![\w/]|[.]\d)", _numeric),
    # on Monday; last Monday
    (Hook.WEEKDAY, rf"\b(?:(?P<step>(?i:{_LAST_OR_NEXT}))\s+)?{_FULL_WEEKDAY}(?!s\b)", _weekday),
    # last week; earlier this month; this morning
    (
        Hook.UNIT,
        r"\b(?:(?P<when>(?i:earlier|later|late|early))\s+)?(?P<step>(?i:last|this|next|past|coming))\s+"
        r"(?P<unit>(?i:night|morning|afternoon|evening|week|month|year))\b",
        _shifted,
    ),
    (
        Hook.DAY_NAME,
        r"\b(?:(?i:earlier|late|early|later)\s+)?(?P<name>(?i:yesterday|today|tonight|tomorrow))\b",
        _named_day,
    ),
    # two weeks ago; over a year ago
    (
        Hook.UNIT,
        rf"\b(?:(?P<more>(?i:over|more\s+than|at\s+least))\s+)?(?i:{_NUMBERS})\s+(?i:{_UNIT}s?)\s+(?i:ago)\b",
        _ago,
    ),
    # in recent days; in the past two weeks
    (Hook.UNIT, rf"\b(?i:in|over|during)\s+(?i:the\s+)?(?i:most\s+)?(?i:recent)\s+(?i:{_UNIT}s)\b", _recent),
    (
        Hook.UNIT,
        rf"\b(?i:in|over|during|for|within)\s+(?i:the|this)\s+(?i:last|past)\s+(?i:(?:{_NUMBERS}\s+)?{_UNIT}s?)\b",
        _past,
    ),
    # in 2017; early 2018
    (Hook.YEAR, rf"{_YEAR_PREPOSITION}(?:{_PART})?{_YEAR}(?![-–/.]?\d|\s*(?:%|percent))", _year),
    (Hook.YEAR, rf"\b{_PART}{_YEAR}", _year),
    # a 2011 report
    (Hook.YEAR, rf"{_DETERMINER}{_YEAR}(?=\s+[a-z]{{3}})", _year),
    # on the same day; days later; the next morning
    (
        Hook.UNIT,
        r"\b(?i:(?:on|at|later)\s+)?(?i:(?:the|that)\s+(?:very\s+)?same\s+day"
        r"|that\s+(?:day|morning|afternoon|evening|night)|at\s+(?:the|that)\s+time)\b|(?<=\bsaid )then\b",
        lambda _: SameDay(),
    ),
    (
        Hook.UNIT,
        rf"\b(?i:(?:{_NUMBERS}|the|hours)\s+)?(?i:days?|weeks?|months?|years?|hours?)\s+"
        r"(?i:later|after|afterwards?|before|earlier)\b",
        lambda _: Unanchored(),
    ),
    (
        Hook.UNIT,
        r"\b(?i:the\s+(?:next|following|previous)\s+(?:day|week|month|year|morning|night))\b",
        lambda _: Unanchored(),
    ),
)

# The longest match at a place wins; among equals, the earlier in this list.
PATTERNS: tuple[Pattern, ...] = tuple(Pattern(re.compile(shape), read, hook) for hook, shape, read in _SHAPES)
