"""Which earlier documents a document may have something to do with."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from stemma.part.table import NO_WORD, PARTS, KeyTable

__all__ = ["REACH", "Near", "followers", "neighbours"]

# Documents, the last before it in time, that a word brings a document together with. So a common word ties it to what
# was written at about the same time and a rare one to anything, and no word costs more the more documents have it.
# From 8 on no more pairs of reports of one event stay together (.988 of them, with 4 .969), and stories only grow.
REACH = 8
# Likeness of two documents, over all words of both, under which they have nothing to do with each other.
NEAR = 50_000 * PARTS


@dataclass(frozen=True, slots=True, eq=False)
class Near:
    """What is near a document."""

    place: int
    earlier: NDArray[np.int64]
    """The places of the documents before it."""
    likeness: NDArray[np.int64]
    """Of each to it, in millionths of millionths."""


def neighbours(table: KeyTable, places: Sequence[int]) -> Iterator[Near]:
    """Yield what is near each of *places* in *table*, which is in the order of days."""
    index = _Index.of(table, places)
    weight_of = np.zeros(index.most + 1, dtype=np.int64)
    for place in places:
        own = np.flatnonzero(index.words[place])
        words = index.words[place, own]
        weight_of[words] = table.weights[place, own]
        earlier = index.beside(place, -np.arange(1, REACH + 1))
        likeness = (table.weights[earlier] * weight_of[index.words[earlier]]).sum(axis=1)
        weight_of[words] = 0
        is_near = likeness >= NEAR
        yield Near(place, earlier[is_near], likeness[is_near])


def followers(table: KeyTable, place: int) -> list[int]:
    """Return the later places that a word brings together with *place*: what is near these follows from it too."""
    later: list[int] = _Index.of(table, [place]).beside(place, np.arange(1, REACH + 1)).tolist()
    return later


@dataclass(frozen=True, slots=True, eq=False)
class _Index:
    """All that has the words of some documents."""

    words: NDArray[np.int64]
    """As in the table, but as small numbers; 0 for those that were not asked for."""
    order: NDArray[np.int64]
    """Where words stand in it: all that has one word together, in the order of places."""
    rank: NDArray[np.int64]
    """Where each word stands in that order."""

    @classmethod
    def of(cls, table: KeyTable, places: Sequence[int]) -> "_Index":
        """Return the index of the words of *places*."""
        asked = np.unique(table.words[places])
        asked = asked[asked != NO_WORD]
        words = np.zeros_like(table.words)
        if len(asked):
            at = np.minimum(np.searchsorted(asked, table.words), len(asked) - 1)
            words = np.where(asked[at] == table.words, at + 1, 0)
        said = np.flatnonzero(words)
        order = said[np.argsort(words.ravel()[said], kind="stable")]
        rank = np.zeros(words.size, dtype=np.int64)
        rank[order] = np.arange(len(order))
        return cls(words, order, rank)

    @property
    def most(self) -> int:
        """The highest number of a word."""
        return int(self.words.max(initial=0))

    def beside(self, place: int, steps: NDArray[np.int64]) -> NDArray[np.int64]:
        """Return the places that are so many *steps* before or after *place* among those that have one of its words."""
        width = self.words.shape[1]
        own = np.flatnonzero(self.words[place])
        at = self.rank[place * width + own][:, None] + steps
        is_there = (at >= 0) & (at < len(self.order))
        entries = self.order[np.where(is_there, at, 0)]
        is_same = self.words.ravel()[entries] == self.words[place, own][:, None]
        return np.unique(entries[is_there & is_same] // width)
