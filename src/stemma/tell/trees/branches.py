"""A lineage walked from its origins down, each of its members once, however its bonds run."""

from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum

from stemma.tell.trees.bonds import Bond
from stemma.tell.trees.lineage import Lineage

__all__ = ["Branch", "Seen", "branches_of"]


class Seen(StrEnum):
    """Whether a member was told before."""

    NEW = "new"
    ABOVE = "above"
    CIRCLE = "circle"
    """It stands above on the same way down: the way goes in a circle."""
    ELSEWHERE = "elsewhere"
    """Whether it stands here is not decided, and it stands in another place for certain."""


@dataclass(frozen=True, slots=True)
class Branch:
    """A member at its place below another."""

    id: str
    bond: Bond | None
    """To the one above it; None at the top."""
    seen: Seen
    is_last: tuple[bool, ...]
    """For each level from the top whether the last one there has come."""
    has_below: bool
    """Others stand below it here."""
    also: tuple[Bond, ...]
    """To those from whom it has it as well, and from whom the one above has it already."""


def branches_of(lineage: Lineage) -> Iterator[Branch]:
    """
    Yield the members of *lineage* from the top down.

    Who has it from two, of whom one has it from the other, stands below the nearer one only. A circle is
    entered at its first document and ends where it comes back.
    """
    parents = _by(lineage.bonds, lambda bond: bond.child)
    taken = _by([bond for bond in lineage.bonds if not bond.fold], lambda bond: bond.child)
    above = {id: _reached(id, taken) for id in lineage.nodes}
    order = {id: at for at, id in enumerate((*lineage.documents, *lineage.sources))}
    roundabout = {(b.child, b.parent) for b in lineage.bonds if _is_roundabout(b, taken, above)}
    dropped = _by([b for b in lineage.bonds if (b.child, b.parent) in roundabout], lambda bond: bond.child)
    kept = [b for b in lineage.bonds if (b.child, b.parent) not in roundabout]
    settled = {b.child for b in kept if not b.is_open}
    children = _by(sorted(kept, key=lambda bond: order[bond.child]), lambda bond: bond.parent)
    told: set[str] = set()
    tops = sorted((id for id in lineage.nodes if not parents.get(id)), key=lambda id: lineage.kind(id) != "origin")
    for top in (*tops, *lineage.documents, *lineage.sources):
        if top not in told:
            yield from _walk(top, _Below(children, dropped, settled), told)


def _by(bonds: Sequence[Bond], key: Callable[[Bond], str]) -> dict[str, list[Bond]]:
    found: dict[str, list[Bond]] = {}
    for bond in bonds:
        found.setdefault(key(bond), []).append(bond)
    return found


def _reached(id: str, parents: Mapping[str, Sequence[Bond]]) -> frozenset[str]:
    """Return all from whom *id* has it, at whatever distance."""
    found: set[str] = set()
    waiting = [id]
    while waiting:
        for bond in parents.get(waiting.pop(), ()):
            if bond.parent not in found:
                found.add(bond.parent)
                waiting.append(bond.parent)
    return frozenset(found)


def _is_roundabout(bond: Bond, parents: Mapping[str, Sequence[Bond]], above: Mapping[str, frozenset[str]]) -> bool:
    """Tell whether the child has it from another who has it from this parent, and no circle is in it."""
    if bond.is_denial or bond.is_open or bond.fold:
        return False
    for other in parents[bond.child]:
        nearer = other.parent
        in_circle = nearer in above[bond.parent] or bond.child in above[nearer]
        if nearer != bond.parent and bond.parent in above[nearer] and not in_circle and not other.is_open:
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Below:
    """What stands below whom."""

    children: Mapping[str, Sequence[Bond]]
    dropped: Mapping[str, Sequence[Bond]]
    """Of each member, its bonds to those from whom the one above it has it already."""
    settled: Set[str]
    """Those with a place that is decided."""

    def seen(self, id: str, bond: Bond | None, told: Set[str]) -> Seen:
        """Tell whether *id* is to be told at this place."""
        if id in told:
            return Seen.ABOVE
        return Seen.ELSEWHERE if bond and bond.is_open and id in self.settled else Seen.NEW


def _walk(top: str, below: _Below, told: set[str]) -> Iterator[Branch]:
    """Yield *top* and all below it; a stack of our own, since a chain may be longer than Python's."""
    waiting: list[tuple[str, Bond | None, tuple[bool, ...], tuple[str, ...]]] = [(top, None, (), ())]
    while waiting:
        id, bond, is_last, way = waiting.pop()
        seen = Seen.CIRCLE if id in way else below.seen(id, bond, told)
        if seen is not Seen.NEW:
            yield Branch(id, bond, seen, is_last, has_below=False, also=())
            continue
        told.add(id)
        bonds = below.children.get(id, ())
        yield Branch(id, bond, seen, is_last, bool(bonds), tuple(below.dropped.get(id, ())))
        steps = [(b.child, b, (*is_last, at == len(bonds)), (*way, id)) for at, b in enumerate(bonds, 1)]
        waiting += reversed(steps)
