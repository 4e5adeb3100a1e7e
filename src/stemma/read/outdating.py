"""A page's date that is not the text's: the days of its news, as other reports date them, lie long before it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from stemma.model import Basis, Document, Interval, Published
from stemma.read.sameday import REACH, STRONG, Anchor, Telling, anchors, named
from stemma.when import CalendarDate, resolve

__all__ = ["date_before_page"]

WITNESSES = 2
"""Days of the report that others must date, or reports that must date the same day, before its page is doubted."""


def date_before_page(
    document: Document, own: Sequence[Telling], others: Sequence[Telling], dated: Mapping[str, Document]
) -> Published | None:
    """
    Return the date of *document* with the days on which it was written, where they lie well before its page's.

    "On Tuesday", on a page of 10 January, is 26 December to those who tell the same: the page has
    the date of an update or of its copying. Both are kept, and the evidence shows them. None
    where any day of the report fits the page, or too few do not.
    """
    published = document.published
    stated = published.interval
    if published.basis is not Basis.STATED or stated is None or not stated.is_day or published.written:
        return None
    found = _believed(anchors(own, others, dated))
    days = sorted({anchor.day for anchor in found})
    if not found or days[-1] + REACH >= stated.earliest or days[-1] > days[0] + REACH:
        return None
    written = Interval(days[-1], days[0] + REACH)
    if _tells_otherwise(document, own, written, days):
        return None
    words = " and ".join(f"“{a.telling.words}” is {a.day} to {named(dated[a.by.document])}" for a in _firsts(found))
    evidence = f"{published.evidence.rstrip('.')}; but {words}: the page's date is later than its text."
    return replace(published, interval=Interval(written.earliest, stated.latest), evidence=evidence, written=written)


def _believed(found: Sequence[Anchor]) -> Sequence[Anchor]:
    """The anchors of the days that enough reports give; none where only one day of one report is like it."""
    by_day: dict[date, list[Anchor]] = defaultdict(list)
    best = {a.telling.order: a.day for a in reversed(found)}  # of two days for one time, the better told
    for anchor in (a for a in found if best[a.telling.order] == a.day):
        by_day[anchor.day].append(anchor)
    strong = {day for day, group in by_day.items() if max(a.strength for a in group) >= STRONG}
    told = {day for day in strong if len({a.by.document for a in by_day[day]}) >= WITNESSES}
    kept = strong if len(strong) >= WITNESSES else told
    return [anchor for day in sorted(kept) for anchor in by_day[day]]


def _firsts(found: Sequence[Anchor]) -> Sequence[Anchor]:
    """The best anchor of each day, two at most."""
    return list({a.day: a for a in reversed(found)}.values())[:2]


def _tells_otherwise(document: Document, own: Sequence[Telling], written: Interval, days: Sequence[date]) -> bool:
    """
    Whether it names a day by the calendar that speaks against its being written then.

    A day between its writing and its page; or, without the year, one of the *days* themselves: who
    writes "July 14" for it means another by "Thursday".
    """
    for telling in own:
        value = telling.expression.value
        if isinstance(value, CalendarDate) and value.day and value.weekday is None:
            told = resolve(telling.expression, document.published.interval)
            if told and (told.latest > written.latest or (value.year is None and told.latest in days)):
                return True
    return False
