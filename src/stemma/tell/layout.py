"""Plain text laid out in cells: wrapped, indented, coloured where wanted."""

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Ink", "Run", "cells", "clean", "paint", "paragraph", "shorten"]


class Ink(StrEnum):
    """How a run of text is shown; the value is its ANSI code."""

    PLAIN = ""
    STRONG = "1"
    FAINT = "2"
    HEAD = "1;34"
    LOUD = "1;31"
    GOOD = "32"
    BAD = "31"
    SOURCE = "1;36"
    CUE = "35"
    CONTENT = "32"


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one ink."""

    text: str
    ink: Ink = Ink.PLAIN


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    ink: Ink
    has_space: bool
    """White space stands before it."""


DIRECTIONS = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Characters that reorder what follows: in a quotation they could make a terminal show other words."""


NARROWEST = 8
"""Columns that a paragraph has left at least, whatever leads it; then its lines are longer than wanted."""


def clean(text: str) -> str:
    """Return *text* on one line, without characters that steer a terminal."""
    return " ".join("".join(map(_harmless, text)).split())


def _harmless(character: str) -> str:
    if character.isspace():
        return " "
    if character in DIRECTIONS or unicodedata.category(character) in ("Cc", "Cs"):
        return ""
    return character


def cells(text: str) -> int:
    """Return how many columns *text* takes: two for wide characters, none for marks that stand on others."""
    if text.isascii():
        return len(text)
    return sum(map(_cell, text))


def _cell(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def shorten(text: str, limit: int) -> str:
    """Return *text* cut at a word, with an ellipsis, where it takes more than *limit* columns."""
    if cells(text) <= limit:
        return text
    kept = ""
    for word in text.split(" "):
        if cells(kept) + cells(word) + 2 > limit:
            break
        kept += f" {word}" if kept else word
    return f"{kept.rstrip(',;:—–-')}…" if kept else text[: limit // 2] + "…"


def paragraph(runs: Iterable[Run], width: int, first: Run, rest: str) -> Iterator[list[Run]]:
    """Yield the lines of *runs*, wrapped to *width* columns; *first* and *rest* lead the first and other lines."""
    lead, line, used = first, list[Run](), 0
    room, narrow = width - cells(first.text), max(NARROWEST, width - max(cells(first.text), cells(rest)))
    for group in _groups(_words(runs, narrow)):
        wide = sum(cells(word.text) for word in group)
        for word in group:
            gap = 1 if word.has_space and line else 0
            needed = cells(word.text) if wide > narrow or not word.has_space else wide
            if line and used + gap + needed > room:
                yield [lead, *line]
                lead, line, used, gap, room = Run(rest), [], 0, 0, width - cells(rest)
            line.append(Run(" " * gap + word.text, word.ink))
            used += gap + cells(word.text)
    if line:
        yield [lead, *line]


def _groups(words: Iterable[_Word]) -> Iterator[list[_Word]]:
    """Yield the words that touch each other together: a line breaks between them only where it must."""
    group: list[_Word] = []
    for word in words:
        if word.has_space and group:
            yield group
            group = []
        group.append(word)
    if group:
        yield group


def _words(runs: Iterable[Run], widest: int) -> Iterator[_Word]:
    """Yield the words of *runs*; runs that touch stay together, a word wider than a line is cut."""
    has_space = True
    for run in runs:
        text = "".join(map(_harmless, run.text))
        has_space = has_space or text[:1] == " "
        for word in text.split():
            for piece in _pieces(word, widest):
                yield _Word(piece, run.ink, has_space)
                has_space = True
        has_space = text[-1:] == " " if text else has_space


def _pieces(word: str, widest: int) -> Iterator[str]:
    while cells(word) > widest:
        head = word[: max(1, widest // 2)]
        yield head
        word = word[len(head) :]
    yield word


def paint(line: Iterable[Run], *, color: bool) -> str:
    """Return *line* as text, with ANSI colours where *color*."""
    if not color:
        return "".join(run.text for run in line).rstrip()
    return "".join(f"\x1b[{run.ink}m{run.text}\x1b[0m" if run.ink and run.text else run.text for run in line).rstrip()
