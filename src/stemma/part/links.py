"""How much documents have in common, by the words that bring them together."""

from datetime import date
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from stemma.part.table import NO_WORD, PARTS, KeyTable

__all__ = ["OF_A_DAY", "REACH", "Links", "summed"]

# Documents before it and after it, in the order of days, to which each of its words ties a document. A common word ties
# it to what was written at about the same time and a rare one to anything, and no word costs more the more documents
# have it. With 12, and with 24, a hundredth fewer pairs of reports of one event stay together: with more, common words
# tie what has nothing to do with each other.
REACH = 16
# Likeness of two documents under which they have nothing to do with each other.
NEAR = 50_000 * PARTS
# Two reports of one day, or of one and the next, are so many times as like as their words: of the pairs of reports of
# one event more than half are, of all that share words a twelfth. Without it a hundredth fewer pairs stay together.
OF_A_DAY = 2
_STEPS = np.array([*range(-REACH, 0), *range(1, REACH + 1)])
_UNDATED = date.max.toordinal()

# Four bytes and not eight: there are four such numbers for each of 64 words of a report.
Places = NDArray[np.int32]
_Key = TypeVar("_Key", np.int32, np.int64)


class Links:
    """
    The likeness of the documents of a table, which is in the order of days.

    Two documents are as like as the words weigh that tie them: those that both have, with fewer than `REACH` documents
    between them that have it too. So where one more comes between two, they are less like by one word, and not at once
    strangers.
    """

    def __init__(self, table: KeyTable) -> None:
        count, width = table.words.shape
        words, weights = table.words.ravel(), table.weights.ravel()
        order = _by_word(words)
        self.table = table
        # All that has one word stands together, in the order of places, with room before and after.
        self._word = np.zeros(len(order) + 2 * REACH, dtype=np.int32)
        self._word[REACH:][: len(order)] = _numbered(words, order)
        self._place = np.pad(order // width, REACH)
        self._weight = np.pad(weights[order], REACH)
        self._entry = np.zeros((count, width), dtype=np.int32)
        self._entry.ravel()[order] = np.arange(REACH, len(order) + REACH, dtype=np.int32)
        self._known: dict[int, tuple[Places, NDArray[np.int64]]] = {}

    def near(self, place: int) -> tuple[Places, NDArray[np.int64]]:
        """Return the places that are near *place*, and how like each is to it, in millionths of millionths."""
        found = self._known.get(place)
        if found is None:
            found = self._known[place] = self._near(place)
        return found

    def tied(self, place: int) -> Places:
        """Return the places between which *place* stands in the way: with it, some words tie them no more."""
        _, around, is_same = self._around(place)
        between = is_same[:, :REACH].any(axis=1) & is_same[:, REACH:].any(axis=1)
        return np.unique(self._place[around[between][is_same[between]]])

    def _around(self, place: int) -> tuple[Places, NDArray[np.int64], NDArray[np.bool_]]:
        own = self._entry[place]
        own = own[own > 0]
        around = own[:, None] + _STEPS
        return own, around, self._word[around] == self._word[own][:, None]

    def _near(self, place: int) -> tuple[Places, NDArray[np.int64]]:
        own, around, is_same = self._around(place)
        shared = self._weight[around[is_same]].astype(np.int64)
        shared *= np.repeat(self._weight[own], is_same.sum(axis=1))
        places, likeness = summed(self._place[around[is_same]], shared)
        is_near = likeness >= NEAR
        places, likeness = places[is_near], likeness[is_near]
        day = int(self.table.days[place])
        if day != _UNDATED:
            likeness = np.where(abs(self.table.days[places] - day) <= 1, OF_A_DAY * likeness, likeness)
        return places, likeness


def _by_word(words: NDArray[np.int64]) -> Places:
    """Return where *words* stand but for `NO_WORD`, the same word together, in the order in which they stand."""
    order: Places = np.argsort(words, kind="stable").astype(np.int32)
    said: Places = order[words[order] != NO_WORD]
    return said


def _numbered(words: NDArray[np.int64], order: Places) -> NDArray[np.int32]:
    """Return the numbers of *words* in *order*, from 1 on."""
    is_new = np.ones(len(order), dtype=bool)
    found = words[order]
    is_new[1:] = found[1:] != found[:-1]
    return np.cumsum(is_new, dtype=np.int32)


def summed(keys: NDArray[_Key], values: NDArray[np.int64]) -> tuple[NDArray[_Key], NDArray[np.int64]]:
    """Return each of *keys* once, in order, with the sum of its *values*."""
    order = np.argsort(keys)
    keys = keys[order]
    first = np.flatnonzero(np.append(True, keys[1:] != keys[:-1])[: len(keys)])
    return keys[first], np.add.reduceat(values[order], first) if len(first) else values
