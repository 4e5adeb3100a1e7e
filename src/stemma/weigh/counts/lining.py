"""Which figures count one thing."""

from collections.abc import Iterable, Iterator, Sequence

from stemma.judge import constrain
from stemma.model.ruling import UNBOUND, Bonds
from stemma.weigh.counts.apartness import are_apart, are_at_odds
from stemma.weigh.counts.blocking import Blocks
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.counts.rivalry import is_zero
from stemma.weigh.counts.sameness import enough, marks, strength_of
from stemma.weigh.counts.zeros import with_zeros

__all__ = ["line_up"]

FEW = 60
"""So many figures of one noun are all held against each other: one event seldom gives more."""
AT_ODDS = 0.2
"""Of two groups so many pairs may speak against being of one thing: the names and days beside a figure are misread."""
COMMON = 24
"""Among more of them, a word that so many have about them tells none of them from the others."""


def line_up(quantities: Sequence[Quantity], bonds: Bonds = UNBOUND, *, over_time: bool = False) -> list[list[Quantity]]:
    """
    Return the figures of which one thing each is counted, together; those that count something are in some group.

    What a figure without a noun counts is known only from the others of its group.

    Args:
        quantities: All figures that may go together.
        bonds: Which of them count one thing and which do not by an analyst's word.
        over_time: Numbers for one thing on days that lie apart go together as well.
    """
    home = {i: {i} for i in range(len(quantities))}
    for i, j in _links(quantities, over_time=over_time):
        left, right = home[i], home[j]
        if left is right:
            continue
        pairs = [(quantities[a], quantities[b]) for a in left for b in right]
        if sum(are_at_odds(a, b, over_time=over_time) for a, b in pairs) <= AT_ODDS * len(pairs):
            left |= right
            home.update(dict.fromkeys(right, left))
    groups = {id(group): group for group in home.values()}.values()
    found = [[quantities[i] for i in sorted(group)] for group in groups]
    named = [group for group in found if any(q.counts or q.figure.unit for q in group)]
    return _agreed(named, quantities, bonds, over_time=over_time) if bonds else with_zeros(named)


def _agreed(
    groups: Sequence[Sequence[Quantity]], quantities: Sequence[Quantity], bonds: Bonds, *, over_time: bool
) -> list[list[Quantity]]:
    """Return *groups* as *bonds* have them; a "nobody" of which an analyst has spoken goes with no others' dead."""

    def score(left: int, right: int) -> float:
        a, b = quantities[left], quantities[right]
        return -1.0 if are_apart(a, b, over_time=over_time) else strength_of(a, b) - enough(a, b)

    ids = [quantity.figure.id for quantity in quantities]
    place = {id: at for at, id in enumerate(ids)}
    same, different = bonds.placed(ids)
    same = [(a, b) for a, b in same if _measure(quantities[a]) == _measure(quantities[b])]
    told = {quantities[at].figure.id for pair in (*same, *different) for at in pair}
    found = constrain([[place[q.figure.id] for q in group] for group in groups], same, different, score)
    lines = [[quantities[at] for at in group] for group in found]
    settled = [any(is_zero(q) and q.figure.id in told for q in line) for line in lines]
    free = with_zeros([line for line, is_settled in zip(lines, settled, strict=True) if not is_settled])
    return [*free, *(line for line, is_settled in zip(lines, settled, strict=True) if is_settled)]


def _measure(quantity: Quantity) -> tuple[str | None, str | None]:
    """Return in what it is counted: no range is drawn over two units."""
    return quantity.figure.unit, quantity.figure.per


def _links(quantities: Sequence[Quantity], *, over_time: bool) -> list[tuple[int, int]]:
    """Return the pairs that count one thing: first one number under one name, then under two, then two numbers."""
    found: dict[tuple[int, int], tuple[bool, bool, float]] = {}
    for group in (*_of_one_name(quantities), *_of_one_value(quantities)):
        for i, j in _near(group, quantities):
            a, b = quantities[i], quantities[j]
            if (i, j) in found or is_zero(a) != is_zero(b) or are_apart(a, b, over_time=over_time):
                continue
            strength = strength_of(a, b)
            if strength >= enough(a, b):
                found[i, j] = (a.value != b.value, a.figure.unit is None and a.head != b.head, -strength)
    return sorted(found, key=lambda pair: (found[pair], pair))


def _of_one_name(quantities: Sequence[Quantity]) -> Iterable[list[int]]:
    """Return the figures of one noun, or of one unit."""
    alike: dict[tuple[str | None, str | None, str | None], list[int]] = {}
    for i, quantity in enumerate(quantities):
        figure = quantity.figure
        if quantity.head or figure.unit:
            alike.setdefault((figure.unit, figure.per, None if figure.unit else quantity.head), []).append(i)
    return alike.values()


def _of_one_value(quantities: Sequence[Quantity]) -> Iterable[list[int]]:
    """Return the counts that are equal: reports call one thing files and documents, tourists and passengers."""
    alike: dict[tuple[float | None, float | None], list[int]] = {}
    for i, quantity in enumerate(quantities):
        if quantity.figure.unit is None and None not in quantity.value:
            alike.setdefault(quantity.value, []).append(i)
    return [group for group in alike.values() if len({quantities[i].head for i in group}) > 1]


def _near(group: Sequence[int], quantities: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of *group* to look at: all of a small one, else those that share a mark that few have."""
    marked = [frozenset(marks(quantities[index])) for index in group]
    blocks = Blocks(marked, few=FEW, common=COMMON)
    for place, index in enumerate(group):
        yield from ((index, group[other]) for other in blocks.near(marked[place]) if other > place)
