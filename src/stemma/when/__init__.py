"""Time expressions in English news text, and the days they mean."""

from stemma.when.calendar import MONTHS, WEEKDAYS
from stemma.when.chaining import resolve_all
from stemma.when.clocks import clocks_in, has_bare_clock
from stemma.when.finding import find_times
from stemma.when.resolving import resolve
from stemma.when.values import (
    Ago,
    CalendarDate,
    Decade,
    Length,
    Look,
    Now,
    NumericDate,
    Part,
    Quarter,
    Recent,
    Reference,
    Repeated,
    SameDay,
    Season,
    Shifted,
    Since,
    TimeExpression,
    TimeValue,
    Unanchored,
    Unit,
    Weekday,
)

__all__ = [
    "MONTHS", "WEEKDAYS", "Ago", "CalendarDate", "Decade", "Length", "Look", "Now", "NumericDate", "Part", "Quarter",
    "Recent", "Reference", "Repeated", "SameDay", "Season", "Shifted", "Since", "TimeExpression", "TimeValue",
    "Unanchored", "Unit", "Weekday", "clocks_in", "find_times", "has_bare_clock", "resolve", "resolve_all",
]  # fmt: skip
