"""How a figure stands to the ones given before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Relation
from stemma.weigh.counts.apartness import are_of_other_days
from stemma.weigh.counts.asides import Aside
from stemma.weigh.counts.limits import limits
from stemma.weigh.counts.rivalry import is_rest_of
from stemma.weigh.counts.wording import quoted
from stemma.weigh.ledger.claimants import Given

__all__ = ["GROWING", "Tie", "fits", "relate"]

GROWING = frozenset({"killed", "wounded", "injured", "killed or wounded", "arrested", "displaced", "rescued"})
"""What is counted up as an event goes on: a later and larger number brings an earlier one up to date, whoever gives it.
Of all else two claimants may hold two opinions."""
_CORRECTING = re.compile(
    r"\b(?:correct(?:s|ed|ing|ion)|revis(?:e|es|ed|ing|ion)|retract\w*|mis-?(?:stated|counted|reported)|in error"
    r"|down from|(?:earlier|initially|previously|originally) (?:said|put|gave|reported|told|spoke|announced))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Tie:
    """How one figure stands to another, and why."""

    relation: Relation
    against: Given
    reason: str


def relate(given: Given, earlier: Sequence[Given]) -> Tie | None:
    """
    Return how *given* stands to the one of *earlier* that it answers; None where it is the first.

    It answers the last of its own claimant, where that says otherwise; else the last that fits it; else the last.
    """
    if not earlier:
        return None
    own = [g for g in earlier if g.party == given.party]
    fitting = [g for g in earlier if fits(given, g)]
    if own and own[-1] not in fitting:
        return _changed(given, own[-1])
    if fitting:
        return Tie(Relation.AGREES, fitting[-1], _agreement(given, fitting[-1]))
    return _changed(given, earlier[-1])


def fits(one: Given, other: Given) -> bool:
    """Tell whether one number, for the same days, can be both; an equal number is the same one, its days a slip."""
    if one.quantity.value == other.quantity.value:
        return True
    (low, high), (floor, ceiling) = limits(one.quantity.figure), limits(other.quantity.figure)
    return max(low, floor) <= min(high, ceiling) and not are_of_other_days(one.quantity, other.quantity)


def _agreement(given: Given, before: Given) -> str:
    is_same = given.quantity.value == before.quantity.value
    if is_same and given.quantity.figure.bound is before.quantity.figure.bound:
        return "the same number"
    return f"one number can be {quoted(before.quantity)} and {quoted(given.quantity)}"


def _changed(given: Given, before: Given) -> Tie:
    words, now, is_own = quoted(before.quantity), quoted(given.quantity), given.party == before.party
    newer = _newer_words(given, before)
    if newer:
        return Tie(Relation.UPDATES, before, newer)
    if is_own and _CORRECTING.search(given.quantity.sentence.cut(given.quantity.document.text)):
        return Tie(Relation.CORRECTS, before, f"the words say so, and the same claimant gave {words}")
    if not (given.told and before.told and given.told.earliest > before.told.latest):
        return Tie(Relation.CONFLICTS, before, f"no one number is {words} and {now}")
    rises = (given.quantity.figure.low or 0.0) > (before.quantity.figure.low or 0.0)
    grows = given.quantity.counts in GROWING
    times = f"{words} was told on {before.told}, {now} on {given.told}"
    if is_own and grows and not rises:
        return Tie(Relation.CORRECTS, before, f"{times}, by the same claimant, and such a count only grows")
    if is_own or (grows and rises):
        return Tie(Relation.UPDATES, before, times)
    return Tie(Relation.CONFLICTS, before, f"no one number is {words} and {now}, and they are of two claimants")


def _newer_words(given: Given, before: Given) -> str:
    """Return what in the words themselves makes *given* the newer number, whenever it was told; else nothing."""
    words, now = quoted(before.quantity), quoted(given.quantity)
    if are_of_other_days(given.quantity, before.quantity):
        return f"{words} is of {before.counted}, {now} of {given.counted}"
    is_rest = is_rest_of(given.quantity, before.quantity)
    return Aside.LEFT.format(words) if is_rest else ""
