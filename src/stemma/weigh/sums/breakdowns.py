"""Parts that a sentence names side by side, and the whole that somebody gives for them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from stemma.model import Check
from stemma.weigh.counts.apartness import WEIGHTY
from stemma.weigh.counts.asides import Aside
from stemma.weigh.counts.parts import sum_check
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.sums.addends import are_addends, go_together, is_counted
from stemma.weigh.sums.totals import is_called_total

__all__ = ["check_breakdowns"]

# Between parts stands no more than where the first of them are from, or who they are.
_AND = re.compile(
    r"^(?:\s+(?:from|of|in|with)\s+[\w\s’'.]{1,30}|,\s+[^\W\d][^,.;:\d]{1,40})?,?\s+(?:and|plus|as\s+well\s+as|along\s+with|together\s+with)\s+$"
)
_COMMA = re.compile(r"^(?:\s+(?:from|of|in|with)\s+[\w\s’'.]{1,30})?,\s+$")
_OTHER = re.compile(r"^(?:at\s+least\s+|about\s+|some\s+)?[\w,.]+\s+(?:others?|more|further)\b", re.IGNORECASE)
# A dash or a colon, with a sign on either side of it, opens a list of parts.
_LISTING = re.compile(r"(?:\s[–—-]|—|:)\s*$")
# How far apart, in characters, "12 leaders and … data on 128 other politicians" may stand.
REACH = 100
# So many parts a sentence spells out.
MOST_PARTS = 4
# Small numbers add up to small ones by chance.
LEAST_SUM = WEIGHTY


def check_breakdowns(quantities: Sequence[Quantity]) -> Iterator[Check]:
    """Yield the sums of parts told side by side that a whole is given for, in their document or else in another."""
    by_value: dict[float, list[Quantity]] = {}
    for quantity in quantities:
        low, high = quantity.value
        if low is not None and low == high and quantity.figure.unit is None and not quantity.figure.per:
            by_value.setdefault(low, []).append(quantity)
    for row in _rows(quantities):
        yield from _against_whole(row, by_value)
    yield from _spelt_out(quantities)


def _spelt_out(quantities: Sequence[Quantity]) -> Iterator[Check]:
    """
    Yield a whole whose parts follow, in its sentence or side by side in the next.

    "20 people, four of whom were badly hurt and 16 lightly" · "12 people died. Ten were tourists and two were pilots."
    """
    for at, whole in enumerate(quantities):
        total, parts = whole.figure.low or 0.0, list[Quantity]()
        following = quantities[at + 1 : at + 1 + MOST_PARTS]
        is_listed = bool(following) and _is_listed(whole, following[0])
        if (total < LEAST_SUM and not is_listed) or whole.aside is Aside.TOP:
            continue
        for part in following:
            if not _follows(whole, part, parts):
                break
            if not (is_counted(part) if is_listed else are_addends(whole, part) or _is_bare(part)):
                break
            parts.append(part)
            if len(parts) > 1 and sum(p.figure.low or 0.0 for p in parts) == total:
                yield sum_check(parts, whole)
                break


def _follows(whole: Quantity, part: Quantity, parts: Sequence[Quantity]) -> bool:
    """Tell whether *part* stands in the sentence of *whole*, or with the other *parts* in the one right behind it."""
    if part.document.id != whole.document.id:
        return False
    if not parts:
        between = whole.document.text[whole.sentence.end : part.sentence.start]
        return part.sentence == whole.sentence or not between.strip()
    return part.sentence == parts[0].sentence


def _is_listed(whole: Quantity, first: Quantity) -> bool:
    """Tell "three gorillas in the area – two females and one male": whatever they are called, they are its parts."""
    if first.document.id != whole.document.id or first.sentence != whole.sentence or not is_counted(whole):
        return False
    return bool(_LISTING.search(whole.document.text[whole.figure.span.end : first.figure.span.start]))


def _is_bare(part: Quantity) -> bool:
    """Tell the "ten" of "Ten were tourists", which counts those of the sentence before."""
    return is_counted(part) and not part.thing


def _rows(quantities: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """Yield the counts of people, or of one thing, that stand side by side."""
    row: list[Quantity] = []
    for left, right in pairwise(quantities):
        joint = _joint(left, right)
        row = [*(row or [left]), right] if joint else []
        if joint == "and":
            yield row
            row = []


def _joint(left: Quantity, right: Quantity) -> str:
    if left.document.id != right.document.id or left.sentence != right.sentence or not are_addends(left, right):
        return ""
    between = left.document.text[left.figure.span.end : right.figure.span.start]
    is_rest = len(between) <= REACH and ";" not in between and bool(_OTHER.match(right.figure.text))
    if _AND.match(between) or is_rest:
        return "and"
    return "," if _COMMA.match(between) else ""


def _against_whole(parts: Sequence[Quantity], by_value: Mapping[float, Sequence[Quantity]]) -> Iterator[Check]:
    total = sum(part.figure.low or 0.0 for part in parts)
    if len({part.figure.id for part in parts}) < len(parts):
        return
    wholes = [
        q for q in by_value.get(total, ()) if all(go_together(q, part) for part in parts) and q.aside is not Aside.TOP
    ]
    if total < LEAST_SUM:
        wholes = [q for q in wholes if q.document.id == parts[0].document.id and is_called_total(q)]
    if wholes:
        yield sum_check(parts, min(wholes, key=lambda q: _distance(q, parts[-1])))


def _distance(whole: Quantity, part: Quantity) -> tuple[bool, int, str]:
    is_other = whole.document.id != part.document.id
    return is_other, 0 if is_other else abs(whole.figure.span.start - part.figure.span.start), whole.figure.id
