"""What a time expression says, before it is held against the day of the document."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from stemma.model import Span

__all__ = [
    "Ago",
    "CalendarDate",
    "Decade",
    "Length",
    "Look",
    "Now",
    "NumericDate",
    "Part",
    "Quarter",
    "Recent",
    "Reference",
    "Repeated",
    "SameDay",
    "Season",
    "Shifted",
    "Since",
    "TimeExpression",
    "TimeValue",
    "Unanchored",
    "Unit",
    "Weekday",
]


class Unit(StrEnum):
    """A stretch of the calendar."""

    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Part(StrEnum):
    """Which part of a stretch is meant."""

    EARLY = "early"
    MIDDLE = "middle"
    LATE = "late"
    BEFORE = "before"
    """The part that lies before the document ("earlier this month")."""


@dataclass(frozen=True, slots=True)
class CalendarDate:
    """A date by the calendar, as far as it is said; what is not said is None."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    last_day: int | None = None
    """The last of several days of the month ("December 14 and 15")."""
    weekday: int | None = None
    """0 is Monday."""
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class NumericDate:
    """A date such as 03/04/2018, whose month may stand first or second."""

    first: int
    second: int
    year: int


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of a year: "the third quarter of 1989"; without its year the last that has begun."""

    number: int
    year: int | None = None
    years: int | None = None
    """Years from the document's: "last year's third quarter" is -1."""


@dataclass(frozen=True, slots=True)
class Decade:
    """Ten years: "the 1980s"."""

    first: int


@dataclass(frozen=True, slots=True)
class Season:
    """Three months: "last summer", "the winter of 1994"; 0 is spring, and winter has the year that it begins in."""

    number: int
    year: int | None = None
    step: int = 0
    is_this: bool = False
    """ "This summer" is the year's own, over or to come."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """ "On Monday" (step 0), "last Monday" (-1), "next Monday" (1)."""

    weekday: int
    step: int = 0


@dataclass(frozen=True, slots=True)
class Shifted:
    """A stretch counted from the document's: "yesterday" is a day, -1; "this year" is a year, 0."""

    unit: Unit
    steps: int
    part: Part | None = None


@dataclass(frozen=True, slots=True)
class Ago:
    """A distance back: "two weeks ago"; *more* for "over a week ago"."""

    unit: Unit
    least: int
    most: int
    more: bool = False


@dataclass(frozen=True, slots=True)
class Recent:
    """A stretch that ends with the document: "in recent days", "in the past two weeks"."""

    days: int
    unit: Unit = Unit.DAY
    count: int | None = None
    """How many *unit*s it is said to be; None for "recent"."""


@dataclass(frozen=True, slots=True)
class SameDay:
    """The day that was spoken of last: "on the same day"."""


@dataclass(frozen=True, slots=True)
class Unanchored:
    """A distance from something else in the text: "days later", "the next day", "a year earlier"."""

    unit: Unit | None = None
    count: int | None = None
    """How many *unit*s after it; below zero for before."""
    is_whole: bool = False
    """The calendar's own: "the following year" is the year after the one told, not twelve months on."""
    of_event: bool = False
    """It counts from what the text names next and gives no day to: "ten days before the vote"."""


@dataclass(frozen=True, slots=True)
class Length:
    """How long something takes, which tells no day: "two weeks", "a 30-year career"."""

    unit: Unit
    count: int | None = None
    """None for "years", "several years"."""
    and_half: bool = False
    """ "Two and a half years"."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """What comes again: "daily", "every Monday"."""

    unit: Unit
    weekday: int | None = None


class Reference(StrEnum):
    """Which side of the text a word without a day points to, as TIMEX3 names it."""

    PAST = "PAST_REF"
    PRESENT = "PRESENT_REF"
    FUTURE = "FUTURE_REF"


@dataclass(frozen=True, slots=True)
class Now:
    """ "Now", "recently", "soon": a time without a day."""

    reference: Reference


@dataclass(frozen=True, slots=True)
class Since:
    """From a time until the document."""

    start: "CalendarDate | NumericDate | Quarter | Season | Weekday | Shifted | Ago"


TimeValue = (
    CalendarDate
    | NumericDate
    | Quarter
    | Decade
    | Season
    | Weekday
    | Shifted
    | Ago
    | Recent
    | SameDay
    | Unanchored
    | Since
    | Length
    | Repeated
    | Now
)


class Look(StrEnum):
    """Which side of the text the words around a time speak of."""

    AHEAD = "ahead"
    BACK = "back"
    DONE = "done"
    """The verb of the past stands right before it ("the year ended Jan. 31")."""
    OPEN = "open"
    """They do not tell."""


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression at one place in a text."""

    span: Span
    value: TimeValue
    look: Look = Look.OPEN
    clock: time | None = None
    """The hour that stands beside it ("noon Saturday"), of whatever zone the text names."""

    @property
    def is_future(self) -> bool:
        """Whether the words around it speak of what was still to come ("is due in court on Thursday")."""
        return self.look is Look.AHEAD
