"""The ledger: figures that count one thing, over time, by claimant."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from stemma.model import Brief, Entry, Interval, Relation, Standing, Tally, make_id
from stemma.weigh.apartness import DAY_SLIP, days_apart
from stemma.weigh.claimants import Given, give
from stemma.weigh.lining import line_up
from stemma.weigh.quantities import limits, read_quantities
from stemma.weigh.relating import relate

__all__ = ["keep_ledger"]


@dataclass(frozen=True, slots=True)
class _Line:
    """An entry with the figures behind it."""

    entry: Entry
    given: Given


def keep_ledger(brief: Brief) -> tuple[Tally, ...]:
    """Return the figures of *brief* that count something, those of one thing in one tally."""
    quantities = read_quantities(brief.documents, brief.attributions, brief.figures)
    given = give(brief, quantities)
    tallies = [_tally([given[q.figure.id] for q in group]) for group in line_up(quantities)]
    return tuple(sorted(tallies, key=lambda t: (t.counts, t.per or "", t.id)))


def _tally(group: Sequence[Given]) -> Tally:
    lines = _related(_ordered(_merged(group)))
    entries = tuple(line.entry for line in lines)
    first = group[0].quantity.figure
    id = make_id("t", *sorted(g.quantity.figure.id for g in group))
    return Tally(id, first.counts or first.unit or "", first.per, entries, _standing(lines))


def _merged(group: Sequence[Given]) -> Iterator[_Line]:
    """Yield one line for each number that a claimant gives, with all its places."""
    same: dict[tuple[object, ...], list[Given]] = {}
    for given in group:
        figure = given.quantity.figure
        same.setdefault((given.voice, figure.low, figure.high, figure.bound, figure.when), []).append(given)
    for places in same.values():
        first = min(places, key=_when_told)
        ids = tuple(g.quantity.figure.id for g in sorted(places, key=_when_told))
        yield _Line(Entry(ids[0], ids, first.claimant, first.counted, first.told), first)


def _when_told(given: Given) -> tuple[bool, date, str, int]:
    document, span = given.quantity.document.id, given.quantity.figure.span.start
    return given.told is None, given.told.earliest if given.told else date.max, document, span


def _ordered(lines: Iterator[_Line]) -> list[_Line]:
    """Return *lines* by the days that they count for, as far as these lie apart, and then by when they were told."""
    found = sorted(lines, key=lambda line: (_days(line) or Interval.day(date.max), _when_told(line.given)))
    epochs: list[int] = []
    reach: Interval | None = None
    for line in found:
        days = _days(line)
        is_new = reach is not None and (days is None or days_apart(reach, days) > DAY_SLIP)
        epochs.append((epochs[-1] if epochs else 0) + is_new)
        reach = (
            days
            if is_new or reach is None or days is None
            else Interval(reach.earliest, max(reach.latest, days.latest))
        )
    ranked = sorted(zip(epochs, found, strict=True), key=lambda pair: (pair[0], _when_told(pair[1].given)))
    return [line for _, line in ranked]


def _days(line: _Line) -> Interval | None:
    return line.given.counted or line.given.told


def _related(lines: Sequence[_Line]) -> list[_Line]:
    """Return *lines*, each with how it stands to one before it."""
    found: list[_Line] = []
    for line in lines:
        tie = relate(line.given, [earlier.given for earlier in found])
        if tie is not None:
            against = tie.against.quantity.figure.id
            line = replace(line, entry=replace(line.entry, relation=tie.relation, against=against, reason=tie.reason))
        found.append(line)
    return found


def _standing(lines: Sequence[_Line]) -> Standing | None:
    """Return the range of the numbers that nobody has updated or corrected since."""
    gone = {line.entry.against for line in lines if line.entry.relation in (Relation.UPDATES, Relation.CORRECTS)}
    standing = [line for line in lines if line.entry.figure not in gone and _ends(line)]
    if not standing:
        return None
    low = min(standing, key=lambda line: _ends(line) or (0.0, 0.0))
    high = max(standing, key=lambda line: (_ends(line) or (0.0, 0.0))[::-1])
    return Standing(low.entry.figure, high.entry.figure, tuple(line.entry.figure for line in standing))


def _ends(line: _Line) -> tuple[float, float] | None:
    """Return the least and the most that it is told as; None where it tells no number."""
    figure = line.given.quantity.figure
    if figure.low is None and figure.high is None:
        return None
    low = figure.low if figure.low is not None else figure.high or 0.0
    return low, max(limits(figure)[1], low)
