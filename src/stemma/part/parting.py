"""
Documents put together by what they are found by, one after another in the order of their days.

A document joins the story with which it has, over all documents of that story, the most in common, or begins one. Who
comes later never changes where the earlier ones belong, but for two stories that a later one shows to be one.
"""

from collections.abc import Iterable
from datetime import date

import numpy as np
from numpy.typing import NDArray

from stemma.part.keying import Keys

__all__ = ["Parting", "part"]

# Documents, the last before it in time, that a word brings a document together with. So a common word ties it to what
# was written at about the same time and a rare one to anything, and no word costs more the more documents have it.
NEIGHBOURS = 64
# Likeness (0 to 1) to the documents of a story, on average, from which on a document belongs to it. It is low: what is
# put together in vain costs time alone, and what is parted is never compared. As it is an average over the whole story
# while no word reaches further back than NEIGHBOURS, a story has some NEIGHBOURS / BELONGS documents at most, the rule
# for what happens to one that grows too large: it goes on in another, by its days.
BELONGS = 0.05
# From this likeness to both on, a document shows that two stories are one: two first reports, of a death toll and of
# a witness, have little in common until a third has both.
SAME = 0.3


class Parting:
    """
    Stories that grow by one document at a time.

    Added in another order the same documents may make other stories; ``part`` keeps to the order of their days.
    """

    def __init__(self) -> None:
        """Begin without stories."""
        self._holders: dict[str, _Ring] = {}
        self._number: dict[str, int] = {}
        self._story = np.zeros(NEIGHBOURS, dtype=np.int64)
        self._members: dict[int, list[str]] = {}

    @property
    def stories(self) -> tuple[tuple[str, ...], ...]:
        """The ids of the documents of each story, sorted."""
        return tuple(sorted(tuple(sorted(members)) for members in self._members.values()))

    def add(self, keys: Keys) -> tuple[str, ...]:
        """Put a document to its story, and return the ids of that story's documents."""
        number = self._number[keys.document] = len(self._number)
        if number == len(self._story):
            self._story = np.concatenate((self._story, np.zeros_like(self._story)))
        rings = [self._holders.setdefault(word, _Ring()) for word, _ in keys.words]
        ranked = self._ranked(keys, rings)
        home = ranked[0][1] if ranked else number
        self._story[number] = home
        self._members.setdefault(home, []).append(keys.document)
        for likeness, story in ranked[1:]:
            if likeness >= SAME:
                self._move(story, home)
        for ring, (_, weight) in zip(rings, keys.words, strict=True):
            ring.put(number, weight)
        return tuple(self._members[home])

    def bind(self, one: str, other: str) -> None:
        """Make one story of the two that these documents belong to."""
        first, second = sorted(int(self._story[self._number[document]]) for document in (one, other))
        if first != second:
            self._move(second, first)

    def _ranked(self, keys: Keys, rings: list["_Ring"]) -> list[tuple[float, int]]:
        """Return how like the document is to all of each story that it may belong to, the likest first."""
        if not rings:
            return []
        holders = np.concatenate([ring.numbers[: ring.held] for ring in rings])
        weights = np.concatenate(
            [weight * ring.weights[: ring.held] for ring, (_, weight) in zip(rings, keys.words, strict=True)]
        )
        stories, places = np.unique(self._story[holders], return_inverse=True)
        shared = np.bincount(places, weights)
        found = (
            (float(total) / len(self._members[story]), story)
            for story, total in zip(stories.tolist(), shared.tolist(), strict=True)
        )
        return sorted((one for one in found if one[0] >= BELONGS), key=lambda one: (-one[0], one[1]))

    def _move(self, story: int, into: int) -> None:
        members = self._members.pop(story)
        self._members[into] += members
        self._story[[self._number[document] for document in members]] = into


class _Ring:
    """The last documents that have a word, and its weight in each."""

    __slots__ = ("_count", "numbers", "weights")

    def __init__(self) -> None:
        self.numbers: NDArray[np.int64] = np.empty(1, dtype=np.int64)
        self.weights: NDArray[np.float64] = np.empty(1)
        self._count = 0

    @property
    def held(self) -> int:
        return min(self._count, NEIGHBOURS)

    def put(self, number: int, weight: float) -> None:
        at = self._count % NEIGHBOURS
        if at == len(self.numbers):  # most words are of few documents
            self.numbers = np.concatenate((self.numbers, self.numbers))
            self.weights = np.concatenate((self.weights, self.weights))
        self.numbers[at], self.weights[at] = number, weight
        self._count += 1


def part(keys: Iterable[Keys], bound: Iterable[tuple[str, str]] = ()) -> tuple[tuple[str, ...], ...]:
    """
    Return the stories of a case, each as the ids of its documents. No order matters.

    Args:
        keys: What each document is found by.
        bound: Pairs of documents that are of one story whatever is in them.
    """
    parting = Parting()
    for one in sorted(keys, key=_place):
        parting.add(one)
    for pair in sorted(bound):
        parting.bind(*pair)
    return parting.stories


def _place(keys: Keys) -> tuple[date, str]:
    """In the order of days; what has none comes last, when its rare words have all others to be found in."""
    return keys.day or date.max, keys.document
