"""Totals that are called so, and what is told elsewhere of what they are made up of."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, groupby

from stemma.model import Check
from stemma.weigh.counts.apartness import WEIGHTY
from stemma.weigh.counts.asides import Aside
from stemma.weigh.counts.parts import FROM_EARLIER, sum_check
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.sums.addends import go_together, is_plain

__all__ = ["check_totals", "is_called_total"]

# Characters before a number, and behind it, that may call it the total.
BEFORE, AFTER = 30, 25
# And before one that something brings the total to; and that say that the total runs from an earlier day.
LEAD, SINCE = 100, 60
_TOTAL_OF = re.compile(
    r"\b(?:total(?:led|ling|ed|ing)?(?: of)?|altogether|in all|combined)\W*(?:\w+ ){0,2}$", re.IGNORECASE
)
_IN_ALL = re.compile(r"^\W*(?:\w+ ){0,2}(?:in all|in total|altogether|all told|combined)\b", re.IGNORECASE)
_BROUGHT_TO = re.compile(
    r"\b(?:bring|brings|bringing|brought|tak(?:e|es|ing)|took|rais(?:e|es|ed|ing)|push(?:es|ed|ing)?|lift(?:s|ed|ing)?)\s"
    r"[^.;:]{0,60}\b(?:total|toll|number|tally|count|figure)\b[^.;:]{0,40}\bto\s+(?:[a-z]+\s+){0,3}$",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d|\b(?=[a-z]+\s+(?:people|persons|men|women)\b)")
# How far from a total, in characters, its parts may be told: a report of one event.
REACH = 4000
# Characters between a sentence and the next one.
NEXT = 3
# Parts of a total over several sentences; of more numbers than these some add up to anything.
MOST_PARTS, MOST_TRIED = 3, 16


def check_totals(quantities: Sequence[Quantity]) -> Iterator[Check]:
    """
    Yield the sums of what a report tells of several places where it has called a number the total of them.

    What an addition brought to a total is held against the number that was told before it, in any report.
    """
    plain = [q for q in quantities if is_plain(q)]
    by_value: dict[float, list[Quantity]] = {}
    for quantity in plain:
        by_value.setdefault(quantity.figure.low or 0.0, []).append(quantity)
    for _, told in groupby(plain, key=lambda q: q.document.id):
        own = list(told)
        for total in own:
            if is_called_total(total):
                yield from _over_sentences(total, own)
            if _BROUGHT_TO.search(total.before(LEAD)):
                yield from _brought(total, own, by_value)


def is_called_total(quantity: Quantity) -> bool:
    """Tell "a total of 51 people", "five in all"."""
    lead = f"{quantity.before(BEFORE)}{_NUMBER.split(quantity.figure.text, maxsplit=1)[0]}"
    return bool(_TOTAL_OF.search(lead) or _IN_ALL.match(quantity.after(AFTER)))


def _over_sentences(total: Quantity, own: Sequence[Quantity]) -> Iterator[Check]:
    parts = [q for q in own if _may_be_part(q, total)]
    if len(parts) > MOST_TRIED:
        return
    for size in range(2, MOST_PARTS + 1):
        for some in combinations(parts, size):
            is_apart = len({q.sentence for q in (*some, total)}) > size
            if is_apart and sum(q.figure.low or 0.0 for q in some) == total.figure.low:
                yield sum_check(some, total)
                return


def _may_be_part(part: Quantity, total: Quantity) -> bool:
    """Tell whether *part* is a number of its own, weighty enough that no sum of two such comes about by chance."""
    is_own = part.figure.part_of is None and part.aside is None
    is_near = abs(part.figure.span.start - total.figure.span.start) <= REACH
    return (
        is_own and is_near and WEIGHTY <= (part.figure.low or 0.0) < (total.figure.low or 0.0) and _alike(part, total)
    )


def _brought(total: Quantity, own: Sequence[Quantity], by_value: Mapping[float, Sequence[Quantity]]) -> Iterator[Check]:
    """Yield "an additional 2.5 million, bringing the total to 145.5 million" where 143 million was told before."""
    if FROM_EARLIER.search(total.before(SINCE)):
        return  # the total runs from an earlier day than what is told
    added = [q for q in own if q.aside is Aside.TOP and q.sentence == total.sentence and _alike(q, total)]
    if len(added) != 1:
        return
    earlier = (total.figure.low or 0.0) - (added[0].figure.low or 0.0)
    known = [q for q in by_value.get(earlier, ()) if q.aside is None and _alike(q, total)]
    known = [q for q in known if earlier >= WEIGHTY or _is_right_before(q, total)]
    if known:
        yield sum_check([known[0], added[0]], total)


def _is_right_before(known: Quantity, total: Quantity) -> bool:
    gap = total.sentence.start - known.sentence.end
    return known.document.id == total.document.id and known.thing == total.thing and 0 <= gap <= NEXT


def _alike(one: Quantity, other: Quantity) -> bool:
    """Tell whether the two can be added up, though one may be without a noun: "a total of 51"."""
    if one.figure.unit or other.figure.unit:
        return one.figure.unit == other.figure.unit
    return not one.thing or not other.thing or go_together(one, other)
