"""
Groups made to agree with an analyst's word: statements of one claim, figures of one thing.

The machine's groups are merged and parted after they were made: a judgement changes no group but those that it
speaks of, so that what an analyst has read and agreed to elsewhere stays as it was.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

__all__ = ["constrain"]

Pairs = Iterable[tuple[int, int]]
Score = Callable[[int, int], float]
"""Of two members, the lower first: above 0 where the machine would take them for one."""


def constrain(groups: Sequence[Sequence[int]], same: Pairs, different: Pairs, score: Score) -> list[list[int]]:
    """
    Return *groups* so that each pair of *same* is in one of them and no pair of *different* is.

    A group that has to be parted keeps its other members with the side that they are likest to.
    What is in no group comes into one by *same* alone.
    """
    together = _Union()
    for left, right in same:
        together.join(left, right)
    merged = _Union()
    for group in groups:
        for member in group:
            merged.join(group[0], member)
    for member in together.members:
        merged.join(member, together.head(member))
    whole = merged.groups()
    home = {member: number for number, group in enumerate(whole) for member in group}
    apart: dict[int | None, list[tuple[int, int]]] = {}
    for left, right in different:
        if together.head(left) != together.head(right) and home.get(left) == home.get(right):
            apart.setdefault(home.get(left), []).append((together.head(left), together.head(right)))
    found: list[list[int]] = []
    for number, group in enumerate(whole):
        inside = apart.get(number)
        found += _parted(_atoms(group, together), inside, score) if inside else [group]
    return sorted(found)


class _Union:
    """Sets that are joined; each goes by its lowest member."""

    def __init__(self) -> None:
        self.above: dict[int, int] = {}

    @property
    def members(self) -> list[int]:
        return sorted(self.above)

    def head(self, member: int) -> int:
        while (above := self.above.setdefault(member, member)) != member:
            self.above[member] = member = self.above[above]
        return member

    def join(self, left: int, right: int) -> None:
        low, high = sorted((self.head(left), self.head(right)))
        self.above[high] = low

    def groups(self) -> list[list[int]]:
        found: dict[int, list[int]] = {}
        for member in self.members:
            found.setdefault(self.head(member), []).append(member)
        return list(found.values())


def _atoms(group: Sequence[int], together: _Union) -> dict[int, list[int]]:
    """Return the members of *group* by the head of what must stay together."""
    atoms: dict[int, list[int]] = {}
    for member in group:
        atoms.setdefault(together.head(member), []).append(member)
    return atoms


def _parted(atoms: Mapping[int, list[int]], apart: Sequence[tuple[int, int]], score: Score) -> list[list[int]]:
    """Return the sides: first of the atoms that are told apart, then each other with the side likest to it."""
    barred = {(a, b) for pair in apart for a, b in (pair, pair[::-1])}
    judged = {atom for pair in apart for atom in pair}
    sides: list[list[int]] = []
    for atom in sorted(atoms, key=lambda atom: (atom not in judged, atom)):
        fits = [
            (_mean(atoms[atom], [m for other in side for m in atoms[other]], score), -at)
            for at, side in enumerate(sides)
            if not any((atom, other) in barred for other in side)
        ]
        if fits and (atom not in judged or max(fits)[0] > 0):
            sides[-max(fits)[1]].append(atom)
        else:
            sides.append([atom])
    return [sorted(member for atom in side for member in atoms[atom]) for side in sides]


def _mean(left: Sequence[int], right: Sequence[int], score: Score) -> float:
    found = [score(min(a, b), max(a, b)) for a in left for b in right]
    return sum(found) / len(found)
