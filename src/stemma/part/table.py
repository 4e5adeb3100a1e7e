"""What many documents are found by, in arrays: ten thousand of them in eight megabytes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from itertools import islice
from typing import Self

import numpy as np
from numpy.typing import NDArray

from stemma.part.keying import MOST_WORDS, Keys

__all__ = ["PARTS", "KeyTable"]

PARTS = 1_000_000
"""In one: weights are counted in whole millionths, so that sums are the same in whichever order they are made."""
NO_WORD = 0
"""In the place of a word where a document has fewer; no word has this number."""
LOT = 1_000
"""Keys that are put into arrays at once: as words they take ten times the room."""


@dataclass(frozen=True, slots=True, eq=False)
class KeyTable:
    """The keys of documents, a row each."""

    documents: tuple[str, ...]
    days: NDArray[np.int32]
    """The ordinal of each day; of an undated document that of the last of all days."""
    words: NDArray[np.int64]
    """Of shape [documents, MOST_WORDS]: each word as a number, `NO_WORD` where there are no more."""
    weights: NDArray[np.int32]
    """The weight of each word, in millionths."""

    @classmethod
    def of(cls, keys: Iterable[Keys]) -> Self:
        """Return the table of *keys*, in their order; no more than some of them are held at once."""
        rest = iter(keys)
        lots = iter(lambda: [*islice(rest, LOT)], [])
        return cls.together(map(cls._of_lot, lots))

    @classmethod
    def _of_lot(cls, keys: Sequence[Keys]) -> Self:
        words = np.full((len(keys), MOST_WORDS), NO_WORD, dtype=np.int64)
        weights = np.zeros((len(keys), MOST_WORDS), dtype=np.int32)
        for row, one in enumerate(keys):
            words[row, : len(one.words)] = [_number(word) for word, _ in one.words]
            weights[row, : len(one.words)] = [round(weight * PARTS) for _, weight in one.words]
        days = np.array([(one.day or date.max).toordinal() for one in keys], dtype=np.int32)
        return cls(tuple(one.document for one in keys), days, words, weights)

    @classmethod
    def together(cls, tables: Iterable[Self]) -> Self:
        """Return the rows of *tables*; of a document that has several the last one."""
        parts = [cls._of_lot(()), *tables]
        documents = [document for part in parts for document in part.documents]
        last = {document: row for row, document in enumerate(documents)}
        rows = np.array([*last.values()], dtype=np.int64)
        return cls(
            tuple(last),
            np.concatenate([part.days for part in parts])[rows],
            np.concatenate([part.words for part in parts])[rows],
            np.concatenate([part.weights for part in parts])[rows],
        )

    def by_day(self) -> Self:
        """Return all rows, in the order of their days; undated ones come last."""
        return self.only(self.documents)

    def only(self, documents: Iterable[str]) -> Self:
        """Return the rows of *documents*, in the order of their days; undated ones come last."""
        day = dict(zip(self.documents, self.days.tolist(), strict=True))
        found = sorted((day[document], document) for document in documents)
        return self.rows([document for _, document in found], [day for day, _ in found])

    def rows(self, documents: Iterable[str], days: Iterable[int]) -> Self:
        """Return the rows of *documents* in this order, with these *days*."""
        row = {document: number for number, document in enumerate(self.documents)}
        documents = tuple(documents)
        rows = np.array([row[document] for document in documents], dtype=np.int64)
        return type(self)(documents, np.array([*days], dtype=np.int32), self.words[rows], self.weights[rows])


def _number(word: str) -> int:
    """Return what stands for *word*; two words in 2**64 share a number."""
    digest = blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True) or 1
