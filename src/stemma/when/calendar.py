"""Months, weekdays and number words as English writes them."""

import re
from types import MappingProxyType

__all__ = [
    "MONTH", "MONTHS", "NUMBER", "TENS", "UNITS", "WEEKDAY", "WEEKDAYS", "month_number", "number_of", "weekday_number",
]  # fmt: skip

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# A capital is asked for ("may" and "march" are verbs); "Sept" has four letters as well as three.
MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sep(?:tember|t\.?|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JAN(?:UARY|\.)?|FEB(?:RUARY|\.)?|MAR(?:CH|\.)?|APR(?:IL|\.)?|MAY|JUNE?|JULY?|AUG(?:UST|\.)?"
    r"|SEP(?:TEMBER|T\.?|\.)?|OCT(?:OBER|\.)?|NOV(?:EMBER|\.)?|DEC(?:EMBER|\.)?)(?![A-Za-z])"
)
WEEKDAY = (
    r"(?:Mon(?:day|\.)?|Tue(?:sday|s?\.?)|Wed(?:nesday|\.)?|Thu(?:rsday|r?s?\.?)|Fri(?:day|\.)?"
    r"|Sat(?:urday|\.)?|Sun(?:day|\.)?|MONDAY|TUESDAY|WEDNESDAY|THURSDAY|FRIDAY|SATURDAY|SUNDAY)(?![A-Za-z])"
)
UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_NUMBERS = MappingProxyType(
    {
        "a": 1,
        "an": 1,
        "a hundred": 100,
        **{word: i for i, word in enumerate((*UNITS, *_TEENS), 1)},
        **{word: 10 * i for i, word in enumerate(TENS, 2)},
    }
)
NUMBER = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(TENS)})(?:[\s-](?:{'|'.join(UNITS)})(?![a-z]))?|{'|'.join(reversed(_TEENS))}"
    rf"|{'|'.join(UNITS)}|a\s+hundred|an|a)"
)


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or short form."""
    return next(i for i, month in enumerate(MONTHS, 1) if month[:3].casefold() == name[:3].casefold())


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or short form."""
    return next(i for i, day in enumerate(WEEKDAYS) if day[:3].casefold() == name[:3].casefold())


def number_of(word: str) -> int:
    """Return the value of digits or of a number word up to a hundred."""
    if word.isdigit():
        return int(word)
    found = " ".join(re.split(r"[\s-]+", word.casefold()))
    return _NUMBERS[found] if found in _NUMBERS else sum(_NUMBERS[part] for part in found.split())
