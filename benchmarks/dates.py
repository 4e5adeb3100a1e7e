"""
Score the times that `when` reads against TimeML texts such as TempEval-3's.

    python -m benchmarks.dates FOLDER [--misses] [--peers] [--recognizers FOLDER]

FOLDER holds ``.tml`` files; the document's creation time is the anchor. Two tables are printed.

*TIMEX3* is TempEval-3's own task: all TIMEX3 of the running text, of every type. A found time that overlaps one
is a find (relaxed), or an exact one where both ends agree (strict); its value is right when it is the very string
that the gold has. Value F1 counts the finds with the right value, as the TempEval-3 scorer does.

*Days* is what the program needs: gold are the TIMEX3 of type DATE whose value is a stretch of the calendar (a day,
week, month, quarter or year), and a find is right when it means the days that the gold means, for a stretch that
is still running up to the document's day or from it on. Precision leaves out what overlaps any other TIMEX3.

--peers puts dateparser's search beside it, where that is installed; --recognizers the English date specs of a
checkout of microsoft/Recognizers-Text.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from benchmarks.timeml import GoldTime, days_of, read_case, values_of
from stemma.model import Interval, Span
from stemma.when import Recent, Since, TimeExpression, find_times, resolve

Finder = Callable[[str, date], Sequence[tuple[Span, str]]]
"""Spans with TIMEX3 values, of a text written on a day."""


@dataclass(slots=True)
class Count:
    found: int = 0
    wanted: int = 0
    matched: int = 0
    exact: int = 0
    right: int = 0
    misses: list[str] = field(default_factory=list)

    def f1(self, right: int) -> float:
        return 2 * right / max(1, self.found + self.wanted)

    def told(self, name: str) -> str:
        return (
            f"{name:<12} relaxed f1 {self.f1(self.matched):.3f}  strict f1 {self.f1(self.exact):.3f}  "
            f"value f1 {self.f1(self.right):.3f}  value right of found {self.right / max(1, self.matched):.3f}  "
            f"precision {self.matched / max(1, self.found):.3f}  recall {self.matched / max(1, self.wanted):.3f}"
        )


def ours(text: str, today: date) -> list[tuple[Span, str]]:
    times = find_times(text, wide=True)
    return list(zip((e.span for e in times), values_of(times, text, today), strict=True))


def dateparsers(text: str, today: date) -> list[tuple[Span, str]]:
    """What dateparser's search finds, each value cut to the day."""
    from dateparser.search import search_dates

    settings = {"RELATIVE_BASE": _midnight(today), "PREFER_DATES_FROM": "past"}
    found, at = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or ():
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append((Span(start, at), str(moment.date())))
    return found


def _midnight(day: date) -> object:
    from datetime import datetime

    return datetime(day.year, day.month, day.day)


def count_timexes(text: str, today: date, gold: Sequence[GoldTime], finder: Finder, count: Count) -> None:
    """Match each gold time with the first free find that overlaps it, as the TempEval-3 scorer does."""
    found = list(finder(text, today))
    count.found += len(found)
    count.wanted += len(gold)
    free = set(range(len(found)))
    for wanted in gold:
        place = next((i for i in sorted(free) if found[i][0].meets(wanted.span)), None)
        line = _line(text, wanted.span)
        if place is None:
            count.misses.append(f"lost {wanted.span.cut(text)!r} {wanted.value}: {line}")
            continue
        free.remove(place)
        span, value = found[place]
        count.matched += 1
        count.exact += span == wanted.span
        count.right += value == wanted.value
        if value != wanted.value:
            words = span.cut(text)
            count.misses.append(f"{words!r} is {wanted.kind} {wanted.value}, not {value} (on {today}): {line}")
    count.misses += [f"extra {found[i][0].cut(text)!r} {found[i][1]}: {_line(text, found[i][0])}" for i in sorted(free)]


def _line(text: str, span: Span) -> str:
    return " ".join(text[max(0, span.start - 40) : span.end + 20].split())


def same_days(found: TimeExpression, days: Interval | None, wanted: Interval, today: date) -> bool:
    if days is None or isinstance(found.value, Recent):
        return False
    if isinstance(found.value, Since):  # the gold marks the beginning alone
        return wanted.earliest <= days.earliest <= wanted.latest
    running = wanted.earliest <= today <= wanted.latest
    parts = (Interval(wanted.earliest, today), Interval(today, wanted.latest)) if running else ()
    return days in (wanted, *parts)


def count_days(text: str, today: date, gold: Sequence[GoldTime], count: Count) -> tuple[int, int]:
    """Return how many gold times of a single day are right, and how many there are."""
    times = find_times(text)
    dates = [(g, days) for g in gold if g.kind == "DATE" and (days := days_of(g.value))]
    day_right = 0
    for wanted, meant in dates:
        count.wanted += 1
        match = next((t for t in times if t.span.meets(wanted.span)), None)
        if match is None:
            count.misses.append(f"days: lost {wanted.span.cut(text)!r}: {_line(text, wanted.span)}")
            continue
        count.matched += 1
        count.exact += match.span == wanted.span
        days = resolve(match, Interval.day(today))
        if same_days(match, days, meant, today):
            count.right += 1
            day_right += meant.is_day
        else:
            words, line = match.span.cut(text), _line(text, wanted.span)
            count.misses.append(f"days: {words!r} is {meant}, not {days} (on {today}): {line}")
    meant_spans = {g.span for g, _ in dates}
    for time in times:
        met = [g.span for g in gold if time.span.meets(g.span)]
        if not met or any(span in meant_spans for span in met):
            count.found += 1
        if not met:
            count.misses.append(f"days: extra {time.span.cut(text)!r}: {_line(text, time.span)}")
    return day_right, sum(days.is_day for _, days in dates)


def score(paths: Iterable[Path], *, peers: bool) -> list[str]:
    """Print the tables of TimeML files; return the misses."""
    timexes, days, peer = Count(), Count(), Count()
    singles: Counter[str] = Counter()
    for path in paths:
        text, today, gold = read_case(path)
        count_timexes(text, today, gold, ours, timexes)
        right, all_ = count_days(text, today, gold, days)
        singles.update(right=right, all=all_)
        if peers:
            count_timexes(text, today, gold, dateparsers, peer)
    print(f"TIMEX3 of all types, {timexes.wanted}")
    print(timexes.told("stemma"))
    if peers:
        print(peer.told("dateparser"))
    print(f"DATE with days, {days.wanted}")
    print(days.told("stemma"))
    print(f"{'':<12} single days right {singles['right'] / max(1, singles['all']):.3f} of {singles['all']}")
    return timexes.misses + days.misses


def has_peers() -> bool:
    try:
        import dateparser.search
    except ImportError:
        print("dateparser is not installed and left out: pip install dateparser", file=sys.stderr)
        return False
    return dateparser.search is not None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--recognizers", type=Path)
    options = parser.parse_args()
    misses = score(sorted(options.folder.rglob("*.tml")), peers=options.peers and has_peers())
    if options.recognizers:
        from benchmarks.recognizers import score_specs

        misses += score_specs(options.recognizers)
    if options.misses:
        print("\n".join(sorted(misses)), file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main())
