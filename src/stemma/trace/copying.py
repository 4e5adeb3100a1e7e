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

__all__ = ["LEAST_SHARE", "NEAR_COPY", "Copy", "Run", "find_copies"]

# Words in a row that two writers do not hit on by chance; names of offices and places are shorter.
SHINGLE = 6
# A run must go beyond a set phrase ("the Islamic Republic News Agency reported on Monday that").
SHORTEST_RUN = 8
# Words in runs, outside quotations, before a pair is called a copy at all: two ordinary sentences.
LEAST_COPIED = 40
# Part of the shorter text's words below which a copied caption or two prove nothing of the report.
LEAST_SHARE = 0.12
# From this share of its words on, a document is another one printed again, not a report that used it.
NEAR_COPY = 0.5


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

    def share_of(self, document: str) -> float:
        """Part of the words of *document*, one of the two, that stand in runs."""
        return self.left_share if document == self.left else self.right_share


@dataclass(frozen=True, slots=True)
class _Words:
    document: str
    words: tuple[Word, ...]
    quoted: tuple[bool, ...]
    places: Mapping[tuple[str, ...], tuple[int, ...]]

    def key(self, at: int) -> tuple[str, ...]:
        """Return the shingle that begins with the word at *at*."""
        return tuple(word.key for word in self.words[at : at + SHINGLE])


def find_copies(documents: Sequence[Document]) -> Sequence[Copy]:
    """
    Return the pairs of *documents* that share more words in a row than chance and quotation explain.

    What three or more independent documents hold, a posted message or a release, is everyone's: it makes no two
    of them a pair. Documents that print one text again are one here.
    """
    read = {document.id: _read(document) for document in documents}
    pairs = [_compare(read[left], read[right]) for left, right in combinations(sorted(read), 2)]
    families = _families(read, [copy for copy in pairs if copy.share >= NEAR_COPY])
    common = _common(read, families)
    found = (copy if families[copy.left] == families[copy.right] else _without(copy, common, read) for copy in pairs)
    return tuple(copy for copy in found if _is_copy(copy, read))


def _is_copy(copy: Copy, read: Mapping[str, _Words]) -> bool:
    return sum(run.unquoted for run in copy.runs) >= LEAST_COPIED and copy.share >= LEAST_SHARE


def _families(read: Mapping[str, _Words], near: Sequence[Copy]) -> Mapping[str, str]:
    """Return for each document the smallest id among those that print the same text."""
    family = {key: key for key in read}
    for copy in near:
        merged = {family[copy.left], family[copy.right]}
        family = {key: min(merged) if head in merged else head for key, head in family.items()}
    return family


def _common(read: Mapping[str, _Words], families: Mapping[str, str]) -> frozenset[tuple[str, ...]]:
    """Return the shingles that three or more families hold."""
    holders: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
    for key, one in read.items():
        for shingle in one.places:
            holders[shingle].add(families[key])
    return frozenset(shingle for shingle, heads in holders.items() if len(heads) > 2)


def _without(copy: Copy, common: frozenset[tuple[str, ...]], read: Mapping[str, _Words]) -> Copy:
    """Return *copy* without the runs that begin with what is *common*."""
    if not copy.runs:
        return copy
    left = read[copy.left]
    at = {word.span.start: index for index, word in enumerate(left.words)}
    kept = []
    for run in copy.runs:
        first = at[run.left.start]
        shingles = [left.key(i) for i in range(first, first + run.length - SHINGLE + 1)]
        if sum(shingle in common for shingle in shingles) * 2 <= len(shingles):
            kept.append(run)
    return _copy(left, read[copy.right], tuple(kept))


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
    return _Words(document.id, tuple(all_words), tuple(quoted), {key: tuple(at) for key, at in places.items()})


def _compare(a: _Words, b: _Words) -> Copy:
    return _copy(a, b, _runs(a, b) if not a.places.keys().isdisjoint(b.places) else ())


def _copy(a: _Words, b: _Words, runs: tuple[Run, ...]) -> Copy:
    copied = sum(run.unquoted for run in runs)
    shares = (min(1.0, copied / max(1, one.quoted.count(False))) for one in (a, b))
    return Copy(a.document, b.document, runs, *shares)


def _runs(a: _Words, b: _Words) -> tuple[Run, ...]:
    """Return the longest runs from left to right; a word of *a* is in one run at most."""
    found: list[Run] = []
    at = 0
    while at <= len(a.words) - SHINGLE:
        key = a.key(at)
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
