"""Parts and the whole that they make up."""

import re
from collections.abc import Iterator, Sequence

from stemma.model import Check
from stemma.weigh.counts.asides import Aside
from stemma.weigh.counts.limits import limits
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.counts.wording import number, quoted

__all__ = ["FROM_EARLIER", "check_parts", "parts_of", "sum_check"]

# How far apart, in characters, two parts that are added up may stand: about three sentences.
NEAR = 500
# A whole that differs from the sum by more than half is some other number.
WHOLE_SLACK = 0.5
FROM_EARLIER = re.compile(r"\b(?:since|so far this|from)\b", re.IGNORECASE)
_TOTAL = re.compile(r"\b(?:total|altogether|in all|overall|combined|together)\b", re.IGNORECASE)


def check_parts(quantities: Sequence[Quantity]) -> list[Check]:
    """Return the sums of parts that the words themselves tie to a whole."""
    increments = (found for quantity in quantities for found in _increments(quantities, quantity))
    return [*_shares(quantities), *increments]


def parts_of(quantities: Sequence[Quantity]) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield each part with its whole, where both are counted alike: "4,000 of the 12,000", "five, of which four"."""
    by_id = {quantity.figure.id: quantity for quantity in quantities}
    for part in quantities:
        whole = by_id.get(part.figure.part_of or "")
        if whole is not None and whole.figure.unit == part.figure.unit:
            yield part, whole


def _shares(quantities: Sequence[Quantity]) -> Iterator[Check]:
    for part, whole in parts_of(quantities):
        is_named = part.figure.counts or whole.figure.counts
        if part.figure.low is None or part.figure.unit == "share" or not is_named:
            continue
        if not whole.figure.low or whole.figure.high is None:  # "dozens" have no share
            continue
        holds = limits(part.figure)[0] <= limits(whole.figure)[1]
        share = 100 * part.figure.low / whole.figure.low
        verdict = f"that is {number(round(share))}%" if holds else "the part is larger than the whole"
        yield _sum([part, whole], f"{quoted(part)} of {quoted(whole)} ({part.speaker}): {verdict}.", holds=holds)


def _increments(quantities: Sequence[Quantity], increment: Quantity) -> Iterator[Check]:
    """Add "an additional 9,000" to the figure of the same noun before it and look for the whole."""
    if increment.aside is not Aside.TOP:
        return
    near = [q for q in _nearby_before(quantities, increment) if _same_noun(q, increment) and q.aside is not Aside.TOP]
    near = [q for q in near if q.figure.high is not None]  # "dozens" add up to nothing
    if not near:
        return
    first = near[-1]
    yield from _against_whole(quantities, [first, increment])


def _nearby_before(quantities: Sequence[Quantity], quantity: Quantity) -> list[Quantity]:
    start = quantity.figure.span.start
    return [q for q in quantities if q.document.id == quantity.document.id and 0 < start - q.figure.span.start <= NEAR]


def _same_noun(a: Quantity, b: Quantity) -> bool:
    same_who = not (a.figure.who and b.figure.who) or a.figure.who == b.figure.who
    return bool(a.head) and a.head == b.head and a.figure.unit == b.figure.unit and same_who


def _against_whole(quantities: Sequence[Quantity], parts: list[Quantity]) -> Iterator[Check]:
    whole = _whole(quantities, parts)
    check = _added(parts, whole) if whole is not None else None
    if check is not None:
        yield check


def _whole(quantities: Sequence[Quantity], parts: list[Quantity]) -> Quantity | None:
    """Return the whole of *parts*: in their document, of the same noun, near their sum; the nearest of several."""
    low = sum(p.figure.low or 0.0 for p in parts)
    high = sum(p.figure.high or p.figure.low or 0.0 for p in parts)
    own = parts[0].document.id
    fits = [
        q
        for q in quantities
        if q not in parts
        and _same_noun(parts[0], q)
        and q.aside is not Aside.TOP
        and q.document.id == own
        and q.figure.low is not None
        and low * (1 - WHOLE_SLACK) <= q.figure.low <= high * (1 + WHOLE_SLACK)
        and q.figure.low > max(p.figure.low or 0.0 for p in parts)
    ]
    end = parts[-1].figure.span.start
    return min(fits, key=lambda q: abs(q.figure.span.start - end), default=None)


def _added(parts: list[Quantity], whole: Quantity) -> Check | None:
    """Add up *parts*; a sum that is off speaks against *whole* only where that is called the total."""
    low = sum(limits(p.figure)[0] for p in parts)
    high = sum(limits(p.figure)[1] for p in parts)
    floor, ceiling = limits(whole.figure)
    holds = low <= ceiling and floor <= high
    if not holds and high < floor and FROM_EARLIER.search(f"{whole.before(60)} {whole.figure.text} {whole.after(60)}"):
        return None  # the total runs from an earlier day than its parts
    if not holds and not _TOTAL.search(f"{whole.before(60)} {whole.figure.text} {whole.after(60)}"):
        return None
    return sum_check(parts, whole, holds=holds)


def sum_check(parts: Sequence[Quantity], whole: Quantity, *, holds: bool = True) -> Check:
    """Return the check that adds up *parts* and holds the sum against *whole*."""
    ends = [sum((p.figure.low if end == 0 else p.figure.high) or p.figure.low or 0.0 for p in parts) for end in (0, 1)]
    total = number(ends[0]) if ends[0] == ends[1] else f"{number(ends[0])} to {number(ends[1])}"
    verdict = "which agrees with" if holds else "against"
    words = f"{' + '.join(quoted(p) for p in parts)} = {total}, {verdict} {quoted(whole)} ({whole.speaker})."
    return _sum([*parts, whole], words, holds=holds)


def _sum(quantities: list[Quantity], words: str, *, holds: bool) -> Check:
    return Check("parts_and_whole", tuple(sorted(q.figure.id for q in quantities)), holds, words)
