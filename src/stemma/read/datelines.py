"""Lines that say when a report was published."""

import re

from stemma.model import Span
from stemma.read.lines import Line
from stemma.when import CalendarDate, NumericDate, TimeExpression, find_times

__all__ = ["date_of_line", "end_of_head", "is_dateline", "is_full_date", "leading_date", "time_words"]

LINE_WORDS = 30
LEFT_OVER = 4
"""Words that may be left of a date line when date, time and label are taken away: a name, a desk, a place."""

_LABEL = (
    r"(?:first\s+)?(?:published|publication\s+date|publish\s+date|posted|created|issued|released|uploaded|date|dated"
    r"|last\s+(?:updated|modified|edited)|updated|update|modified|edited)"
)
_LABELS = re.compile(rf"\b{_LABEL}\b\s*(?:on|at)?\s*:?", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?\b)?|\b\d{1,2}\s*[ap]\.?m\b\.?|\b\d{4}\s+GMT\b"
    r"|\b(?:GMT|UTC|BST|CET|CEST|EST|EDT|ET|CST|CDT|CT|MST|MDT|PST|PDT|PT|IST|KST|JST|MSK|EET|EEST|AEST|AEDT|SGT|HKT|WIB)\b"
    r"(?:\s*[+-]\s*\d{1,2}(?::?\d\d)?)?",
)
_PAGE_WORDS = re.compile(
    r"\b(?:views?|comments?|shares?|read|min(?:ute)?s?|by|on|at|in|the|time|local|of|for|ago|news|staff|share|save|print|listen)\b|\d+",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+")
_DIGIT = re.compile(r"\d")
_PLACE = re.compile(r"^\W*[A-ZÀ-Þ][A-ZÀ-Þ .'’-]+(?:,\s+(?!\w+\.?\s+\d)[A-Z][\w .]{1,25})?,\s+")
"""A place in capitals, and perhaps its state."""
_AFTER = re.compile(r"\s*(?:\([^()]{2,40}\)\s*)?(?:[-–—|:]+\s*)?(?=[A-Z“\"‘])")
_LEADING = re.compile(rf"^\W*(?:{_LABEL}\s*(?:on|at)?\s*:?\s*)", re.IGNORECASE)


def is_dateline(line: Line) -> bool:
    """Tell whether *line* holds a full date and hardly anything else."""
    return date_of_line(line) is not None


def date_of_line(line: Line) -> TimeExpression | None:
    """Return the first full date of a date line, with its place counted from the start of the line."""
    if line.words > LINE_WORDS or not _DIGIT.search(line.sample):
        return None
    found = [e for e in find_times(line.sample, Span(0, len(line.sample))) if is_full_date(e)]
    if not found:
        return None
    rest = line.sample
    for expression in reversed(found):
        rest = rest[: expression.span.start] + " " + rest[expression.span.end :]
    label = bool(_LABELS.search(rest))
    rest = _PAGE_WORDS.sub(" ", _CLOCK.sub(" ", _LABELS.sub(" ", rest)))
    left = [word for word in _WORD.findall(rest) if len(word) > 1]
    limit = LEFT_OVER + 4 if label else LEFT_OVER
    return None if len(left) > limit or (line.is_stopped and len(left) > 1) else found[0]


def is_full_date(expression: TimeExpression) -> bool:
    """Tell whether *expression* names day, month and year."""
    value = expression.value
    if isinstance(value, NumericDate):
        return True
    return isinstance(value, CalendarDate) and None not in {value.year, value.month, value.day} and not value.last_day


def leading_date(sample: str) -> TimeExpression | None:
    """
    Return the date that a paragraph is headed with, or None.

    By itself (" date 2024-01-31 The minister said …") or behind the place, as agencies write it
    ("OSLO, January 31, 2024 (Agency) — The minister said …").
    """
    label = _LEADING.match(sample) or _PLACE.match(sample)
    start = label.end() if label else len(sample) - len(sample.lstrip())
    dates = [e for e in find_times(sample[: start + 60]) if e.span.start == start and is_full_date(e)]
    if not dates:
        return None
    after = _AFTER.match(sample, dates[0].span.end)
    return dates[0] if after and (label or after.group().strip()) else None


def end_of_head(sample: str, lead: TimeExpression) -> int:
    """Return where the report begins behind the date *lead* that heads it, and behind an agency's credit."""
    after = _AFTER.match(sample, lead.span.end)
    return after.end() if after else lead.span.end


def time_words(sample: str) -> str:
    """Return the clock times and zones in *sample*, which tell the order of day and month."""
    return " ".join(match.group() for match in _CLOCK.finditer(sample))
