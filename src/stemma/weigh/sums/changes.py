"""Percent of change: what a number was before it rose or fell to another."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from stemma.lexicon import pairs_of
from stemma.model import Bound, Check
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.counts.wording import number, quoted
from stemma.weigh.sums.conversions import rounding

__all__ = ["check_changes"]

# Characters before a percentage within which a word of change makes it one: "rose by as much as 20 per cent".
LEAD = 40
# A percentage is told to the point, "about 20 per cent" to some; of a number no more than such a part is rounded off.
POINTS, ABOUT_POINTS, MOST_ROUNDED = 0.5, 2.5, 0.05
# Digits of a sum that are told; below this its cents are.
DIGITS, CENTS = 4, 100
# "20 per cent last year to 1.2m": between a change and what it led to stands little more than a time.
_TO = re.compile(r"^(?:\s+[\w’']+){0,5},?\s+to\s+(?:[a-z-]+\s+){0,6}$")
_FROM = re.compile(r"\bfrom\s+(?:[a-z-]+\s+){0,4}$", re.IGNORECASE)
# "25 per cent, from 400": what follows a change at once.
_NEXT = re.compile(r"^[,\s(–—-]{1,3}from\s+(?:[a-z-]+\s+){0,4}$")
# "20 per cent more than": a comparison, and no change.
_AWAY = re.compile(r"^\s*(?:more|less|higher|lower|fewer)\s+than\b", re.IGNORECASE)
# "Rose a lower-than-expected 5 per cent": what was expected has no direction.
_MEASURED = re.compile(r"\b(?:lower|higher)[\s-]than\b")
_WORD = re.compile(r"[a-z]+")


def check_changes(quantities: Sequence[Quantity]) -> Iterator[Check]:
    """Yield what each number was before it changed by a percentage, held against what the sentence says it was."""
    for _, told in groupby(quantities, key=lambda q: (q.document.id, q.sentence)):
        own = list(told)
        for at, change in enumerate(own):
            sign = _direction(change)
            found = _ends(change, own[:at], own[at + 1 :]) if sign else None
            if found is not None:
                yield _check(change, sign, *found)


def _direction(change: Quantity) -> int:
    """Return 1 for "rose 20 per cent", -1 for "a fall of 20 per cent", 0 for a percentage of anything else."""
    is_part = change.figure.part_of is not None or not _is_exact(change)
    if change.figure.unit != "%" or is_part or _AWAY.match(change.after(LEAD)):
        return 0
    words = _WORD.findall(_MEASURED.sub("", change.before(LEAD).casefold()))
    named = [pairs_of("directions")[w] for w in words if w in pairs_of("directions")]
    if not named:
        return 0
    return 1 if named[-1] == "up" else -int((change.figure.low or 0.0) < 100)


def _ends(
    change: Quantity, ahead: Sequence[Quantity], behind: Sequence[Quantity]
) -> tuple[Quantity, Quantity | None] | None:
    """Return what *change* led to and, where the sentence says so, from what: "20 per cent to 1.2m", "from 1m"."""
    first = behind[0] if behind else None
    if first is None or not _is_measured(first):
        return None
    between = change.document.text[change.figure.span.end : first.figure.span.start]
    second = behind[1] if len(behind) > 1 and behind[1].figure.unit == first.figure.unit else None
    if _NEXT.match(between):
        is_led = second is not None and _is_measured(second) and _TO.match(_between(first, second))
        return (second, first) if second is not None and is_led else None
    if not _TO.match(between):
        return None
    alike = [q for q in (*behind[1:], *ahead[-1:]) if q.figure.unit == first.figure.unit]
    return first, next((q for q in alike if _is_measured(q) and _FROM.search(q.before(LEAD))), None)


def _between(left: Quantity, right: Quantity) -> str:
    return left.document.text[left.figure.span.end : right.figure.span.start]


def _is_measured(quantity: Quantity) -> bool:
    """Tell a number that can have changed: no percentage, and no length of time ("to a four-month low")."""
    size = pairs_of("unit_sizes").get(quantity.figure.unit or "", "")
    return _is_exact(quantity) and quantity.figure.unit != "%" and not size.startswith("time ")


def _is_exact(quantity: Quantity) -> bool:
    low, high = quantity.value
    return low is not None and low == high and low > 0


def _check(change: Quantity, sign: int, after: Quantity, before: Quantity | None) -> Check:
    share, now = (change.figure.low or 0.0) / 100, after.figure.low or 0.0
    was = now / (1 + sign * share)
    words = f"{quoted(change)} {'up' if sign > 0 else 'down'} to {quoted(after)} ({after.speaker}) means about "
    words += f"{_told(was)} before"
    ids = [change.figure.id, after.figure.id]
    if before is None:
        return Check("percent_of_change", tuple(sorted(ids)), True, f"{words}.")
    told = before.figure.low or 0.0
    points = ABOUT_POINTS if change.figure.bound is Bound.ABOUT else min(POINTS, rounding(100 * share))
    slack = _rounded_off(told) + (_rounded_off(now) + was * points / 100) / (1 + sign * share)
    holds = abs(was - told) <= slack
    words += f", {'which agrees with' if holds else 'against'} {quoted(before)}."
    return Check("percent_of_change", tuple(sorted((*ids, before.figure.id))), holds, words)


def _told(value: float) -> str:
    """Return *value* to four digits, and with cents where it is small."""
    if value < CENTS:
        return f"{value:,.2f}"
    return number(round(value, DIGITS - len(str(int(value)))))


def _rounded_off(value: float) -> float:
    return min(rounding(value), MOST_ROUNDED * value)
