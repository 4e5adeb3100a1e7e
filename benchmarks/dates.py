"""
Score the days that `when` reads against TimeML texts such as TempEval-3's.

    python -m benchmarks.dates FOLDER [--misses]

FOLDER holds ``.tml`` files; the document's creation time is the anchor. Gold are the TIMEX3 of type DATE in the
running text whose value is a stretch of the calendar (a day, week, month, quarter or year; "now" and "the past" are
none). A found time that overlaps one is a find; its value is right when it means the days that the gold means, for
a stretch that is still running up to the document's day. Precision leaves out what overlaps any other TIMEX3.
"""

import argparse
import re
import sys
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

from stemma.model import Interval, Span
from stemma.when import Recent, Since, TimeExpression, find_times, resolve

SHAPES = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d{1,2})|Q([1-4])|H([12])))?(?:T\w+)?$")


@dataclass(frozen=True, slots=True)
class Gold:
    span: Span
    kind: str
    days: Interval | None


@dataclass(slots=True)
class Count:
    found: int = 0
    wanted: int = 0
    matched: int = 0
    days_wanted: int = 0
    days_right: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)


def days_of(value: str) -> Interval | None:
    """Return the days of a TIMEX3 value; None for one that names none, such as PAST_REF or 1998-XX."""
    found = SHAPES.match(value)
    if not found:
        return None
    year, month, day, week, quarter, half = (int(part) if part else None for part in found.groups())
    assert year is not None
    if day and month:
        return Interval.day(date(year, month, day))
    if week:
        monday = date(year, 1, 4) - timedelta(days=date(year, 1, 4).weekday()) + timedelta(weeks=week - 1)
        return Interval(monday, monday + timedelta(days=6))
    first, last = (
        (month, month) if month
        else (quarter * 3 - 2, quarter * 3) if quarter
        else (half * 6 - 5, half * 6) if half
        else (1, 12)
    )  # fmt: skip
    return Interval(date(year, first, 1), date(year, last, monthrange(year, last)[1]))


def read_case(path: Path) -> tuple[str, date, tuple[Gold, ...]]:
    root = ElementTree.fromstring(path.read_bytes())
    anchor = root.find("DCT/TIMEX3")
    text_node = root.find("TEXT")
    assert anchor is not None
    assert text_node is not None
    text, gold = "", []
    for piece, element in _pieces(text_node):
        if element is not None and element.tag == "TIMEX3":
            inner = unescape("".join(element.itertext()))
            gold.append(Gold(Span(len(text), len(text) + len(inner)), element.get("type", ""),
                             days_of(element.get("value", ""))))  # fmt: skip
        text += piece
    return text, date.fromisoformat(anchor.get("value", "")[:10]), tuple(gold)


def _pieces(node: ElementTree.Element) -> Iterator[tuple[str, ElementTree.Element | None]]:
    yield unescape(node.text or ""), node
    for child in node:
        yield from _pieces(child)
        yield unescape(child.tail or ""), None


def same_days(found: TimeExpression, days: Interval | None, wanted: Interval, today: date) -> bool:
    if days is None or isinstance(found.value, Recent):
        return False
    if isinstance(found.value, Since):  # the gold marks the beginning alone
        return wanted.earliest <= days.earliest <= wanted.latest
    running = wanted.earliest <= today <= wanted.latest
    return days == wanted or (running and days == Interval(wanted.earliest, today))


def count_case(path: Path, count: Count) -> None:
    text, today, gold = read_case(path)
    times = find_times(text)
    dates = [g for g in gold if g.kind == "DATE" and g.days]
    for wanted in dates:
        assert wanted.days is not None
        is_day = wanted.days.is_day
        count.wanted += 1
        count.days_wanted += is_day
        match = next((t for t in times if t.span.meets(wanted.span)), None)
        line = " ".join(text[max(0, wanted.span.start - 40) : wanted.span.end + 20].split())
        if match is None:
            count.misses.append(f"lost {wanted.span.cut(text)!r}: {line}")
            continue
        count.matched += 1
        days = resolve(match, Interval.day(today))
        if same_days(match, days, wanted.days, today):
            count.right += 1
            count.days_right += is_day
        else:
            count.misses.append(f"{match.span.cut(text)!r} is {wanted.days}, not {days} (on {today}): {line}")
    others = [g for g in gold if not (g.kind == "DATE" and g.days)]
    for time in times:
        if any(time.span.meets(g.span) for g in dates):
            count.found += 1
        elif not any(time.span.meets(g.span) for g in others):
            count.found += 1
            line = " ".join(text[max(0, time.span.start - 40) : time.span.end + 20].split())
            count.misses.append(f"extra {time.span.cut(text)!r}: {line}")


def f1(right: int, found: int, wanted: int) -> float:
    return 2 * right / (found + wanted)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    count = Count()
    for path in sorted(options.folder.rglob("*.tml")):
        count_case(path, count)
    span, value = (f1(right, count.found, count.wanted) for right in (count.matched, count.right))
    precision, recall = count.matched / count.found, count.matched / count.wanted
    print(f"span   f1 {span:.3f}  precision {precision:.3f}  recall {recall:.3f}  of {count.wanted}")
    print(f"value  f1 {value:.3f}  right of matched {count.right / count.matched:.3f}")
    print(f"days   right {count.days_right / count.days_wanted:.3f} of {count.days_wanted}")
    if options.misses:
        print("\n".join(sorted(count.misses)), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
