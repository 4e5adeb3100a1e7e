"""The shapes of times that mean no day by themselves: lengths, repetitions, "now", a month or a year alone."""

import re
from collections.abc import Callable

from stemma.when.calendar import (
    HALF,
    MONTH,
    NUMBER,
    SPELLED_YEAR,
    WEEKDAYS,
    month_number,
    number_of,
    spelled_year,
    weekday_number,
)
from stemma.when.patterns import HOOKS, Hook, Pattern
from stemma.when.readings import spaced
from stemma.when.values import (
    CalendarDate,
    Decade,
    Length,
    Now,
    Reference,
    Repeated,
    Shifted,
    TimeValue,
    Unanchored,
    Unit,
)

__all__ = ["WIDE_HOOKS", "WIDE_PATTERNS"]

_UNITS = r"(?P<unit>(?i:minute|hour|day|week|month|quarter|year|decade)s?|(?i:century|centuries))"
_ABOUT = (
    r"(?:(?i:more\s+than|less\s+than|fewer\s+than|at\s+least|at\s+most|about|around|almost|nearly|over|up\s+to)\s+)?"
)
_WHICH = (
    r"(?:(?i:the|this|these|those|its|his|her|their)\s+)?(?:(?i:first|last|past|next|latest|previous|coming|final)\s+)?"
)
_VAGUE = r"several|a\s+few|many|some|few|recent|coming|the\s+(?:past|coming|last|next|early)"
_ADVERBS = {"daily": Unit.DAY, "weekly": Unit.WEEK, "monthly": Unit.MONTH,
            "yearly": Unit.YEAR, "annually": Unit.YEAR, "hourly": Unit.HOUR}  # fmt: skip
_PAST = r"recently|lately|the\s+(?:recent\s+)?past"
_PRESENT = r"now|currently|current|nowadays|these\s+days|at\s+(?:present|the\s+moment)|the\s+present"
_FUTURE = r"the\s+(?:near\s+|foreseeable\s+)?future"

WIDE_HOOKS = re.compile(
    HOOKS.pattern[: HOOKS.pattern.rindex(r")\b")]
    + rf"|(?P<length>(?i:minute|hour|century|centurie)s?|(?i:nineteen|twenty|two\s+thousand))"
    rf"|(?P<again>(?i:{'|'.join(_ADVERBS)}|every|each))"
    rf"|(?P<now>(?i:{_PAST}|{_PRESENT}|{_FUTURE}))|(?P<decade>(?:18|19|20)\d0s))\b"
)


def _unit(words: str) -> Unit:
    word = words.casefold()
    return Unit.CENTURY if word.startswith("centur") else Unit(word.removesuffix("s"))


def _length(match: re.Match[str]) -> TimeValue | None:
    if _unit(match["unit"]) is Unit.QUARTER and spaced(match["count"]) in {"a", "one", "three"}:
        return None  # a fraction
    count = spaced(match["count"])
    number = 2 if count == "a couple of" else number_of(count)
    return Length(_unit(match["unit"]), number, bool(match["half"] or match["later_half"]))


def _lengths(match: re.Match[str]) -> TimeValue | None:
    return Length(_unit(match["unit"]))


def _again(match: re.Match[str]) -> TimeValue | None:
    return Repeated(_ADVERBS[match[0].casefold()])


def _each(match: re.Match[str]) -> TimeValue | None:
    if match["weekday"]:
        return Repeated(Unit.WEEK, weekday_number(match["weekday"]))
    return Repeated(_unit(match["unit"]))


def _now(reference: Reference) -> Callable[[re.Match[str]], TimeValue | None]:
    return lambda _: Now(reference)


def _year_long(_: re.Match[str]) -> TimeValue | None:
    return Length(Unit.YEAR, 1)


def _spelled(match: re.Match[str]) -> TimeValue | None:
    month = match["month"]
    if not month and not match["the"] and spaced(match["words"]) == "two thousand":
        return None  # a number
    return CalendarDate(spelled_year(match["words"]), month_number(month) if month else None)


def _decade(match: re.Match[str]) -> TimeValue | None:
    return Decade(int(match["year"]))


def _alone(match: re.Match[str]) -> TimeValue | None:
    found = match.groupdict()
    month = found.get("month")
    return CalendarDate(int(found["year"]) if found.get("year") else None, month_number(month) if month else None)


_SHAPES: tuple[tuple[Hook, str, Callable[[re.Match[str]], TimeValue | None]], ...] = (
    # more than two weeks; the first nine months; a 30-year career; not "14 years old"
    (
        Hook.LENGTH,
        rf"\b{_WHICH}{_ABOUT}(?P<count>(?i:a\s+couple\s+of|{NUMBER}))(?P<half>{HALF})?(?:\s+(?i:more|full|consecutive|straight|additional|other|short))?"
        rf"[\s-]+{_UNITS}(?:-(?i:long))?\b(?P<later_half>{HALF}\b)?(?![\s-]+(?i:old|ago|earlier|later)\b)",
        _length,
    ),
    (Hook.LENGTH, rf"\b(?i:{_VAGUE})(?:\s+(?i:more))?\s+{_UNITS}\b(?!\s+(?i:ago)\b)", _lengths),
    (Hook.LENGTH, r"(?:(?<=\bfor )|(?<=\bin )|(?<=\bafter )|(?<=\btook )|(?<=\bwithin ))"
     r"(?P<unit>(?i:day|week|month|year|decade|hour)s)\b(?!\s+(?i:later|earlier|before|after)\b)", _lengths),
    # daily; every Monday
    (Hook.AGAIN, rf"\b(?i:{'|'.join(_ADVERBS)})\b", _again),
    (
        Hook.WEEKDAY,
        rf"\b(?P<unit>(?P<weekday>{'|'.join(WEEKDAYS)}))(?:s|\s+(?i:mornings|afternoons|evenings|nights))\b",
        _each,
    ),
    (Hook.AGAIN, rf"\b(?i:every|each)\s+(?:{_UNITS}|(?P<weekday>{'|'.join(WEEKDAYS)}))\b", _each),
    # now; recently; in the future
    (Hook.NOW, rf"\b(?i:{_PAST})\b(?!\s+(?i:{_UNITS}))", _now(Reference.PAST)),
    (Hook.NOW, rf"\b(?i:{_PRESENT})\b", _now(Reference.PRESENT)),
    (Hook.NOW, rf"\b(?i:{_FUTURE})\b", _now(Reference.FUTURE)),
    # January; 1988; the 1980s; the quarter
    (
        Hook.MONTH,
        rf"\b(?<!\beach )(?<!\bevery )(?P<month>{MONTH})(?:(?<=\w\w\w\w)|(?<=\.)|(?<=May))(?!\s*\d|[a-z-])",
        _alone,
    ),
    (
        Hook.LENGTH,
        rf"\b(?:(?:(?P<month>{MONTH})|(?P<the>(?i:the)\s+year))\s+)?(?P<words>{SPELLED_YEAR})",
        _spelled,
    ),
    (Hook.YEAR, r"(?<![\w$£€.,:/-])(?P<year>(?:19|20)\d\d)(?![\w%]|[.,:/-]\d|-\w)", _alone),
    (Hook.DECADE, r"\b(?:(?i:the)\s+)?(?:(?i:early|mid|late)[\s-])?(?P<year>(?:18|19|20)\d0)s\b", _decade),
    (
        Hook.UNIT,
        r"\b(?i:the\s+(?:latest\s+|most\s+recent\s+|same\s+)?quarter|the\s+latest\s+period)\b",
        lambda _: Shifted(Unit.QUARTER, -1),
    ),
    (
        Hook.UNIT,
        r"\b(?:(?i:the)\s+)?(?:(?i:comparable|prior|same)\s+)?(?i:year-(?:ago|earlier)|(?<=the )year (?:ago|earlier))"
        r"(?:\s+(?i:period|quarter))?\b",
        lambda _: Unanchored(Unit.YEAR, -1),
    ),
    (Hook.UNIT, r"\b(?i:(?:the\s+|this\s+)(?:fiscal)\s+year|(?<=\bfor )the\s+year)\b", _year_long),
    (
        Hook.UNIT,
        r"\b(?i:the\s+year|(?:the|this)\s+(?:full|whole)\s+year|earlier\s+in\s+the\s+year)\b",
        lambda _: Shifted(Unit.YEAR, 0),
    ),
    (Hook.UNIT, r"\b(?i:the\s+week)\b", lambda _: Shifted(Unit.WEEK, 0)),
    (Hook.UNIT, r"\b(?i:the\s+weekend)\b", lambda _: Shifted(Unit.WEEKEND, 0)),
)  # fmt: skip

# Behind all that mean days: the longest match at a place wins, and among equals the earlier.
WIDE_PATTERNS: tuple[Pattern, ...] = tuple(Pattern(re.compile(shape), read, hook) for hook, shape, read in _SHAPES)
