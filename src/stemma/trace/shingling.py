"""Documents as rows of numbers, and which pairs of them share enough words in a row to be held against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from stemma.model import Document, Span
from stemma.prose import bounds, quotations, written

__all__ = [
    "SHINGLE", "Holders", "Numbers", "Shingled", "common_shingles", "find_holders", "held", "sharing", "shingle",
]  # fmt: skip

Numbers = NDArray[np.int64]

# Words in a row that two writers do not hit on by chance; names of offices and places are shorter.
SHINGLE = 6
# A row that more documents hold brings each together with so many of its neighbours in time: they hold the whole
# family together, and a boilerplate that thousands print does not pair them all.
NEIGHBOURS = 64
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SPREAD = np.uint64(0xD6E8FEB86659FD93)


@dataclass(frozen=True)
class Shingled:
    """A document's words as numbers; it has no slots, since it keeps what it has looked up."""

    document: Document
    words: Numbers
    """The same number for the same word in all documents that were read together."""
    shingles: Numbers
    """A number for each row of words, by its first: equal rows have one, and unequal ones hardly ever."""

    @cached_property
    def places(self) -> Numbers:
        """Where each word begins and ends in the text, a row each."""
        text, body = self.document.text, self.document.body
        places = chain.from_iterable(bounds(text, span) for span in body)
        return np.fromiter(chain.from_iterable(places), dtype=np.int64).reshape(-1, 2)

    @cached_property
    def unquoted(self) -> Numbers:
        """How many words before each place stand outside quotations; one longer than the words."""
        text, stretches = self.document.text, list[tuple[bool, int]]()
        for paragraph in self.document.body:
            start = paragraph.start
            for mark in quotations(text, paragraph):
                before = Span(start, mark.start)
                stretches += ((True, len(written(text, before))), (False, len(written(text, mark))))
                start = mark.end
            stretches.append((True, len(written(text, Span(start, paragraph.end)))))
        are_outside, lengths = zip(*stretches, strict=True) if stretches else ((), ())
        return np.concatenate(([0], np.cumsum(np.repeat(are_outside, lengths))))

    @cached_property
    def sorted(self) -> tuple[Numbers, Numbers]:
        """The shingles in order, and where each begins; of equal ones the first first."""
        order = np.argsort(self.shingles, kind="stable")
        return self.shingles[order], order

    def span(self, at: int, length: int) -> Span:
        """Return the characters of *length* words from the one at *at* on."""
        return Span(int(self.places[at, 0]), int(self.places[at + length - 1, 1]))


@dataclass(frozen=True, slots=True)
class Holders:
    """The rows of words that two documents or more hold, an entry for each row and document, rows together."""

    count: int
    """Of all documents, those that share nothing as well."""
    rows: Numbers
    documents: Numbers
    """The place of the document that holds the row, in order for each row."""
    times: Numbers
    """How many times it holds it."""


def shingle(documents: Sequence[Document]) -> Sequence[Shingled]:
    """Return *documents* as numbers, in their order."""
    numbers = _Numbering()
    return [_shingled(document, numbers) for document in documents]


class _Numbering(dict[str, int]):
    """A number for each word as it is written; the same for spellings that have one key."""

    def __init__(self) -> None:
        super().__init__()
        self._keys: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = self[word] = self._keys.setdefault(word.casefold().replace("’", "'"), len(self._keys))
        return number


def _shingled(document: Document, numbers: _Numbering) -> Shingled:
    found = chain.from_iterable(written(document.text, paragraph) for paragraph in document.body)
    words = np.fromiter(map(numbers.__getitem__, found), dtype=np.int64)
    return Shingled(document, words, _rows(words))


def _rows(words: Numbers) -> Numbers:
    """Return a number for each row of words, spread over all of 64 bits."""
    count = max(0, len(words) - SHINGLE + 1)
    spread = (words.astype(np.uint64) + np.uint64(1)) * _SPREAD
    total = np.zeros(count, dtype=np.uint64)
    for at in range(SHINGLE):
        total *= _FACTOR
        total += spread[at : at + count]
        total ^= total >> np.uint64(29)
    return total.view(np.int64)


def find_holders(read: Sequence[Shingled]) -> Holders:
    """Return who of *read* holds which rows of words."""
    rows = np.concatenate([one.shingles for one in read] or [np.array([], dtype=np.int64)])
    ends = np.cumsum([len(one.shingles) for one in read], dtype=np.int64)
    places = _repeated(rows)
    rows, holder = rows[places], np.searchsorted(ends, places, "right")
    order = np.argsort(rows, kind="stable")
    rows, holder = rows[order], holder[order]
    is_first = np.concatenate(([True], (rows[1:] != rows[:-1]) | (holder[1:] != holder[:-1])))[: len(rows)]
    first = np.flatnonzero(is_first)
    times = np.diff(np.append(first, len(rows)))
    rows, holder = rows[first], holder[first]
    same = rows[1:] == rows[:-1]
    is_shared = np.concatenate((same, [False]))[: len(rows)] | np.concatenate(([False], same))[: len(rows)]
    return Holders(len(read), rows[is_shared], holder[is_shared], times[is_shared])


def _repeated(rows: Numbers) -> Numbers:
    """Return the places in *rows*, in order, of those that stand there twice, and of hardly any others."""
    bits = np.uint64(len(rows).bit_length())
    places = np.arange(len(rows), dtype=np.uint64)
    marked = (rows.view(np.uint64) >> bits << bits) | places  # numbers sort many times as fast as their places
    marked.sort()
    heads = marked >> bits
    same = heads[1:] == heads[:-1]
    is_twice = np.concatenate((same, [False])) | np.concatenate(([False], same))
    found = marked[is_twice[: len(rows)]] & ((np.uint64(1) << bits) - np.uint64(1))
    return np.sort(found).astype(np.int64)


def sharing(holders: Holders, least: int) -> Iterator[tuple[int, int, int]]:
    """Yield the pairs of documents, by their places, that share *least* rows of words, and how many they share."""
    rows, holder, times = holders.rows, holders.documents, holders.times
    keys: list[Numbers] = []
    counts: list[Numbers] = []
    left = np.arange(len(rows))
    for step in range(1, NEIGHBOURS + 1):
        left = left[: np.searchsorted(left, len(rows) - step)]
        left = left[rows[left] == rows[left + step]]
        if not len(left):
            break
        pair, place = np.unique(holder[left] * holders.count + holder[left + step], return_inverse=True)
        keys.append(pair)
        counts.append(np.bincount(place, np.maximum(times[left], times[left + step])).astype(np.int64))
    if keys:
        pairs, places = np.unique(np.concatenate(keys), return_inverse=True)
        shared = np.bincount(places, np.concatenate(counts))
        enough = shared >= least
        for key, count in zip(pairs[enough].tolist(), shared[enough].tolist(), strict=True):
            yield key // holders.count, key % holders.count, int(count)


def common_shingles(holders: Holders, families: Sequence[int], most: int) -> Numbers:
    """Return the rows of words, sorted, that more than *most* of *families*, one for each document, hold."""
    if not len(holders.rows):
        return np.array([], dtype=np.int64)
    numbers, rows = np.unique(holders.rows, return_inverse=True)
    families_of = np.array(families, dtype=np.int64)[holders.documents]
    rows = np.unique(rows * holders.count + families_of) // holders.count
    return numbers[np.bincount(rows, minlength=len(numbers)) > most]


def held(rows: Numbers, known: Numbers) -> list[bool]:
    """Return which of *rows* are among *known*, which are sorted and may be very many."""
    if not len(known):
        return [False] * len(rows)
    places = np.minimum(np.searchsorted(known, rows), len(known) - 1)
    found: list[bool] = (known[places] == rows).tolist()
    return found
