"""The second dating pass: undated documents dated by what others say of the same day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from stemma.model import Attribution, Basis, Document, Interval, Published
from stemma.read.inferring import agreeing_years, from_days, open_dates
from stemma.read.outdating import date_before_page
from stemma.read.sameday import REACH, STRONG, Anchor, Telling, anchors, named, tellings
from stemma.when import Weekday

__all__ = ["redate"]

LOOSE_DAYS = 5
"""An inferred date this wide or wider is tried again."""
SAME_TIME_DAYS = 30
"""How far from the other reports of the case a day may lie for their year to be its year."""


def redate(documents: Sequence[Document], attributions: Sequence[Attribution]) -> tuple[Document, ...]:
    """
    Return *documents* with dates inferred across them; *attributions* have sources and claims.

    "On Monday Kirby stated" is the day that dated reports give to the same occasion, and the
    report that says so was published within the six days that a bare weekday reaches back.
    Where reports disagree about the day, the date stays open and the evidence tells of it. A page
    whose date lies long after the days that its report tells of keeps both.
    """
    said: dict[str, list[Attribution]] = {document.id: [] for document in documents}
    for attribution in attributions:
        said[attribution.document].append(attribution)
    told = {document.id: tellings(document, said[document.id]) for document in documents}
    by_id = {document.id: document for document in documents}
    return tuple(replace(d, published=_infer(by_id, told, d.id) or d.published) for d in documents)


def _infer(documents: Mapping[str, Document], told: Mapping[str, Sequence[Telling]], key: str) -> Published | None:
    """Return a better date for the document *key*, or None where there is none."""
    document = documents[key]
    known = document.published.interval
    is_settled = known and known.days < LOOSE_DAYS
    if document.published.basis is Basis.JUDGED or (is_settled and document.published.basis is not Basis.STATED):
        return None
    dated = {k: d for k, d in documents.items() if k != key and _is_dated(d)}
    others = [telling for k in sorted(dated) for telling in told[k]]
    if document.published.basis is Basis.STATED:
        return date_before_page(document, told[key], others, dated)
    return _by_same_day(document, told[key], others, dated) or (None if known else _by_year(document, dated))


def _is_dated(document: Document) -> bool:
    interval = document.published.interval
    return interval is not None and interval.days <= LOOSE_DAYS


def _by_same_day(
    document: Document, own: Sequence[Telling], others: Sequence[Telling], dated: Mapping[str, Document]
) -> Published | None:
    found = _believed(anchors(own, others, dated))
    if not found:
        return None
    days = {anchor.telling.order: anchor.day for anchor in reversed(found)}
    interval = _meet([Interval(day, day + REACH) for day in sorted(set(days.values()))])
    if interval is None:
        listed = "; ".join(_words(anchor, dated) for anchor in found[:2])
        return Published(evidence=f"The days that other reports give contradict each other: {listed}.")
    later = _later_weekday(own, found)
    if later:
        after = interval.earliest + timedelta(days=(later[1] - interval.earliest.weekday()) % 7)
        interval = Interval(after, interval.latest) if after <= interval.latest else interval
    known = document.published.interval
    if known and not interval.meet(known):
        return None
    best = found[0]
    evidence = _words(best, dated) + (f"; “{later[0]}”, told above it, is after that" if later else "")
    final = interval.meet(known) if known else interval
    return Published(final, Basis.INFERRED, evidence + ".", best.telling.expression.span)


def _believed(found: Sequence[Anchor]) -> list[Anchor]:
    """The best anchor of each weekday: strong by itself, or told by two reports alike."""
    by_place: dict[tuple[int, date], list[Anchor]] = defaultdict(list)
    for anchor in found:
        by_place[(anchor.telling.order, anchor.day)].append(anchor)
    best: dict[int, Anchor] = {}
    for (order, _), group in sorted(by_place.items()):
        reports = {anchor.by.document for anchor in group}
        if group[0].strength < STRONG and len(reports) < 2:
            continue
        if order not in best or _support(group, reports) > best[order].strength:
            best[order] = replace(group[0], strength=_support(group, reports))
    return sorted(best.values(), key=lambda a: (-a.strength, a.telling.order))


def _support(group: Sequence[Anchor], reports: set[str]) -> int:
    return group[0].strength + len(reports)


def _meet(intervals: Sequence[Interval]) -> Interval | None:
    met: Interval | None = intervals[0]
    for interval in intervals[1:]:
        met = met.meet(interval) if met else None
    return met


def _later_weekday(own: Sequence[Telling], found: Sequence[Anchor]) -> tuple[str, int] | None:
    """Another bare weekday told nearer the top: reports tell the latest first."""
    first = min(anchor.telling.order for anchor in found)
    taken = {anchor.day.weekday() for anchor in found}
    for telling in own:
        value = telling.expression.value
        if telling.order < first and isinstance(value, Weekday) and not value.step and value.weekday not in taken:
            return telling.words, value.weekday
    return None


def _words(anchor: Anchor, dated: Mapping[str, Document]) -> str:
    by = named(dated[anchor.by.document])
    return f"“{anchor.telling.words}” is {anchor.day}, which {by} tells as “{anchor.by.words}”"


def _by_year(document: Document, dated: Mapping[str, Document]) -> Published | None:
    """A day named without its year, in the year of the other reports."""
    days = open_dates(document.text, document.body)
    ends = sorted(i.earliest for d in dated.values() if (i := d.published.interval))
    if not days or not ends:
        return None
    middle = ends[len(ends) // 2]
    years = range(middle.year - 1, middle.year + 2)
    agreeing = agreeing_years(days, years)
    if any(day.weekday is not None for day in days) and not agreeing:
        return Published(
            evidence="The weekday that it names does not fall on that day in the year of the other reports."
        )
    near = {d: min(agreeing or years, key=lambda year: (d.apart(year, middle), year)) for d in days}
    if min(d.apart(near[d], middle) for d in days) > SAME_TIME_DAYS:
        return None
    by = "its weekday, in the time of the other reports," if agreeing else "the time of the other reports"
    return from_days(document.text, days, near, by)
