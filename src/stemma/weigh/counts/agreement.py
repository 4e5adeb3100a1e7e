"""Figures that count the same thing, lined up."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from stemma.lexicon import pairs_of, words_of
from stemma.model import Check, Interval
from stemma.weigh.counts.apartness import days_apart
from stemma.weigh.counts.limits import is_strict, limits
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.counts.rivalry import is_zero
from stemma.weigh.counts.wording import listed, said_by

__all__ = ["check_agreement"]

# Equal numbers are for different times only where a month or more says so: the days that reports
# give for one event differ by slips, time zones and what else stands in the sentence.
LONG_STRETCH = 28
HEADING = 60
_FOLLOWING = re.compile(r"\s(?:of|from|above|below|north|south|east|west)\b(?:\s[\w’'-]+){1,3}(?=[\s.,;:)]|$)")


def check_agreement(lines: Sequence[list[Quantity]]) -> list[Check]:
    """
    Return one check for each of *lines*, figures that count one thing, that is in more than one place.

    Where they do not agree, those reports that do are told in a check of their own.
    """
    checks = [(line, _check(line)) for line in lines if _is_worth_telling(line)]
    agreed = [part for line, found in checks if not found.holds for part in _agreed(line)]
    return [*(found for _, found in checks), *(found for part in agreed if (found := _check(part)).holds)]


def _agreed(group: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """Yield those of *group* with one number, where two reports give it."""
    by_value: dict[tuple[float | None, float | None], list[Quantity]] = {}
    for quantity in group:
        if not is_zero(quantity) and not is_strict(quantity.figure):
            by_value.setdefault(quantity.value, []).append(quantity)
    yield from (same for same in by_value.values() if len({q.document.id for q in same}) > 1 and len(same) < len(group))


def _is_worth_telling(group: list[Quantity]) -> bool:
    """Tell whether *group* holds more than one report's repetition of itself."""
    is_shared = len({q.document.id for q in group}) > 1 or len({q.value for q in group}) > 1
    return is_shared and not all(map(is_zero, group))


def _check(group: list[Quantity]) -> Check:
    lows, highs = zip(*(limits(q.figure) for q in group), strict=True)
    low, high = max(lows), min(highs)
    fits, times = low <= high, _other_times(group)
    ids = tuple(sorted(q.figure.id for q in group))
    what = _heading(group)
    told = listed([said_by(same) for same in _by_text(group)])
    agreed = "all the same" if len({(q.figure.bound, q.value) for q in group}) == 1 else "one number can be all of them"
    verdict = "no one number fits them all" if not fits else times or agreed
    return Check("same_quantity", ids, fits and not times, f"{what[0].upper()}{what[1:]}: {told}; {verdict}.")


def _heading(group: list[Quantity]) -> str:
    """Return what most of *group* are said to count; a bare unit takes on what it is measured of or from."""
    named = Counter(q.counts for q in group if q.counts)
    what = min(named, key=lambda counts: (-named[counts], counts)) if named else group[0].figure.unit or "the number"
    if group[0].figure.unit is None or " " in what:
        return what
    followed = [_FOLLOWING.match(q.after(HEADING)) for q in group]
    words = max((match.group().split() for match in followed if match), key=len, default=[])
    while words and words[-1].casefold() in words_of("phrase_ends"):
        words.pop()
    return " ".join([what, *words])


def _by_text(group: list[Quantity]) -> list[list[Quantity]]:
    groups: dict[tuple[str, float | None, float | None], list[Quantity]] = {}
    for quantity in group:
        groups.setdefault((quantity.figure.bound, *quantity.value), []).append(quantity)
    return list(groups.values())


def _other_times(group: list[Quantity]) -> str:
    """Say which times the figures are given for, where those exclude each other; a duration has no such time."""
    if (pairs_of("unit_sizes").get(group[0].figure.unit or "") or "").startswith("time "):
        return ""
    told = [sorted({q.when for q in same if q.when}) for same in _by_text(group)]
    for some, others in combinations([days for days in told if days], 2):
        if all(_are_far_apart(a, b) for a in some for b in others):
            return f"but they are given for different times, {some[0]} and {others[0]}"
    stretches = sorted({q.stretch for q in group if q.stretch})
    return f"but they are given for different times, {stretches[0]} and {stretches[1]}" if len(stretches) > 1 else ""


def _are_far_apart(a: Interval, b: Interval) -> bool:
    is_long = max(a.days, b.days) >= LONG_STRETCH
    return a.meet(b) is None and (is_long or days_apart(a, b) >= LONG_STRETCH)
