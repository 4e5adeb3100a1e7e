"""What a match of a time's shape means; None where it turns out to be no time."""

import re

from stemma.when.calendar import month_number, number_of, weekday_number
from stemma.when.values import (
    Ago,
    CalendarDate,
    NumericDate,
    Part,
    Quarter,
    Recent,
    Season,
    Shifted,
    TimeValue,
    Unanchored,
    Unit,
    Weekday,
)

__all__ = [
    "read_ago",
    "read_apart",
    "read_date",
    "read_iso",
    "read_month_step",
    "read_named_day",
    "read_numeric",
    "read_past",
    "read_quarter",
    "read_recent",
    "read_season",
    "read_shifted",
    "read_weekday",
    "read_year",
    "spaced",
]

_PARTS = {"early": Part.EARLY, "start": Part.EARLY, "begin": Part.EARLY, "mid": Part.MIDDLE, "late": Part.LATE,
          "end": Part.LATE}  # fmt: skip
# "Recent days" are a week, "recent months" four.
_DAYS_IN = {"day": 7, "week": 31, "month": 122, "quarter": 366, "year": 1096, "decade": 10958}
_DAYS = {"day": 1, "week": 7, "month": 31, "quarter": 92, "year": 366, "decade": 3653}
_STEPS = {"next", "following", "previous", "preceding"}
_DAY_PARTS = {"night", "morning", "afternoon", "evening"}
_ORDINALS = {word: i % 4 + 1 for i, word in enumerate(("first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th",
                                                       "q1", "q2", "q3", "q4"))}  # fmt: skip
_SEVERAL = {"a couple of": (2, 3), "several": (2, 7), "few": (2, 5), "a few": (2, 5), "some": (2, 7)}
_SEASON_NUMBERS = {"spring": 0, "summer": 1, "autumn": 2, "fall": 2, "winter": 3}


def _part(match: re.Match[str]) -> Part | None:
    words = (match.groupdict().get("part") or "").casefold()
    return next((part for word, part in _PARTS.items() if word in words), None)


def read_date(match: re.Match[str]) -> TimeValue | None:
    """Read a date with its month in words: "Thursday 10th of November 2011", "early December"."""
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


def read_iso(match: re.Match[str]) -> TimeValue | None:
    """Read "2024-12-18"."""
    return read_date(match) if 1 <= int(match["month"]) <= 12 else None


def read_numeric(match: re.Match[str]) -> TimeValue | None:
    """Read "11/10/11", whose order may stay open; with dots it is the European one."""
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


def read_weekday(match: re.Match[str]) -> TimeValue | None:
    """Read "On Monday", "last Monday"."""
    return Weekday(weekday_number(match["weekday"]), _step(match))


def read_month_step(match: re.Match[str]) -> TimeValue | None:
    """Read "Last May"."""
    return CalendarDate(month=month_number(match["month"]))


def read_shifted(match: re.Match[str]) -> TimeValue | None:
    """Read "Last week", "earlier this month", "this morning"."""
    step, unit = match["step"].casefold(), match["unit"].casefold()
    part = {"earlier": Part.BEFORE, "late": Part.LATE, "early": Part.EARLY}.get((match["when"] or "").casefold())
    steps = -1 if step in {"last", "past"} else 1 if step in {"next", "coming"} else 0
    return Shifted(Unit.DAY if unit in _DAY_PARTS else Unit(unit), steps, part)


def read_named_day(match: re.Match[str]) -> TimeValue | None:
    """Read "Yesterday", "the day after tomorrow"."""
    step = {"yesterday": -1, "tomorrow": 1}.get(match["name"].casefold(), 0)
    return Shifted(Unit.DAY, step * 2 if match["beyond"] else step)


def read_ago(match: re.Match[str]) -> TimeValue | None:
    """Read "Over a week ago"."""
    count = spaced(match["count"])
    least, most = _SEVERAL.get(count) or (number_of(count),) * 2
    return Ago(Unit(match["unit"].casefold()), least, most, more=bool(match["more"]))


def read_apart(match: re.Match[str]) -> TimeValue | None:
    """Read "Two days later", "the previous year"."""
    found = match.groupdict()
    unit, way = found["unit"].casefold(), found["way"].casefold()
    count = spaced(found.get("count") or "a")
    if way in {"after", "before"} and match.start() == match.start("unit") and not found["plural"]:
        return None  # "Boxing Day after the storm"
    of_event = found.get("event") is not None
    length = Unit.DAY if unit in _DAY_PARTS else Unit(unit)
    is_open = bool(found.get("plural")) and not found.get("count")  # "days later", "the days before"
    if count in _SEVERAL or is_open:
        return Unanchored(length, of_event=of_event)
    forward = -1 if way in {"before", "earlier", "previous", "preceding"} else 1
    return Unanchored(length, forward * number_of(count), way in _STEPS, of_event)


def read_recent(match: re.Match[str]) -> TimeValue | None:
    """Read "In recent days"."""
    unit = match["unit"].casefold()
    return Recent(_DAYS_IN[unit], Unit(unit))


def read_past(match: re.Match[str]) -> TimeValue | None:
    """Read "In the past two weeks"."""
    count, unit = spaced(match["count"] or "one"), match["unit"].casefold()
    if count in _SEVERAL:
        return Recent(_SEVERAL[count][1] * _DAYS[unit], Unit(unit))
    return Recent(number_of(count) * _DAYS[unit], Unit(unit), number_of(count))


def read_quarter(match: re.Match[str]) -> TimeValue | None:
    """Read "The third quarter of 1989", "Q3 2019"."""
    year = match["year"]
    return Quarter(_ORDINALS[match["number"].casefold()], int(year) if year else None, _years(match))


def _years(match: re.Match[str]) -> int | None:
    """The year's step in "last year's third quarter"."""
    which = (match.groupdict().get("which") or "").casefold()
    return {"last": -1, "this": 0, "next": 1}.get(which)


def read_season(match: re.Match[str]) -> TimeValue | None:
    """Read "Last summer", "the winter of 1994"."""
    found = match.groupdict()
    year, number = found.get("year"), _SEASON_NUMBERS[found["season"].casefold()]
    is_this = (found.get("step") or "").casefold() == "this"
    return Season(number, int(year) if year else None, _step(match), is_this=is_this)


def spaced(words: str) -> str:
    """Return *words* in small letters, a single space between them."""
    return re.sub(r"\s+", " ", words.casefold())


def read_year(match: re.Match[str]) -> TimeValue | None:
    """Read "In 2017", "early 2018"."""
    return CalendarDate(year=int(match["year"]), part=_part(match))
