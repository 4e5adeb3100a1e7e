"""Parts that a sentence names side by side, and the whole that somebody gives for them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from stemma.lexicon import words_of
from stemma.model import Check
from stemma.weigh.counts.apartness import WEIGHTY
from stemma.weigh.counts.asides import Aside
from stemma.weigh.counts.parts import sum_check
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.counts.things import are_people

__all__ = ["check_breakdowns"]

# Between parts stands no more than where the first of them are from.
_AND = re.compile(
    r"^(?:\s+(?:from|of|in|with)\s+[\w\s’'.]{1,30})?,?\s+(?:and|plus|as\s+well\s+as|along\s+with|together\s+with)\s+$"
)
_COMMA = re.compile(r"^(?:\s+(?:from|of|in|with)\s+[\w\s’'.]{1,30})?,\s+$")
_OTHER = re.compile(r"^(?:at\s+least\s+|about\s+|some\s+)?[\w,.]+\s+(?:others?|more|further)\b", re.IGNORECASE)
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
    """Yield "20 people, four of whom were badly hurt and 16 lightly": a whole whose parts follow in its sentence."""
    for at, whole in enumerate(quantities):
        total, parts = whole.figure.low or 0.0, list[Quantity]()
        if total < LEAST_SUM or whole.aside is Aside.TOP:
            continue
        for part in quantities[at + 1 : at + 1 + MOST_PARTS]:
            if part.sentence != whole.sentence or part.document.id != whole.document.id:
                break
            if not _are_addends(whole, part):
                break
            parts.append(part)
            if len(parts) > 1 and sum(p.figure.low or 0.0 for p in parts) == total:
                yield sum_check(parts, whole)
                break


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
    if left.document.id != right.document.id or left.sentence != right.sentence or not _are_addends(left, right):
        return ""
    between = left.document.text[left.figure.span.end : right.figure.span.start]
    is_rest = len(between) <= REACH and ";" not in between and bool(_OTHER.match(right.figure.text))
    if _AND.match(between) or is_rest:
        return "and"
    return "," if _COMMA.match(between) else ""


def _are_addends(left: Quantity, right: Quantity) -> bool:
    """Tell whether the two can be added: both plain counts, of people or of one thing, in one state if in any."""
    for quantity in (left, right):
        low, high = quantity.value
        if low is None or low != high or quantity.figure.unit or quantity.figure.per or not low or low != int(low):
            return False
    return _go_together(left, right)


def _go_together(left: Quantity, right: Quantity) -> bool:
    states = words_of("people_states")
    if left.thing in states and right.thing in states and left.thing != right.thing:
        return False
    both_people = are_people(left.thing) and are_people(right.thing)
    return both_people or bool(left.things & right.things) or (bool(left.head) and left.head == right.head)


def _against_whole(parts: Sequence[Quantity], by_value: Mapping[float, Sequence[Quantity]]) -> Iterator[Check]:
    total = sum(part.figure.low or 0.0 for part in parts)
    if total < LEAST_SUM or len({part.figure.id for part in parts}) < len(parts):
        return
    wholes = [
        q for q in by_value.get(total, ()) if all(_go_together(q, part) for part in parts) and q.aside is not Aside.TOP
    ]
    if wholes:
        yield sum_check(parts, min(wholes, key=lambda q: _distance(q, parts[-1])))


def _distance(whole: Quantity, part: Quantity) -> tuple[bool, int, str]:
    is_other = whole.document.id != part.document.id
    return is_other, 0 if is_other else abs(whole.figure.span.start - part.figure.span.start), whole.figure.id
