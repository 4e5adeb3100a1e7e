"""Months, weekdays and number words as English writes them."""

from types import MappingProxyType

__all__ = ["MONTH", "MONTHS", "NUMBER", "WEEKDAY", "WEEKDAYS", "month_number", "number_of", "weekday_number"]

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
NUMBER = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_NUMBERS = MappingProxyType(
    {
        "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
        "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    }
)  # fmt: skip


def month_number(name: str) -> int:
    """Return 1 to 12 for a month's name or short form."""
    return next(i for i, month in enumerate(MONTHS, 1) if month[:3].casefold() == name[:3].casefold())


def weekday_number(name: str) -> int:
    """Return 0 (Monday) to 6 for a weekday's name or short form."""
    return next(i for i, day in enumerate(WEEKDAYS) if day[:3].casefold() == name[:3].casefold())


def number_of(word: str) -> int:
    """Return the value of digits or of a number word up to twelve."""
    return int(word) if word.isdigit() else _NUMBERS[word.casefold()]
