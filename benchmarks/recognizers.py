"""Recognizers-Text's English specs of dates and of stretches of days, scored against what `when` reads."""

import json
import sys
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from stemma.model import Interval, Span
from stemma.when import find_times, resolve_all

SPECS = {"DateParser.json": "single dates", "DatePeriodParser.json": "stretches"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """One expression of a spec, with the days that it may mean: the coming ones or the past ones."""

    span: Span
    days: tuple[Interval, ...]


def score_specs(folder: Path) -> list[str]:
    """Print how many expressions of the specs in a checkout at *folder* are found and right; return the misses."""
    misses: list[str] = []
    for name, what in SPECS.items():
        path = next(folder.rglob(f"English/{name}"), None)
        if path is None:
            print(f"{name} is not below {folder} and left out", file=sys.stderr)
            continue
        found = right = total = 0
        for case in json.loads(path.read_text("utf-8-sig")):
            today = date.fromisoformat(case.get("Context", {}).get("ReferenceDateTime", "2016-11-07")[:10])
            for wanted in wanted_in(case):
                total += 1
                got = days_at(case["Input"], wanted.span, today)
                found += got is not None
                right += got is not None and bool(set(got) & set(wanted.days))
                if not got or not set(got) & set(wanted.days):
                    words = [str(days) for days in got or ()]
                    misses.append(f"recognizers: {wanted.span.cut(case['Input'])!r} on {today}: {words}")
        shares = f"found {found / total:.3f}  right of found {right / max(1, found):.3f}  of {total}"
        print(f"Recognizers-Text, {what:<13} {shares}")
    return misses


def wanted_in(case: dict[str, Any]) -> list[Wanted]:
    results = [r for r in case.get("Results", ()) if (r.get("Value") or {}).get("PastResolution")]
    return [Wanted(Span(r["Start"], r["Start"] + r["Length"]), days) for r in results if (days := _days(r["Value"]))]


def _days(value: dict[str, Any]) -> tuple[Interval, ...]:
    return tuple(days for key in ("PastResolution", "FutureResolution") for days in _intervals(value[key]))


def _intervals(said: dict[str, str]) -> list[Interval]:
    """The specs count the last day in ("until the 15th") or out ("in May" ends on 1 June)."""
    try:
        if "date" in said:
            return [Interval.day(date.fromisoformat(said["date"]))]
        first, end = (date.fromisoformat(said[key]) for key in ("startDate", "endDate"))
    except (KeyError, ValueError):  # open at one end, or "not resolved"
        return []
    return [Interval(first, last) for last in (end - timedelta(days=1), end) if first <= last]


def days_at(text: str, span: Span, today: date) -> list[Interval] | None:
    """Return the days of the times that meet *span*; None where none does."""
    times = find_times(text)
    days = resolve_all(text, times, Interval.day(today))
    met = [d for time, d in zip(times, days, strict=True) if time.span.meets(span)]
    return [d for d in met if d] if met else None
