"""Figures that only stand beside others of their noun: parts of them, what comes on top, what is left."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.weigh.counts.parts import parts_of
from stemma.weigh.counts.quantities import Quantity

__all__ = ["Lined", "Side", "set_beside"]

# Characters between a figure and the one of its noun that it stands beside, where no words tie the two: some five
# sentences. Farther off, other things are told of.
NEAR = 800


@dataclass(frozen=True, slots=True)
class Side:
    """A figure, and the one that it stands beside."""

    quantity: Quantity
    against: Quantity
    reason: str
    """How it stands to that one, which is put in for ``{}``."""


@dataclass(frozen=True, slots=True)
class Lined:
    """Figures that count one thing, and what stands beside them."""

    line: Sequence[Quantity]
    sides: Sequence[Side]


def set_beside(quantities: Sequence[Quantity], lines: Sequence[Sequence[Quantity]]) -> list[Lined]:
    """Return *lines*, those that only stand beside another among its sides."""
    main = [line for line in lines if not _is_beside(line)]
    home = {quantity.figure.id: at for at, line in enumerate(main) for quantity in line}
    of_document: dict[str, list[Quantity]] = {}
    for quantity in quantities:
        if quantity.figure.id in home:
            of_document.setdefault(quantity.document.id, []).append(quantity)
    wholes = {part.figure.id: whole for part, whole in parts_of(quantities)}
    sides: list[list[Side]] = [[] for _ in main]
    alone: list[Lined] = []
    for line in lines:
        if not _is_beside(line):
            continue
        found = [_side(quantity, wholes, home, of_document) for quantity in line]
        placed = [side for side in found if side is not None]
        if len(placed) < len(line):
            alone.append(Lined(line, ()))
            continue
        for side in placed:
            sides[home[side.against.figure.id]].append(side)
    return [*(Lined(line, own) for line, own in zip(main, sides, strict=True)), *alone]


def _side(
    quantity: Quantity,
    wholes: Mapping[str, Quantity],
    home: Mapping[str, int],
    of_document: Mapping[str, Sequence[Quantity]],
) -> Side | None:
    whole = wholes.get(quantity.figure.id)
    if whole is not None and whole.figure.id in home:
        return Side(quantity, whole, "a part of {}")
    own = [q for q in of_document.get(quantity.document.id, ()) if _noun(q) == _noun(quantity)]
    near = [q for q in own if _gap(q, quantity) <= NEAR and (q.figure.span < quantity.figure.span)]
    against = min(near, key=lambda q: _gap(q, quantity), default=None)
    return None if against is None else Side(quantity, against, quantity.aside or "")


def _is_beside(line: Sequence[Quantity]) -> bool:
    return all(quantity.aside for quantity in line)


def _noun(quantity: Quantity) -> tuple[str, str | None, str | None]:
    return quantity.counts, quantity.figure.unit, quantity.figure.per


def _gap(one: Quantity, other: Quantity) -> int:
    return abs(one.figure.span.start - other.figure.span.start)
