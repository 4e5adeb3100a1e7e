"""Two wordings held against each other, word by word: what one has that the other lacks."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

__all__ = ["Bit", "Contrast", "Kept", "contrast"]

APART = 0.3
"""Share of common words below which two wordings are told apart as wholes: marks on nearly all of it show nothing."""
LONGEST = 200
"""
Words of a wording that are compared.

Of one word again and again 200 take 0.06 s, 500 1.3 s. The longest of the 857 statements of three cases has 53.
"""
CHANCE = 3
"""Letters of a word that two wordings have in common by chance: "of" between two changes is no common ground."""
_Code = tuple[str, int, int, int, int]
_WORD = re.compile(r"\w+(?:[-'’.,:/]\w+)*")
"""A number with its marks is one word, and so is ``it's``."""


class Kept(StrEnum):
    """What became of words on the way from one wording to the other."""

    SAME = "same"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Bit:
    """A run of characters of one kind."""

    kept: Kept
    text: str


@dataclass(frozen=True, slots=True)
class Contrast:
    """A wording with what sets it apart from another."""

    bits: tuple[Bit, ...]
    """Those that are not dropped, joined, are the wording itself."""
    likeness: float
    """Share of their words that both have, 0 to 1."""

    @property
    def is_apart(self) -> bool:
        """Whether it is said in other words altogether, so that nothing is marked."""
        return self.likeness < APART

    @property
    def is_same(self) -> bool:
        """Whether both have the same words in the same order."""
        return self.likeness == 1.0


def contrast(wording: str, against: str) -> Contrast:
    """
    Return *wording* with the words marked that *against* has not, and those put in that it has beside.

    Capitals, the shape of apostrophes and whatever stands between the words make no difference.
    """
    mine, theirs = list(_WORD.finditer(wording)), list(_WORD.finditer(against))
    if max(len(mine), len(theirs)) > LONGEST:
        return Contrast((Bit(Kept.SAME, wording),), 0.0)
    matcher = SequenceMatcher(None, [_key(w[0]) for w in theirs], [_key(w[0]) for w in mine], autojunk=False)
    likeness = matcher.ratio()
    if likeness < APART:
        return Contrast((Bit(Kept.SAME, wording),), likeness)
    bits, at = list[Bit](), 0
    for kept, left, right, first, last in _runs(matcher.get_opcodes(), mine):
        start = mine[first].start() if first < len(mine) else at
        bits += _bits(Kept.SAME, wording[at:start])
        at = start
        if kept is Kept.ADDED and left < right:
            bits.append(Bit(Kept.DROPPED, against[theirs[left].start() : theirs[right - 1].end()]))
        if first < last:
            end = mine[last - 1].end()
            bits += _bits(kept, wording[at:end])
            at = end
    bits += _bits(Kept.SAME, wording[at:])
    return Contrast(tuple(_joined(bits)), likeness)


def _runs(codes: Sequence[_Code], mine: Sequence[re.Match[str]]) -> Iterator[tuple[Kept, int, int, int, int]]:
    """Yield the runs of words that are the same and those that are not, with their ends on both sides."""
    open_run: tuple[Kept, int, int, int, int] | None = None
    for at, (kind, left, right, first, last) in enumerate(codes):
        is_inside = 0 < at < len(codes) - 1
        is_chance = last - first == 1 and len(mine[first][0]) <= CHANCE and mine[first][0].isalpha()
        kept = Kept.SAME if kind == "equal" and not (is_inside and is_chance) else Kept.ADDED
        if open_run and open_run[0] is kept:
            open_run = (kept, open_run[1], right, open_run[3], last)
            continue
        if open_run:
            yield open_run
        open_run = (kept, left, right, first, last)
    if open_run:
        yield open_run


def _key(word: str) -> str:
    return unicodedata.normalize("NFKC", word).replace("’", "'").casefold()


def _bits(kept: Kept, text: str) -> list[Bit]:
    return [Bit(kept, text)] if text else []


def _joined(bits: list[Bit]) -> Iterator[Bit]:
    """Yield *bits*, neighbours of one kind as one; what is dropped stands before what came in its place."""
    waiting: Bit | None = None
    for bit in bits:
        if waiting and waiting.kept is bit.kept is Kept.SAME:
            waiting = Bit(Kept.SAME, waiting.text + bit.text)
            continue
        if waiting:
            yield waiting
        waiting = bit
    if waiting:
        yield waiting
