"""How a figure stands to the ones given before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Relation
from stemma.weigh.apartness import DAY_SLIP, days_apart
from stemma.weigh.claimants import Given
from stemma.weigh.quantities import limits
from stemma.weigh.wording import quoted

__all__ = ["Tie", "relate"]


@dataclass(frozen=True, slots=True)
class Tie:
    """How one figure stands to another, and why."""

    relation: Relation
    against: Given
    reason: str


def relate(given: Given, earlier: Sequence[Given]) -> Tie | None:
    """Return how *given* stands to the one of *earlier* that it answers; None where it is the first."""
    if not earlier:
        return None
    own = [g for g in earlier if g.party == given.party]
    fitting = [g for g in earlier if _fits(given, g)]
    if own and own[-1] not in fitting:
        return _changed(given, own[-1])
    if fitting:
        return Tie(Relation.AGREES, fitting[-1], f"one number can be {quoted(fitting[-1].quantity)} and this")
    return _changed(given, earlier[-1])


def _fits(one: Given, other: Given) -> bool:
    (low, high), (floor, ceiling) = limits(one.quantity.figure), limits(other.quantity.figure)
    return max(low, floor) <= min(high, ceiling) and not _are_of_other_days(one, other)


def _are_of_other_days(one: Given, other: Given) -> bool:
    return days_apart(one.counted, other.counted) > DAY_SLIP


def _changed(given: Given, before: Given) -> Tie:
    words = quoted(before.quantity)
    if _are_of_other_days(given, before):
        return Tie(Relation.UPDATES, before, f"{words} is of {before.counted}, this of {given.counted}")
    is_later = bool(given.told and before.told and given.told.earliest > before.told.latest)
    rises = (given.quantity.figure.low or 0.0) > (before.quantity.figure.low or 0.0)
    if is_later and rises:
        return Tie(Relation.UPDATES, before, f"{words} was told on {before.told}, this on {given.told}")
    if is_later and given.party == before.party:
        return Tie(Relation.CORRECTS, before, f"the same claimant gave {words} on {before.told}, this on {given.told}")
    return Tie(Relation.CONFLICTS, before, f"no one number is {words} and this")
