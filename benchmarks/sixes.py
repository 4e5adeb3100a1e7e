"""The runs of six words that texts share, counted out: the truth that finders of copies are measured against."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from stemma.model import Span

__all__ = ["Pair", "Truth", "count_out"]

RUN = 6
_WORD = re.compile(r"\w+")

Pair = tuple[int, int]
"""Two texts by their numbers, the smaller first."""


@dataclass(frozen=True, slots=True)
class Truth:
    """Which texts share which runs."""

    shares: Mapping[Pair, float]
    """Part of the shorter text's different runs that the other has too; pairs that share none are left out."""
    runs: Sequence[NDArray[np.int64]]
    """For each text the number of the run that begins with each word."""
    starts: Sequence[NDArray[np.int64]]
    """For each text where each word begins."""

    def alignment(self, spans: Mapping[Pair, Sequence[tuple[Span, Span]]]) -> tuple[float, float]:
        """Return which part of the words in shared runs *spans* hold, and which part of their words is shared."""
        shared = held = both = 0
        for (left, right), aligned in spans.items():
            for mine, other, side in ((left, right, 0), (right, left, 1)):
                is_shared = self._spread(np.isin(self.runs[mine], self.runs[other]), len(self.starts[mine]))
                is_held = np.zeros(len(self.starts[mine]), dtype=bool)
                for pair in aligned:
                    first, last = np.searchsorted(self.starts[mine], [pair[side].start, pair[side].end])
                    is_held[first:last] = True
                shared, held = shared + int(is_shared.sum()), held + int(is_held.sum())
                both += int((is_shared & is_held).sum())
        return both / max(1, shared), both / max(1, held)

    @staticmethod
    def _spread(begins: NDArray[np.bool_], words: int) -> NDArray[np.bool_]:
        """Return which of *words* words stand in a run, from which words begin one."""
        found = np.zeros(words, dtype=bool)
        for at in range(RUN):
            found[at : at + len(begins)] |= begins
        return found


def count_out(texts: Sequence[str]) -> Truth:
    """Return the truth of *texts*, by an index of all their runs."""
    known: dict[str, int] = {}
    words: list[list[int]] = []
    starts: list[NDArray[np.int64]] = []
    for text in texts:
        found = list(_WORD.finditer(text))
        words.append([known.setdefault(word.group().casefold(), len(known)) for word in found])
        starts.append(np.array([word.start() for word in found], dtype=np.int64))
    rows = [np.array([row[at : at + RUN] for at in range(len(row) - RUN + 1)], dtype=np.int32) for row in words]
    rows = [row.reshape(-1, RUN) for row in rows]
    whole = np.ascontiguousarray(np.concatenate(rows)).view(f"V{4 * RUN}").ravel()
    numbers = np.unique(whole, return_inverse=True)[1].astype(np.int64)
    runs = np.split(numbers, np.cumsum([len(row) for row in rows])[:-1])
    return Truth(_shares(runs), runs, starts)


def _shares(runs: Sequence[NDArray[np.int64]]) -> Mapping[Pair, float]:
    different = [np.unique(row) for row in runs]
    run = np.concatenate(different)
    holder = np.repeat(np.arange(len(runs)), [len(row) for row in different])
    order = np.argsort(run, kind="stable")
    run, holder = run[order], holder[order]
    groups = np.split(holder, np.flatnonzero(np.diff(run)) + 1)
    shared = Counter(pair for group in groups if len(group) > 1 for pair in combinations(group.tolist(), 2))
    return {(a, b): count / min(len(different[a]), len(different[b])) for (a, b), count in shared.items()}
