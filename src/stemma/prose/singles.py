"""Stretches between single quotation marks, told from apostrophes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["single_quotations"]

_MARK = re.compile(r"[‘’‚‛'‹›]")
_WORD = re.compile(r"\w+")
_YEARS = re.compile(r"\d\ds?\b")
_AFTER_COLON = re.compile(r":\s*\Z")
_CLOSERS = "’'‘›"
_OPENERS = "‘‚‛'‹"


@dataclass(frozen=True, slots=True)
class _Mark:
    at: int
    opens: bool
    closes: bool
    is_possessive: bool
    """It follows an s and a word follows it: "the miners' names"."""


def single_quotations(text: str, paragraph: Span, doubles: Sequence[Span]) -> Iterator[Span]:
    """
    Yield the quotations between single marks that do not stand inside *doubles*, with their marks.

    A mark that follows an s closes only where none closes after it before the next one opens:
    it may be a possessive. One that is not closed opens a quotation only at the beginning of
    a paragraph or after a colon.
    """
    opened: int | None = None
    possessive: int | None = None
    for mark in _marks(text, paragraph, doubles):
        if opened is not None and mark.closes:
            if mark.is_possessive:
                possessive = possessive if possessive is not None else mark.at
                continue
            yield Span(opened, mark.at + 1)
            opened = possessive = None
        elif mark.opens:
            if opened is not None and possessive is not None:
                yield Span(opened, possessive + 1)
            opened, possessive = mark.at, None
    if opened is not None and possessive is not None:
        yield Span(opened, possessive + 1)
    elif opened is not None and (opened == paragraph.start or _AFTER_COLON.search(text, paragraph.start, opened)):
        yield Span(opened, paragraph.end)


def _marks(text: str, paragraph: Span, doubles: Sequence[Span]) -> Iterator[_Mark]:
    number = 0
    for found in _MARK.finditer(text, paragraph.start, paragraph.end):
        at = found.start()
        while number < len(doubles) and doubles[number].end <= at:
            number += 1
        if number < len(doubles) and doubles[number].start <= at:
            continue
        before = text[at - 1] if at > paragraph.start else " "
        after = text[at + 1] if at + 1 < paragraph.end else " "
        if before == text[at] or after == text[at]:
            continue  # two of them are a double mark
        if before.isalnum() and after.isalnum():
            continue  # an apostrophe
        yield _Mark(
            at,
            opens=text[at] in _OPENERS and not before.isalnum() and not after.isspace() and not _is_elision(text, at),
            closes=text[at] in _CLOSERS and not before.isspace() and not after.isalnum(),
            is_possessive=before in "sS" and after.isspace() and text[at + 2 : at + 3].islower(),
        )


def _is_elision(text: str, at: int) -> bool:
    """Tell whether letters or a century are left out: "'em", "'90s"."""
    if _YEARS.match(text, at + 1):
        return True
    word = _WORD.match(text, at + 1)
    return word is not None and word.group().casefold() in words_of("elided_words")
