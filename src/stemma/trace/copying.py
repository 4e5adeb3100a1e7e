"""
Words that two documents share in a row.

Copies are found by shingles whose places are kept, since min-hashing finds only a fifth of paraphrases. What a
speaker is quoted with is no proof that one document took it from the other: both may have heard it. It counts
for the places that are shown, and not for the share.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from stemma.model import Document, Span
from stemma.prose import Word, quotations, words

__all__ = ["Copy", "Run", "find_copies"]

# Words in a row that two writers do not hit on by chance; names of offices and places are shorter.
SHINGLE = 6
# A run must go beyond a set phrase ("the Islamic Republic News Agency reported on Monday that").
SHORTEST_RUN = 8
# Words in runs, outside quotations, before a pair is called a copy at all: two ordinary sentences.
LEAST_COPIED = 30


@dataclass(frozen=True, slots=True)
class Run:
    """The same words at two places; ``unquoted`` of them stand outside quotations."""

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


@dataclass(frozen=True, slots=True)
class _Words:
    words: tuple[Word, ...]
    quoted: tuple[bool, ...]
    places: Mapping[tuple[str, ...], tuple[int, ...]]


def find_copies(documents: Sequence[Document]) -> Sequence[Copy]:
    """Return the pairs of *documents* that share more words in a row than chance and quotation explain."""
    read = {document.id: _read(document) for document in documents}
    found = (_compare(left, right, read[left], read[right]) for left, right in combinations(sorted(read), 2))
    return tuple(copy for copy in found if copy)


def _read(document: Document) -> _Words:
    all_words: list[Word] = []
    quoted: list[bool] = []
    for paragraph in document.body:
        marks = quotations(document.text, paragraph)
        for word in words(document.text, paragraph):
            all_words.append(word)
            quoted.append(any(mark.holds(word.span) for mark in marks))
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(all_words) - SHINGLE + 1):
        places[tuple(word.key for word in all_words[at : at + SHINGLE])].append(at)
    return _Words(tuple(all_words), tuple(quoted), {key: tuple(at) for key, at in places.items()})


def _compare(left: str, right: str, a: _Words, b: _Words) -> Copy | None:
    runs = _runs(a, b)
    copied = sum(run.unquoted for run in runs)
    if copied < LEAST_COPIED:
        return None
    return Copy(left, right, runs, copied / max(1, a.quoted.count(False)), copied / max(1, b.quoted.count(False)))


def _runs(a: _Words, b: _Words) -> tuple[Run, ...]:
    """Return the longest runs from left to right; a word of *a* is in one run at most."""
    found: list[Run] = []
    at = 0
    while at <= len(a.words) - SHINGLE:
        key = tuple(word.key for word in a.words[at : at + SHINGLE])
        ends = [(_extent(a, b, at, other), -other) for other in b.places.get(key, ())]
        length, other = max(ends, default=(0, 0))
        if length < SHORTEST_RUN:
            at += 1
            continue
        found.append(_run(a, b, at, -other, length))
        at += length
    return tuple(found)


def _extent(a: _Words, b: _Words, at: int, other: int) -> int:
    length = SHINGLE
    while (
        at + length < len(a.words)
        and other + length < len(b.words)
        and a.words[at + length].key == b.words[other + length].key
    ):
        length += 1
    return length


def _run(a: _Words, b: _Words, at: int, other: int, length: int) -> Run:
    return Run(
        left=Span(a.words[at].span.start, a.words[at + length - 1].span.end),
        right=Span(b.words[other].span.start, b.words[other + length - 1].span.end),
        length=length,
        unquoted=sum(not quoted for quoted in a.quoted[at : at + length]),
    )
