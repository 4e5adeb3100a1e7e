"""The days of which statements speak: another day is another occasion."""

from collections.abc import Sequence

from stemma.model import Attribution, Document, Interval
from stemma.when import Since, Unanchored, find_times, resolve

__all__ = ["are_apart", "days_of"]

WEEK = 7


def days_of(attribution: Attribution, document: Document) -> tuple[Interval, ...]:
    """Return the single days that the content of *attribution* names, as far as the date of *document* settles them."""
    found = (
        resolve(time, document.published.counted_from)
        for span in attribution.content_spans
        for time in find_times(document.text, span)
        if not isinstance(time.value, Since | Unanchored)
    )
    return tuple(sorted({days for days in found if days is not None and days.is_day}))


def are_apart(left: Sequence[Interval], right: Sequence[Interval]) -> bool:
    """Tell whether both name days, and none that may be the same."""
    return bool(left and right) and not any(_may_be_one(a, b) for a in left for b in right)


def _may_be_one(left: Interval, right: Interval) -> bool:
    """Tell whether two days are one, or bear one name: "Monday" is another day where a document is dated wrongly."""
    return (left.earliest - right.earliest).days % WEEK == 0
