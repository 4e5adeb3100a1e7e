"""Months, weekdays and number words as English writes them."""

import re
from types import MappingProxyType

__all__ = [
    "HALF", "MONTH", "MONTHS", "NUMBER", "SPELLED_YEAR", "WEEKDAY", "WEEKDAYS", "month_number", "number_of",
    "spelled_year", "weekday_number",
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
_UNITS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
HALF = r"(?:\s+1/2|\s?½|\s+and\s+a\s+half)"
"""What adds a half to the number before it."""
SPELLED_YEAR = (
    rf"(?:(?i:nineteen|twenty)[\s-]+(?i:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_UNITS)}))?|{'|'.join(_TEENS)})"
    rf"|(?i:two\s+thousand(?:\s+(?:and\s+)?(?:(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_UNITS)}))?|{'|'.join(_TEENS)}"
    rf"|{'|'.join(_UNITS)}))?))(?![a-z-])"
)
_NUMBERS = MappingProxyType(
    {
        "a": 1,
        "an": 1,
        "a hundred": 100,
        **{word: i for i, word in enumerate((*_UNITS, *_TEENS), 1)},
        **{word: 10 * i for i, word in enumerate(_TENS, 2)},
    }
)
NUMBER = (
    rf"(?:\d{{1,3}}|(?:{'|'.join(_TENS)})(?:[\s-](?:{'|'.join(_UNITS)})(?![a-z]))?|{'|'.join(reversed(_TEENS))}"
    rf"|{'|'.join(_UNITS)}|a\s+hundred|an|a)"
)


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or short form."""
    return next(i for i, month in enumerate(MONTHS, 1) if month[:3].casefold() == name[:3].casefold())


def spelled_year(words: str) -> int:
    """Return the year of "nineteen ninety-four" or "two thousand and nine"."""
    first, *rest = re.split(r"[\s-]+", words.casefold())
    if first == "two":
        rest, century = [word for word in rest[1:] if word != "and"], 2000
    else:
        century = _NUMBERS[first] * 100
    return century + sum(_NUMBERS[word] for word in rest)


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or short form."""
    return next(i for i, day in enumerate(WEEKDAYS) if day[:3].casefold() == name[:3].casefold())


def number_of(word: str) -> int:
    """Return the value of digits or of a number word up to a hundred."""
    if word.isdigit():
        return int(word)
    found = " ".join(re.split(r"[\s-]+", word.casefold()))
    return _NUMBERS[found] if found in _NUMBERS else sum(_NUMBERS[part] for part in found.split())
