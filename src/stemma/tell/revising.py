"""Two versions of a text as one, with what was taken out and what was put in."""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from stemma.tell.contrast import Bit, Kept
from stemma.tell.oddities import shown

__all__ = ["revise"]

_WORD = re.compile(r"\w+|\s+|[^\w\s]+")
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
CELLS = 30_000_000
"""Pairs of pieces that are compared at most (words, else lines): they take a bit each. Beyond, all is told as new."""


def revise(older: str, newer: str) -> tuple[Bit, ...]:
    """Return *newer* with what it took out of *older* put in; what is not dropped is *newer* as it is shown."""
    return tuple(_joined(_bits(older, newer)))


def _bits(older: str, newer: str) -> Iterator[Bit]:
    for pieces in (_WORD, _LINE):
        left, right = pieces.findall(older), pieces.findall(newer)
        head = _shared(left, right)
        tail = _shared(left[head:][::-1], right[head:][::-1])
        gone, come = left[head : len(left) - tail], right[head : len(right) - tail]
        if len(gone) * len(come) <= CELLS:
            break
    yield from _bit(Kept.SAME, right[:head])
    yield from _changes(gone, come) if len(gone) * len(come) <= CELLS else _replaced(gone, come)
    yield from _bit(Kept.SAME, right[len(right) - tail :])


def _changes(older: Sequence[str], newer: Sequence[str]) -> Iterator[Bit]:
    for step in Indel.opcodes(older, newer):
        if step.tag == "equal":
            yield from _bit(Kept.SAME, newer[step.dest_start : step.dest_end])
        else:
            yield from _replaced(older[step.src_start : step.src_end], newer[step.dest_start : step.dest_end])


def _replaced(older: Sequence[str], newer: Sequence[str]) -> Iterator[Bit]:
    yield from _bit(Kept.DROPPED, older)
    yield from _bit(Kept.ADDED, newer)


def _bit(kept: Kept, pieces: Sequence[str]) -> Iterator[Bit]:
    if pieces:
        yield Bit(kept, shown("".join(pieces)))


def _shared(left: Sequence[str], right: Sequence[str]) -> int:
    """Return with how many pieces in a row both begin."""
    pairs = enumerate(zip(left, right, strict=False))
    return next((at for at, (one, other) in pairs if one != other), min(len(left), len(right)))


def _joined(bits: Iterator[Bit]) -> Iterator[Bit]:
    """Yield *bits* with runs of changes told as one: what went, then what came; a space between two keeps them one."""
    gone = come = ""
    for bit in bits:
        if bit.kept is Kept.SAME and bit.text.isspace() and "\n" not in bit.text and gone and come:
            gone, come = gone + bit.text, come + bit.text
            continue
        if bit.kept is Kept.SAME:
            yield from _pair(gone, come)
            gone = come = ""
            yield bit
        elif bit.kept is Kept.DROPPED:
            gone += bit.text
        else:
            come += bit.text
    yield from _pair(gone, come)


def _pair(gone: str, come: str) -> Iterator[Bit]:
    if gone:
        yield Bit(Kept.DROPPED, gone)
    if come:
        yield Bit(Kept.ADDED, come)
