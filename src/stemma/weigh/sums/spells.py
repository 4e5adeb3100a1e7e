"""How long something took, held against the hours at which it began and ended."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import time
from itertools import pairwise

from stemma.model import Check, Document, Span
from stemma.weigh.counts.quantities import Quantity, stems_in
from stemma.weigh.counts.wording import quoted
from stemma.when import clocks_in

__all__ = ["check_spells"]

_MINUTES = {"minute": 1, "hour": 60}
DAY = 24 * 60
# Minutes, and the part of the whole, by which a told length may be off: "eight hours" for 7 hours 57 minutes.
SLACK, SLACK_SHARE = 1, 0.05
# Characters between two hours of one course of events.
NEAR = 200
# Words that a length told elsewhere has to share with what stands so many characters around the hours.
SHARED, AROUND = 3, 60
# Shorter ones meet by chance.
LEAST_ELSEWHERE = 60


LONGEST_MORE = 30
# "8 hours and 20 minutes" is no length of eight hours.
_AND_MORE = re.compile(r"^,?\s+(?:and\s+)?[\w-]+\s+(?:minutes?|seconds?)\b")


@dataclass(frozen=True, slots=True)
class _Spell:
    """Two hours that a report tells one after the other."""

    document: Document
    place: Span
    began: time
    ended: time

    @property
    def minutes(self) -> int:
        """How long it is from one to the other, over midnight where the second is the smaller."""
        ends = [clock.hour * 60 + clock.minute for clock in (self.began, self.ended)]
        return (ends[1] - ends[0]) % DAY


def check_spells(documents: Sequence[Document], quantities: Sequence[Quantity]) -> Iterator[Check]:
    """
    Yield "left at 11:36 a.m. and returned at 7:33 p.m." with the "eight hours" that reports make of it.

    Of less than an hour only the sentence of one of the two hours tells.
    """
    lengths = [q for q in quantities if q.figure.unit in _MINUTES and q.value[0] == q.value[1] and q.figure.low]
    lengths = [q for q in lengths if not _AND_MORE.match(q.after(LONGEST_MORE))]
    by_minutes: dict[float, list[Quantity]] = {}
    for quantity in lengths:
        by_minutes.setdefault(_minutes(quantity), []).append(quantity)
    told = {(spell.document.id, spell.minutes): spell for spell in _spells(documents)} if lengths else {}
    for spell in told.values():
        fitting = [q for minutes in sorted(by_minutes) if _fits(minutes, spell) for q in by_minutes[minutes]]
        fitting = [q for q in fitting if not _is_exact(q) or abs(_minutes(q) - spell.minutes) <= SLACK]
        found = [q for q in fitting if _is_beside(q, spell) or _is_of_one_course(q, spell)]
        if found:
            yield _check(spell, found)


def _spells(documents: Sequence[Document]) -> Iterator[_Spell]:
    for document in documents:
        clocks = [found for block in document.body for found in clocks_in(document.text, block)]
        for (first, began), (second, ended) in pairwise(clocks):
            if second.start - first.end <= NEAR and began != ended:
                yield _Spell(document, Span(first.start, second.end), began, ended)


def _fits(minutes: float, spell: _Spell) -> bool:
    return abs(minutes - spell.minutes) <= SLACK + SLACK_SHARE * minutes


def _minutes(quantity: Quantity) -> float:
    return (quantity.figure.low or 0.0) * _MINUTES[quantity.figure.unit or ""]


def _is_exact(quantity: Quantity) -> bool:
    """Tell "eight hours and 20 minutes": who tells the minutes as well has rounded nothing to hours."""
    return quantity.figure.unit == "minute" and "hour" in quantity.figure.text.casefold()


def _is_beside(quantity: Quantity, spell: _Spell) -> bool:
    return quantity.document.id == spell.document.id and quantity.sentence.meets(spell.place)


def _is_of_one_course(quantity: Quantity, spell: _Spell) -> bool:
    """Tell whether the words around *quantity* are those around the two hours."""
    around = Span(max(0, spell.place.start - AROUND), min(len(spell.document.text), spell.place.end + AROUND))
    return spell.minutes >= LEAST_ELSEWHERE and len(quantity.stems & stems_in(spell.document.text, around)) >= SHARED


def _check(spell: _Spell, lengths: Sequence[Quantity]) -> Check:
    hours, minutes = divmod(spell.minutes, 60)
    parts = [
        f"{hours} hour{'s' * (hours > 1)}" if hours else "",
        f"{minutes} minute{'s' * (minutes > 1)}" if minutes else "",
    ]
    took = " ".join(part for part in parts if part)
    words = f"From {spell.began:%H:%M} to {spell.ended:%H:%M} is {took}, which agrees with {quoted(lengths[0])} "
    words += f"({lengths[0].speaker})."
    return Check("time_between", tuple(sorted(q.figure.id for q in lengths)), True, words)
