"""The ledger: figures that count one thing, over time, by claimant."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from stemma.model import Brief, Entry, Interval, Relation, Tally, make_id
from stemma.model.ruling import UNBOUND, Bonds
from stemma.weigh.counts.apartness import DAY_SLIP, days_apart
from stemma.weigh.counts.asides import Aside
from stemma.weigh.counts.beside import Lined, set_beside
from stemma.weigh.counts.lining import line_up
from stemma.weigh.counts.quantities import read_quantities
from stemma.weigh.counts.wording import quoted
from stemma.weigh.ledger.claimants import Given, give
from stemma.weigh.ledger.relating import Tie, relate
from stemma.weigh.ledger.standing import stand

__all__ = ["keep_ledger"]

Places = tuple[Given, ...]
"""One number in one name, at all the places that give it, the first told first."""


def keep_ledger(brief: Brief, bonds: Bonds = UNBOUND) -> tuple[Tally, ...]:
    """Return the figures of *brief* that count something, those of one thing, also by *bonds*, in one tally."""
    quantities = read_quantities(brief.documents, brief.attributions, brief.figures)
    given = give(brief, quantities)
    found = set_beside(quantities, line_up(quantities, bonds, over_time=True))
    return tuple(sorted((_tally(lined, given) for lined in found), key=lambda t: (t.counts, t.per or "", t.id)))


def _tally(lined: Lined, given: Mapping[str, Given]) -> Tally:
    told: list[tuple[Places, Tie | None]] = []
    for places in _ordered(_merged([given[q.figure.id] for q in lined.line])):
        told.append((places, relate(places[0], [earlier[0] for earlier, _ in told])))
    head_of = {g.quantity.figure.id: places[0] for places, _ in told for g in places}
    for side in sorted(lined.sides, key=lambda side: _when_told(given[side.quantity.figure.id])):
        reason = side.reason.format(quoted(side.against))
        tie = Tie(Relation.COUNTS_ELSE, head_of[side.against.figure.id], reason)
        told.append(((given[side.quantity.figure.id],), tie))
    named = Counter(q.counts or q.figure.unit or "" for q in lined.line)
    ids = sorted(g.quantity.figure.id for places, _ in told for g in places)
    return Tally(
        id=make_id("t", *ids),
        counts=min(named, key=lambda counts: (not counts, -named[counts], counts)),
        per=lined.line[0].figure.per,
        entries=tuple(_entry(places, tie) for places, tie in told),
        now=stand([(places[0], tie) for places, tie in told]),
    )


def _entry(places: Places, tie: Tie | None) -> Entry:
    first = places[0]
    ids = tuple(given.quantity.figure.id for given in places)
    if tie is None:
        return Entry(ids[0], ids, first.claimant, first.counted, first.told)
    against = tie.against.quantity.figure.id
    return Entry(ids[0], ids, first.claimant, first.counted, first.told, tie.relation, against, tie.reason)


def _merged(line: Sequence[Given]) -> Iterator[Places]:
    """Yield each number that a claimant gives for some days, with all its places."""
    same: dict[tuple[object, ...], list[Given]] = {}
    for given in line:
        figure = given.quantity.figure
        same.setdefault((given.voice, figure.low, figure.high, figure.bound), []).append(given)
    for found in same.values():
        yield from _by_days(sorted(found, key=_when_told))


def _by_days(found: Sequence[Given]) -> Iterator[Places]:
    """Part *found* where the days that it counts for lie apart."""
    parts: list[list[Given]] = []
    for given in found:
        near = next((part for part in parts if days_apart(part[0].counted, given.counted) <= DAY_SLIP), None)
        if near is None:
            parts.append([given])
        else:
            near.append(given)
    yield from map(tuple, parts)


def _when_told(given: Given) -> tuple[bool, date, bool, str, int]:
    """Return the first day on which it may have been told; on that day what is left comes last."""
    quantity, told = given.quantity, given.told
    is_rest = quantity.aside is Aside.LEFT
    return told is None, told.earliest if told else date.max, is_rest, quantity.document.id, quantity.figure.span.start


def _ordered(lines: Iterator[Places]) -> list[Places]:
    """Return *lines* by the days that they count for, as far as these lie apart, and then by when they were told."""
    found = sorted(lines, key=lambda places: (_days(places[0]), _when_told(places[0])))
    epochs: Mapping[str, int] = _epochs([places[0] for places in found])
    return sorted(found, key=lambda places: (epochs[places[0].quantity.figure.id], _when_told(places[0])))


def _epochs(found: Sequence[Given]) -> dict[str, int]:
    """Return for each of *found*, sorted by its days, in which stretch of days without a gap they lie."""
    epochs: dict[str, int] = {}
    epoch, reach = 0, None
    for given in found:
        days = _days(given)
        if reach is not None and days_apart(reach, days) > DAY_SLIP:
            epoch, reach = epoch + 1, None
        reach = days if reach is None else Interval(reach.earliest, max(reach.latest, days.latest))
        epochs[given.quantity.figure.id] = epoch
    return epochs


def _days(given: Given) -> Interval:
    return given.counted or given.told or Interval.day(date.max)
