"""Two wordings held against each other, word by word: what one has that the other lacks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

__all__ = ["Bit", "Contrast", "Kept", "contrast"]

APART = 0.3
"""Share of common words below which two wordings are told apart as wholes: marks on nearly all of it show nothing."""
LONGEST = 500
"""Words of a wording that are compared: the time grows with their square, and no statement is that long."""
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
    for kind, left, right, first, last in matcher.get_opcodes():
        start = mine[first].start() if first < len(mine) else at
        bits += _bits(Kept.SAME, wording[at:start])
        at = start
        if kind != "equal" and left < right:
            bits.append(Bit(Kept.DROPPED, against[theirs[left].start() : theirs[right - 1].end()]))
        if first < last:
            end = mine[last - 1].end()
            bits += _bits(Kept.SAME if kind == "equal" else Kept.ADDED, wording[at:end])
            at = end
    bits += _bits(Kept.SAME, wording[at:])
    return Contrast(tuple(_joined(bits)), likeness)


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
