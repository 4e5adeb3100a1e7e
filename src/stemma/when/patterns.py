"""The shapes of English time expressions, each with the value it is read as."""

import re
from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from stemma.when.calendar import MONTH, NUMBER, WEEKDAY, WEEKDAYS
from stemma.when.readings import (
    read_ago,
    read_apart,
    read_date,
    read_iso,
    read_month_step,
    read_named_day,
    read_numeric,
    read_past,
    read_quarter,
    read_recent,
    read_season,
    read_shifted,
    read_weekday,
    read_year,
)
from stemma.when.values import SameDay, Shifted, TimeValue, Unanchored, Unit

__all__ = ["HOOKS", "PATTERNS", "Hook", "Pattern"]

_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
# Beside a month four digits are a year of any age.
_ANY_YEAR = r"(?P<year>[12]\d{3})(?!\d)"
# By itself an old or a distant year must end its clause: "in 1848, …", but "in 1848 villages".
_FAR_YEAR = (
    r"(?P<year>(?:1[0-8]|2[1-9])\d\d)"
    r"(?=\s*$|[.,;:)”\"](?!\d)|\s+(?:and|when|after|before|as|but|to|until|with)\b)"
)
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
_UNIT = r"(?P<unit>day|week|month|quarter|year|decade)"
_DAY_PART = r"(?:\s+(?i:morning|afternoon|evening|night)\b)?"
# What a distance counts from where it is named: "ten days before the vote", "a week after he left".
_EVENT = (
    rf"(?=\s+(?:(?:an?|the|his|her|its|their|our|this|that|he|she|it|they|we|\w+ing)\b|(?!{MONTH}|{WEEKDAY})[A-Z]\w+))"
)
_SEASONS = r"(?i:spring|summer|autumn|fall|winter)"


class Hook(StrEnum):
    """The kind of word that a shape hangs on; where a text has none of the kind the shape need not be tried."""

    MONTH = "month"
    WEEKDAY = "weekday"
    DAY_NAME = "day_name"
    UNIT = "unit"
    YEAR = "year"
    NUMERIC = "numeric"
    SEASON = "season"
    LENGTH = "length"
    AGAIN = "again"
    NOW = "now"
    DECADE = "decade"


# Every shape holds a word of its hook.
HOOKS = re.compile(
    r"\b(?:(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)"
    r"[A-Za-z]*)|(?P<weekday>(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun|MON|TUE|WED|THU|FRI|SAT|SUN)[A-Za-z]*)"
    r"|(?P<day_name>(?i:today|yesterday|tonight|tomorrow))"
    r"|(?P<unit>(?i:day|week|month|quarter|year|decade|hour|weekend|morning|afternoon|evening|night)[sS]?|(?i:Q[1-4])"
    r"|(?:the|that) time)"
    r"|(?P<season>(?i:spring|summer|autumn|fall|winter))"
    r"|(?P<year>[12]\d{3})|(?P<numeric>\d\d?[./-]\d\d?[./-]\d+))\b"
)


class Pattern(NamedTuple):
    """A shape, and how a match of it is read; None where the match turns out to be no time."""

    shape: re.Pattern[str]
    read: Callable[[re.Match[str]], TimeValue | None]
    hook: "Hook"


_MONTH = rf"(?P<month>{MONTH})"
_NUMBERS = rf"(?P<count>{NUMBER}|several|a\s+few|a\s+couple\s+of|few|some)"

_CLOCK = r"(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?"
_COMMA_YEAR = rf"(?:(?:,\s*|\s+(?:of\s+)?){_ANY_YEAR})?"
_HYPHEN_YEAR = rf"(?:(?:,\s*|[\s-]+(?:of\s+)?){_ANY_YEAR})?"
_MONTH_PREPOSITION = "(?:" + "|".join(rf"(?<=\b(?i:{word}) )" for word in _BEFORE_MONTH) + ")"
_YEAR_PREPOSITION = rf"\b(?i:{'|'.join(_BEFORE_YEAR)})\s+(?i:the\s+year\s+)?"
_DETERMINER = (
    "(?:" + "|".join(rf"(?<=\b(?i:{word}) )" for word in ("a", "the", "its", "his", "her", "their", "this")) + ")"
)
_ORDINALS = r"first|second|third|fourth|[1-4](?:st|nd|rd|th)"
_LAST_OR_NEXT = r"last|next|past|this\s+past|this\s+coming|coming|this"

_SHAPES: tuple[tuple[Hook, str, Callable[[re.Match[str]], TimeValue | None]], ...] = (
    # 2024-12-18, 2024-12-18T10:00Z, 2024/12/18
    (Hook.YEAR, rf"(?<![\d/.-]){_ANY_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d){_CLOCK}", read_iso),
    (Hook.YEAR, rf"(?<![\d/.-]){_YEAR}[/.](?P<month>\d\d?)[/.](?P<day>\d\d?)(?!\d)", read_iso),
    # Thu Nov 10, 2011; Dec. 14 and 15
    (
        Hook.MONTH,
        rf"\b{_NAMED_DAY}(?:{_PART}|(?i:last|this|next)\s+)?{_MONTH}\s+(?:the\s+)?{_DAY}{_LAST_DAY}{_COMMA_YEAR}",
        read_date,
    ),
    # Thursday 10th of November 2011; 10-Nov-2011
    (
        Hook.MONTH,
        rf"\b{_NAMED_DAY}(?:the\s+)?(?<![\d.,:$£€])(?P<day>[0-3]?\d)(?:st|nd|rd|th)?{_LAST_DAY}[\s-]+(?:of\s+)?"
        rf"{_MONTH}{_HYPHEN_YEAR}",
        read_date,
    ),
    # early December 2024; mid-October; last May; in January
    (Hook.MONTH, rf"\b(?:{_PART})?{_MONTH},?\s+(?:of\s+)?{_ANY_YEAR}", read_date),
    (Hook.MONTH, rf"\b{_PART}{_MONTH}", read_date),
    (Hook.MONTH, rf"\b(?P<step>(?i:last|past|this|this\s+past))\s+{_MONTH}", read_month_step),
    (Hook.MONTH, rf"{_MONTH_PREPOSITION}{_MONTH}(?!\s+\d)", read_date),
    # 11/10/11; 10.11.2011; 10-11-2011
    (Hook.NUMERIC, r"(?<![\w/.])([0-3]?\d)([/.])([0-3]?\d)[/.]((?:19|20)\d\d|\d\d)(?![\w/]|[.]\d)", read_numeric),
    (Hook.NUMERIC, r"(?<![\w/.-])([0-3]?\d)(-)([0-3]?\d)-((?:19|20)\d\d)(?![\w/-]|[.]\d)", read_numeric),
    # on Monday; last Monday
    (
        Hook.WEEKDAY,
        rf"\b(?<!\bevery )(?<!\beach )(?:(?P<step>(?i:{_LAST_OR_NEXT}))\s+)?{_FULL_WEEKDAY}{_DAY_PART}(?!s\b)"
        r"(?!\s+(?i:mornings|afternoons|evenings|nights)\b)",
        read_weekday,
    ),
    # last week; earlier this month; this morning; the current year
    (
        Hook.UNIT,
        r"\b(?i:the|our|its|their)\s+(?P<when>)(?P<step>(?i:current))\s+(?:(?i:fiscal|financial|calendar)\s+)?"
        r"(?P<unit>(?i:week|month|quarter|year|decade))\b",
        read_shifted,
    ),
    (
        Hook.UNIT,
        r"\b(?:(?P<when>(?i:earlier|later|late|early))\s+)?(?P<step>(?i:last|this|next|past|coming))\s+"
        r"(?P<unit>(?i:night|morning|afternoon|evening|weekend|week|month|quarter|year|decade))\b",
        read_shifted,
    ),
    (
        Hook.DAY_NAME,
        r"\b(?:(?P<beyond>(?i:the\s+day\s+(?:before|after)))\s+|(?i:earlier|late|early|later)\s+)?(?P<name>(?i:yesterday|today|tonight|tomorrow))\b"
        rf"{_DAY_PART}",
        read_named_day,
    ),
    (Hook.UNIT, r"\b(?i:(?:over|at|on|during|for)\s+the\s+weekend)\b", lambda _: Shifted(Unit.WEEKEND, 0)),
    # the third quarter of 1989; third-quarter; Q3 2019
    (
        Hook.UNIT,
        r"\b(?:(?i:the)\s+)?(?:(?i:fiscal)\s+)?"
        rf"(?P<number>(?i:{_ORDINALS}))[\s-]"
        rf"(?:(?i:fiscal)\s+)?(?i:quarter)\b(?:,?\s+(?:of\s+)?(?:fiscal\s+)?{_YEAR})?",
        read_quarter,
    ),
    (
        Hook.UNIT,
        rf"\b(?:(?i:the)\s+)?(?:{_YEAR}|(?P<which>(?i:last|this|next))\s+year[’']s)\s+"
        rf"(?P<number>(?i:{_ORDINALS}))[\s-](?i:quarter)\b",
        read_quarter,
    ),
    (
        Hook.UNIT,
        rf"\b(?:(?i:the)\s+)?(?P<number>(?i:{_ORDINALS}))[\s-](?i:quarter)\s+of\s+(?P<which>(?i:last|this|next))\s+year\b"
        rf"(?P<year>(?!))?",
        read_quarter,
    ),
    (Hook.UNIT, rf"\b(?P<number>Q[1-4])(?:\s+(?:of\s+)?{_YEAR})?\b", read_quarter),
    # last summer; in the fall; the winter of 1994
    (
        Hook.SEASON,
        r"\b(?:(?i:early|late|mid)[\s-])?(?P<step>(?i:this\s+past|last|this|next|past|coming|in\s+the|over\s+the|during\s+the"
        rf"|in))\s+(?P<season>{_SEASONS})\b(?:\s+(?:of\s+)?{_YEAR})?",
        read_season,
    ),
    (Hook.SEASON, rf"\b(?:(?i:the)\s+)?(?P<season>{_SEASONS})\s+(?:of\s+)?{_YEAR}", read_season),
    # two weeks ago; over a year ago
    (
        Hook.UNIT,
        rf"\b(?:(?P<more>(?i:over|more\s+than|at\s+least))\s+)?(?i:{_NUMBERS})\s+(?i:{_UNIT}s?)\s+"
        r"(?:(?i:or\s+(?:so|two|more))\s+)?(?i:ago)\b",
        read_ago,
    ),
    # in recent days; in the past two weeks
    (Hook.UNIT, rf"\b(?i:in|over|during)\s+(?i:the\s+)?(?i:most\s+)?(?i:recent)\s+(?i:{_UNIT}s)\b", read_recent),
    (
        Hook.UNIT,
        rf"\b(?i:in|over|during|for|within)\s+(?i:the|this)\s+(?i:last|past)\s+(?i:(?:{_NUMBERS}\s+)?{_UNIT}s?)\b",
        read_past,
    ),
    # in 2017; early 2018
    (Hook.YEAR, rf"{_YEAR_PREPOSITION}(?:{_PART})?{_YEAR}(?![-–/.]?\d|s\b|\s*(?:%|percent))", read_year),
    (Hook.YEAR, rf"\b{_PART}{_YEAR}(?!s\b)", read_year),
    (Hook.YEAR, rf"{_YEAR_PREPOSITION}{_FAR_YEAR}", read_year),
    # a 2011 report
    (Hook.YEAR, rf"{_DETERMINER}{_YEAR}(?=\s+[a-z]{{3}})", read_year),
    # on the same day; days later; the next morning
    (
        Hook.UNIT,
        r"\b(?i:(?:on|at|later)\s+)?(?i:(?:the|that)\s+(?:very\s+)?same\s+day"
        r"|that\s+(?:day|morning|afternoon|evening|night)|at\s+(?:the|that)\s+time(?!\s+of\b))\b",
        lambda _: SameDay(),
    ),
    # two days later; a year earlier; days after
    (
        Hook.UNIT,
        rf"\b(?:(?i:{_NUMBERS}|the|hours)[\s-]+)?(?P<unit>(?i:hour|day|week|month|quarter|year|decade))(?P<plural>[sS])?[\s-]+"
        rf"(?P<way>(?i:later|after|afterwards?|before|earlier))\b(?P<event>(?<=after|efore){_EVENT})?",
        read_apart,
    ),
    # the next morning; the previous year; not "over the next year", which counts from the text
    (Hook.UNIT, rf"\b(?i:in|over|within|during|for)\s+the\s+next\s+(?i:{_UNIT})\b", lambda _: Unanchored()),
    (
        Hook.UNIT,
        r"\b(?i:the)\s+(?P<way>(?i:next|following|previous|preceding))\s+"
        r"(?P<unit>(?i:day|week|month|quarter|year|morning|night))\b",
        read_apart,
    ),
)

# The longest match at a place wins; among equals, the earlier in this list.
PATTERNS: tuple[Pattern, ...] = tuple(Pattern(re.compile(shape), read, hook) for hook, shape, read in _SHAPES)
