"""Which figures count one thing."""

from collections.abc import Iterator, Sequence

from stemma.weigh.blocking import Blocks
from stemma.weigh.quantities import Quantity
from stemma.weigh.rivalry import is_zero
from stemma.weigh.sameness import are_apart, enough, is_telling, marks, strength_of
from stemma.weigh.zeros import with_zeros

__all__ = ["line_up"]


def line_up(quantities: Sequence[Quantity]) -> list[list[Quantity]]:
    """Return the figures that name what they count or their unit, those of one thing together."""
    counted = (i for i, quantity in enumerate(quantities) if quantity.figure.counts or quantity.figure.unit)
    home = {i: {i} for i in counted}
    for i, j in _links(quantities):
        left, right = home.get(i), home.get(j)
        if left is None or right is None or left is right:
            continue
        if not any(are_apart(quantities[a], quantities[b]) for a in left for b in right):
            left |= right
            home.update(dict.fromkeys(right, left))
    groups = {id(group): group for group in home.values()}.values()
    return with_zeros([[quantities[i] for i in sorted(group)] for group in groups])


def _links(quantities: Sequence[Quantity]) -> list[tuple[int, int]]:
    """Return the pairs that count one thing, strongest first; only figures of one noun and unit are held together."""
    alike: dict[tuple[str | None, str | None, str | None], list[int]] = {}
    for i, quantity in enumerate(quantities):
        figure = quantity.figure
        alike.setdefault((figure.unit, figure.per, None if figure.unit else quantity.head), []).append(i)
    groups = [(False, group) for group in alike.values()] + [(True, group) for group in _of_one_value(quantities)]
    found: list[tuple[bool, float, int, int]] = []
    for is_renamed, group in groups:
        for i, j in _near(group, quantities):
            a, b = quantities[i], quantities[j]
            if is_zero(a) == is_zero(b) and not are_apart(a, b) and (strength := strength_of(a, b)) >= enough(a, b):
                found.append((is_renamed, -strength, i, j))
    return [(i, j) for _, _, i, j in sorted(found)]  # what is called the same goes first


def _of_one_value(quantities: Sequence[Quantity]) -> list[list[int]]:
    """Return the counts that are equal to many digits: reports call one thing files and documents."""
    alike: dict[tuple[float | None, float | None], list[int]] = {}
    for i, quantity in enumerate(quantities):
        if quantity.figure.unit is None and is_telling(quantity):
            alike.setdefault(quantity.value, []).append(i)
    return [group for group in alike.values() if len({quantities[i].head for i in group}) > 1]


def _near(group: Sequence[int], quantities: Sequence[Quantity]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of *group* to look at: all of a small one, else those that share a mark that few have."""
    marked = [frozenset(marks(quantities[index])) for index in group]
    blocks = Blocks(marked)
    for place, index in enumerate(group):
        yield from ((index, group[other]) for other in blocks.near(marked[place]) if other > place)
