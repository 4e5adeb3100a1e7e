"""When a report says that it was published."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from stemma.model import Basis, Interval, Layer, Published, Span
from stemma.read.credits import host_of
from stemma.read.datelines import date_of_line, leading_date, time_words
from stemma.read.kinds import Kind, Sorted
from stemma.read.lines import Line
from stemma.when import CalendarDate, NumericDate, TimeExpression

__all__ = ["stated_date"]

# How far a statement is believed against another; the lower wins.
_METADATA, _PUBLISHED, _HEAD, _LEADING, _URL, _UPDATED, _FOOT = range(7)
AGREE_DAYS = 1
"""Two statements a day apart agree: time zones."""
YEARS = range(1500, 2101)
"""A page of another year has no date of its own: programs write "0001-01-01" for none."""
HEAD_LINES = 60
"""Lines from the top in which a date without a label is the report's; a menu may take up many."""

_IS_PUBLISHED = re.compile(r"\b(?:published|publication|posted|released|issued)\b", re.IGNORECASE)
_IS_UPDATED = re.compile(r"\b(?:updated?|modified|edited)\b", re.IGNORECASE)
_URL_DATE = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)[/_-]?(?P<month>0[1-9]|1[0-2]|[1-9]|[a-z]{3})[/_-]?(?P<day>0[1-9]|[12]\d|3[01]|[1-9])(?![\d])",
    re.IGNORECASE,
)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_AMERICAN_CLOCK = re.compile(r"\b(?:E[SD]?T|C[SD]T|CT|M[SD]T|MT|P[SD]?T)\b")
_BRITISH_CLOCK = re.compile(r"\b(?:GMT|BST|IST|AE[SD]T|SAST|CES?T|EES?T|MSK)\b")
_DAY_FIRST_HOSTS = (
    ".uk",
    ".au",
    ".ie",
    ".nz",
    ".in",
    ".za",
    ".fr",
    ".de",
    ".it",
    ".es",
    ".ng",
    ".ke",
    ".pk",
    ".eu",
    ".sg",
)


@dataclass(frozen=True, slots=True)
class _Statement:
    rank: int
    days: frozenset[date]
    """One day, or two where day and month could change places."""
    words: str
    span: Span | None


def stated_date(text: str, found: Sorted, layer: Layer, url: str | None) -> Published:
    """
    Return the date that the page gives itself, with the words that say so.

    Where statements contradict each other the strongest is taken and the others are shown in
    the evidence; they are never averaged. A date of which day and month could change places is
    settled by the others, by the time zone beside it or by the site's country, or else left open.
    """
    statements = sorted(_statements(found, layer, url), key=lambda s: (s.rank, s.span or Span(0, 0)))
    statements = [_settled(s, statements, text, url) for s in statements]
    certain = [s for s in statements if len(s.days) == 1]
    if not certain:
        return Published(evidence=_open(statements[0])) if statements else Published()
    best = certain[0]
    day = min(best.days)
    against = [s for s in certain[1:] if _contradicts(s, best, day)]
    evidence = f"{best.words} states it"
    for other in against[:2]:
        evidence += f"; {other.words[0].lower() + other.words[1:]} says {min(other.days)}"
    return Published(Interval.day(day), Basis.STATED, evidence + ".", best.span)


def _contradicts(other: _Statement, best: _Statement, day: date) -> bool:
    apart = (min(other.days) - day).days
    if other.rank == _UPDATED and best.rank != _UPDATED and apart > 0:
        return False  # an update comes after publication
    return abs(apart) > AGREE_DAYS and other.rank != _FOOT


def _statements(found: Sorted, layer: Layer, url: str | None) -> Sequence[_Statement]:
    statements: list[_Statement] = []
    if layer.published:
        day = _iso_day(layer.published)
        statements += [_Statement(_METADATA, frozenset({day}), "The page's metadata", None)] if day else []
    body = [i for i, kind in enumerate(found.kinds) if kind is Kind.BODY]
    first, last = (body[0], body[-1]) if body else (len(found.lines), len(found.lines))
    for i, line in enumerate(found.lines):
        if found.kinds[i] is not Kind.DATE:
            continue
        is_head = i <= first + 1 and i < HEAD_LINES
        if is_head or (i > last and _labelled(line)):
            statements += _of_line(line, is_foot=not is_head)
    if first < len(found.lines):
        statements += _leading(found.lines[first])
    return [*statements, *_of_url(url)]


def _labelled(line: Line) -> bool:
    return bool(_IS_PUBLISHED.search(line.sample) or _IS_UPDATED.search(line.sample))


def _of_line(line: Line, *, is_foot: bool) -> list[_Statement]:
    expression = date_of_line(line)
    if expression is None:
        return []
    label = line.sample[: expression.span.start] or line.sample
    rank = _FOOT if is_foot else _HEAD
    if _IS_PUBLISHED.search(label):
        rank = _PUBLISHED
    elif _IS_UPDATED.search(label):
        rank = _UPDATED
    return _statement(rank, expression, line)


def _leading(line: Line) -> list[_Statement]:
    expression = leading_date(line.sample)
    return _statement(_LEADING, expression, line) if expression else []


def _statement(rank: int, expression: TimeExpression, line: Line) -> list[_Statement]:
    days = _days(expression)
    start = line.span.start
    span = Span(start + expression.span.start, start + expression.span.end)
    words = f"“{line.sample[:80].strip() if line.words < 16 else expression.span.cut(line.sample)}”"
    return [_Statement(rank, days, words, span)] if days else []


def _days(expression: TimeExpression) -> frozenset[date]:
    value = expression.value
    if isinstance(value, CalendarDate):
        orders = [(value.year or 0, value.month or 0, value.day or 0)]
    elif isinstance(value, NumericDate):
        orders = [(value.year, value.first, value.second), (value.year, value.second, value.first)]
    else:
        return frozenset()
    return frozenset(day for order in orders if (day := _day(*order)))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if year in YEARS else None
    except ValueError:  # 31 February: the page is wrong, and says nothing
        return None


def _iso_day(text: str) -> date | None:
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)", text)
    return _day(*(int(part) for part in found.groups())) if found else None


def _of_url(url: str | None) -> list[_Statement]:
    for found in _URL_DATE.finditer(url or ""):
        month = found["month"].casefold()
        number = int(month) if month.isdigit() else _MONTHS.index(month) + 1 if month in _MONTHS else 0
        day = _day(int(found["year"]), number, int(found["day"]))
        if day:
            return [_Statement(_URL, frozenset({day}), "The address", None)]
    return []


def _settled(statement: _Statement, others: Sequence[_Statement], text: str, url: str | None) -> _Statement:
    """Choose between the two orders of a date in numbers."""
    if len(statement.days) < 2:
        return statement
    certain = {day for other in others if len(other.days) == 1 for day in other.days}
    near = {d for d in statement.days if any(abs((d - day).days) <= AGREE_DAYS for day in certain)}
    if len(near) != 1 and statement.span:
        line = text[statement.span.start : statement.span.end + 40]
        day_first = _is_day_first(line.split("\n")[0], url)
        written = statement.span.cut(text)
        first = int(re.findall(r"\d+", written)[0])
        near = set() if day_first is None else {d for d in statement.days if (d.day == first) is day_first}
    return _Statement(statement.rank, frozenset(near), statement.words, statement.span) if len(near) == 1 else statement


def _is_day_first(line: str, url: str | None) -> bool | None:
    clock = time_words(line)
    if _AMERICAN_CLOCK.search(clock):
        return False
    if _BRITISH_CLOCK.search(clock) or host_of(url or "").endswith(_DAY_FIRST_HOSTS):
        return True
    return None


def _open(statement: _Statement) -> str:
    return f"{statement.words} may be {' or '.join(str(day) for day in sorted(statement.days))}."
