"""
Documents put together by what they are found by, one after another in the order of their days.

A document joins the story with which it has, over all documents of that story, the most in common, or founds one. Who
comes later never changes where the earlier ones belong, but for two stories that a later one shows to be one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.model.families import families_of
from stemma.part.keying import Keys
from stemma.part.neighbours import followers, neighbours
from stemma.part.table import PARTS, KeyTable

__all__ = ["NOTHING", "Parted", "go_on", "part", "stories_of"]

# Likeness (0 to 1) to the documents of a story, on average, from which on a document belongs to it. It is low: what is
# put together in vain costs time alone, and what is parted is never compared. As it is an average over the whole story
# while no word reaches further back than a few documents, a story cannot grow without end: one that is told by very
# many reports goes on in another, by its days.
BELONGS = 0.05
# From this likeness to both on, a document shows that two stories are one: two first reports, of a death toll and of
# a witness, have little in common until a third has both.
SAME = 0.3


@dataclass(frozen=True, slots=True)
class Parted:
    """Where each document belongs by itself: enough to go on from when more come."""

    documents: tuple[str, ...]
    """In the order of their days."""
    days: tuple[int, ...]
    homes: tuple[int, ...]
    """Of each document the place of the one that founded its story."""
    bridges: tuple[tuple[int, int], ...]
    """A document, and the founder of another story that it shows to be one with its own."""


NOTHING = Parted((), (), (), ())


def part(keys: Iterable[Keys], bound: Iterable[tuple[str, str]] = ()) -> tuple[tuple[str, ...], ...]:
    """
    Return the stories of a case, each as the ids of its documents. No order matters.

    Args:
        keys: What each document is found by.
        bound: Pairs of documents that are of one story whatever is in them.
    """
    table = KeyTable.of(keys)
    return stories_of(go_on(NOTHING, table.only(table.documents)), bound)


def go_on(before: Parted, table: KeyTable) -> Parted:
    """
    Return where the documents of *table*, which is in the order of days, belong: the same as without *before*.

    A report that is newer than all others is looked at alone. One that is older is looked at with those that may go
    elsewhere because of it, and if one of them does, with all that come after.

    Args:
        before: An earlier parting of some of them, by the same keys.
        table: The keys of all documents.
    """
    start = _first_change(before, table)
    if len(table.documents) == len(before.documents) + 1 and _has_all(before, table, start):
        walk = _Walk.carried(before, start)
        walk.look(table, [start], is_new=True)
        moved = walk.look(table, walk.touched(table, start))
    else:
        walk = _Walk.begun(before, start, len(table.documents))
        moved = start
    if moved is not None:
        walk.look(table, range(moved, len(table.documents)), is_new=True)
    return walk.parted(table)


def stories_of(parted: Parted, bound: Iterable[tuple[str, str]] = ()) -> tuple[tuple[str, ...], ...]:
    """Return the stories, each as the sorted ids of its documents; those of *bound* pairs are one."""
    place = {document: number for number, document in enumerate(parted.documents)}
    same = [*parted.bridges, *((place[one], place[other]) for one, other in bound)]
    joined = families_of(len(place), ((parted.homes[one], parted.homes[other]) for one, other in same))
    members: dict[int, list[str]] = {}
    for document, home in zip(parted.documents, parted.homes, strict=True):
        members.setdefault(joined[home], []).append(document)
    return tuple(sorted(tuple(sorted(documents)) for documents in members.values()))


@dataclass(slots=True)
class _Walk:
    """Documents looked at one after another in the order of their days."""

    homes: NDArray[np.int64]
    bridges: dict[int, list[int]]
    _sizes: NDArray[np.int64]
    """Of the stories, by their founders, before the place that is looked at."""
    _done: int = 0

    @classmethod
    def begun(cls, before: Parted, start: int, count: int) -> "_Walk":
        """Return a walk of *count* documents, those before *start* as they were."""
        homes = np.zeros(count, dtype=np.int64)
        homes[:start] = before.homes[:start]
        bridges: dict[int, list[int]] = {}
        for place, other in before.bridges:
            if place < start:
                bridges.setdefault(place, []).append(other)
        return cls(homes, bridges, np.zeros(count, dtype=np.int64))

    @classmethod
    def carried(cls, before: Parted, place: int) -> "_Walk":
        """Return a walk of all as they were, with one more at *place*."""
        homes = np.array(before.homes, dtype=np.int64)
        homes = np.insert(homes + (homes >= place), place, place)
        bridges: dict[int, list[int]] = {}
        for one, other in before.bridges:
            bridges.setdefault(one + (one >= place), []).append(other + (other >= place))
        return cls(homes, bridges, np.zeros(len(homes), dtype=np.int64))

    def touched(self, table: KeyTable, place: int) -> list[int]:
        """
        Return the later documents that may go elsewhere because of the one at *place*, which is new.

        To all others its story is only less like than it was, which matters to its own documents and bridges alone.
        """
        home = int(self.homes[place])
        members = np.flatnonzero(self.homes == home).tolist()
        bridging = [one for one, others in self.bridges.items() if home in others]
        return sorted({one for one in (*followers(table, place), *members, *bridging) if one > place})

    def look(self, table: KeyTable, places: Sequence[int], *, is_new: bool = False) -> int | None:
        """Put *places* where they belong; unless they are new, stop at the first that moves, and return it."""
        for near in neighbours(table, places):
            self._count(near.place)
            ranked = _ranked(self.homes[near.earlier], near.likeness, self._sizes)
            home = ranked[0][1] if ranked else near.place
            if home != self.homes[near.place] and not is_new:
                return near.place
            self.homes[near.place] = home
            self.bridges[near.place] = [other for likeness, other in ranked[1:] if likeness >= SAME]
        return None

    def parted(self, table: KeyTable) -> Parted:
        """Return where all are now."""
        bridges = tuple((one, other) for one, others in sorted(self.bridges.items()) for other in others)
        return Parted(table.documents, tuple(table.days.tolist()), tuple(self.homes.tolist()), bridges)

    def _count(self, place: int) -> None:
        if place < self._done:
            self._sizes[:], self._done = 0, 0
        np.add.at(self._sizes, self.homes[self._done : place], 1)
        self._done = place


def _first_change(before: Parted, table: KeyTable) -> int:
    now = zip(table.documents, table.days.tolist(), strict=True)
    then = zip(before.documents, before.days, strict=True)
    both = enumerate(zip(then, now, strict=False))
    fewer = min(len(before.documents), len(table.documents))
    return next((place for place, (one, other) in both if one != other), fewer)


def _has_all(before: Parted, table: KeyTable, new: int) -> bool:
    """Tell whether *table* is *before* but for its row *new*."""
    days = table.days.tolist()
    return (before.documents[new:], before.days[new:]) == (table.documents[new + 1 :], tuple(days[new + 1 :]))


def _ranked(homes: NDArray[np.int64], likeness: NDArray[np.int64], sizes: NDArray[np.int64]) -> list[tuple[float, int]]:
    """Return how like a document is to all of each story that it may belong to, the likest first."""
    stories, places = np.unique(homes, return_inverse=True)
    shared = np.zeros(len(stories), dtype=np.int64)
    np.add.at(shared, places, likeness)
    found = zip((shared / (sizes[stories] * PARTS**2)).tolist(), stories.tolist(), strict=True)
    return sorted((one for one in found if one[0] >= BELONGS), key=lambda one: (-one[0], one[1]))
