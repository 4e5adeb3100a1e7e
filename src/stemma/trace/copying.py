"""
Words that two documents share in a row.

Copies are found by shingles whose places are kept, since min-hashing finds only a fifth of paraphrases. What a
speaker is quoted with is no proof that one document took it from the other: both may have heard it. It counts
for the places that are shown, and not for the share. One of the two that has it in marks is enough: a post or a letter
stands without them where it is printed whole.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from stemma.model import Document, Span
from stemma.model.families import families_of
from stemma.trace.shingling import SHINGLE, Numbers, Shingled, common_shingles, find_holders, held, sharing, shingle

__all__ = ["LEAST_COPIED", "LEAST_SHARE", "NEAR_COPY", "Copy", "Run", "find_copies"]

# A run must go beyond a set phrase ("the Islamic Republic News Agency reported on Monday that").
SHORTEST_RUN = 8
# Words in runs, outside quotations, before a pair is called a copy at all: two ordinary sentences.
LEAST_COPIED = 40
# Part of the shorter text's words below which a copied caption or two prove nothing of the report.
LEAST_SHARE = 0.12
# From this share of its words on, a document is another one printed again, not a report that used it.
NEAR_COPY = 0.5
# Independent documents that may hold a row of words before it is everyone's.
MOST_FAMILIES = 2
# Shingles that so many words in the shortest runs hold: documents that share fewer are not held against each other.
LEAST_SHARED = LEAST_COPIED * (SHORTEST_RUN - SHINGLE + 1) // SHORTEST_RUN


@dataclass(frozen=True, slots=True)
class Run:
    """The same words at two places; ``unquoted`` of them stand outside quotations at both."""

    left: Span
    right: Span
    length: int
    unquoted: int


@dataclass(frozen=True, slots=True)
class Copy:
    """Two documents that share runs of words; ``left`` has the smaller id."""

    left: str
    right: str
    runs: tuple[Run, ...]
    left_share: float
    """Part of the left one's unquoted words that stand in runs."""
    right_share: float

    @property
    def share(self) -> float:
        """Part of the more dependent one's words that stand in runs."""
        return max(self.left_share, self.right_share)

    def share_of(self, document: str) -> float:
        """Part of the words of *document*, one of the two, that stand in runs."""
        return self.left_share if document == self.left else self.right_share


@dataclass(frozen=True, slots=True)
class _Match:
    """Runs of two documents, by the places of their first words."""

    left: Shingled
    right: Shingled
    runs: tuple[tuple[int, int, int], ...]
    """First word of the left one, first word of the right one, words."""
    copied: int
    """Words in runs, outside quotations on both sides."""

    @property
    def left_share(self) -> float:
        """Part of the left one's unquoted words that stand in runs."""
        return min(1.0, self.copied / max(1, int(self.left.unquoted[-1])))

    @property
    def right_share(self) -> float:
        """Part of the right one's unquoted words that stand in runs."""
        return min(1.0, self.copied / max(1, int(self.right.unquoted[-1])))

    @property
    def share(self) -> float:
        """Part of the more dependent one's words that stand in runs."""
        return max(self.left_share, self.right_share)

    @property
    def is_copy(self) -> bool:
        """Whether it is more than chance and quotation explain."""
        return self.copied >= LEAST_COPIED and self.share >= LEAST_SHARE


def find_copies(documents: Sequence[Document]) -> Sequence[Copy]:
    """
    Return the pairs of *documents* that share more words in a row than chance and quotation explain.

    What three or more independent documents hold, a posted message or a release, is everyone's: it makes no two
    of them a pair. Documents that print one text again are one here. Of more than sixty documents that print one
    text each is paired with those next to it in time.
    """
    read = shingle(sorted(documents, key=_in_time))
    holders = find_holders(read)
    near = ((a, b) for a, b, shared in sharing(holders, LEAST_SHARED) if _may_be_copy(read[a], read[b], shared))
    matches = {(a, b): _match(*sorted((read[a], read[b]), key=_id)) for a, b in near}
    families = families_of(len(read), [pair for pair, match in matches.items() if match.share >= NEAR_COPY])
    copies = {pair: match for pair, match in matches.items() if match.is_copy}
    common = common_shingles(holders, families, MOST_FAMILIES) if copies else np.array([], dtype=np.int64)
    kept = (m if families[a] == families[b] else _without(m, common) for (a, b), m in copies.items())
    found = (_copy(match) for match in kept if match.is_copy)
    return tuple(sorted(found, key=lambda copy: (copy.left, copy.right)))


def _in_time(document: Document) -> tuple[str, str]:
    interval = document.published.interval
    return str(interval.earliest) if interval else "", document.id


def _id(one: Shingled) -> str:
    return one.document.id


def _may_be_copy(a: Shingled, b: Shingled, shared: int) -> bool:
    """Tell whether *shared* rows can make up the least share, were all of them in runs of the shortest."""
    most = shared * SHORTEST_RUN / (SHORTEST_RUN - SHINGLE + 1)
    return bool(most >= LEAST_SHARE * min(a.unquoted[-1], b.unquoted[-1]))


def _without(match: _Match, common: Numbers) -> _Match:
    """Return *match* without the runs that are for the most part *common*."""

    def is_own(run: tuple[int, int, int]) -> bool:
        rows = match.left.shingles[run[0] : run[0] + run[2] - SHINGLE + 1]
        return sum(held(rows, common)) * 2 <= len(rows)

    return _held_against(match.left, match.right, filter(is_own, match.runs))


def _match(a: Shingled, b: Shingled) -> _Match:
    return _held_against(a, b, _runs(a, b))


def _held_against(left: Shingled, right: Shingled, found: Iterable[tuple[int, int, int]]) -> _Match:
    runs = tuple(found)
    return _Match(left, right, runs, sum(_unquoted(left, right, *run) for run in runs))


def _unquoted(left: Shingled, right: Shingled, at: int, other: int, length: int) -> int:
    """Return how many words of a run stand outside quotations at both places."""
    sides = (np.diff(one.unquoted[start : start + length + 1]) for one, start in ((left, at), (right, other)))
    return int(np.minimum(*sides).sum())


def _copy(match: _Match) -> Copy:
    runs = tuple(_run(match, *run) for run in match.runs)
    return Copy(match.left.document.id, match.right.document.id, runs, match.left_share, match.right_share)


def _runs(a: Shingled, b: Shingled) -> Iterator[tuple[int, int, int]]:
    """Yield the longest runs from left to right; a word of *a* is in one run at most."""
    rows, places = b.sorted
    inner = SHORTEST_RUN - SHINGLE
    if min(len(a.shingles), len(rows)) <= inner:
        return
    first = np.searchsorted(rows, a.shingles)
    is_held = rows[np.minimum(first, len(rows) - 1)] == a.shingles
    starts = np.flatnonzero(np.logical_and.reduce([is_held[at : len(is_held) - inner + at] for at in range(inner + 1)]))
    last = np.searchsorted(rows, a.shingles[starts], "right")
    end = 0
    for at, begin, beyond in zip(starts.tolist(), first[starts].tolist(), last.tolist(), strict=True):
        if at < end:
            continue
        length, other = max((_extent(a, b, at, other), -other) for other in places[begin:beyond].tolist())
        if length >= SHORTEST_RUN:
            yield at, -other, length
            end = at + length


def _extent(a: Shingled, b: Shingled, at: int, other: int) -> int:
    """Return how many words are the same from two places on."""
    count = min(len(a.words) - at, len(b.words) - other)
    differs = a.words[at : at + count] != b.words[other : other + count]
    found = int(differs.argmax())
    return found if differs[found] else count


def _run(match: _Match, at: int, other: int, length: int) -> Run:
    left, right = match.left.span(at, length), match.right.span(other, length)
    return Run(left, right, length, _unquoted(match.left, match.right, at, other, length))
