"""Where sentences begin and end in running news text."""

import re
from collections.abc import Iterator
from functools import lru_cache

from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["sentence_at", "sentence_within", "sentences"]

# A stop, its closing quotes and brackets, white space, and what a sentence can begin with.
_BREAK = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s+[\"'“‘«(\[]*[A-ZÀ-ÖØ-ÞЀ-Я0-9])|\n\s*\n|\n(?=\s*[•*·-]\s)")
_LAST_WORD = re.compile(r"[\w.'’&-]*$")
_BEFORE_NUMBERS = frozenset({"no", "nos", "vol", "fig", "art", "para"})  # "No. 7", but "She said no."
_INITIALS = re.compile(r"^(?:[A-Za-z]\.)+$|^[A-Z]\.$")
REMEMBERED = 1 << 14
"""Stretches of text whose sentences are kept: each stage asks for the same."""


@lru_cache(maxsize=REMEMBERED)
def sentences(text: str, span: Span | None = None) -> tuple[Span, ...]:
    """
    Return the sentences inside *span*, trimmed, in order.

    A stop after an abbreviation, an initial or inside a number ends nothing. A sentence may
    hold a quotation of several sentences only where no stop inside it is followed by a capital.
    """
    whole = Span(0, len(text)) if span is None else span  # an empty one is false
    return tuple(_sentences(text, whole))


@lru_cache(maxsize=REMEMBERED)
def sentence_within(text: str, span: Span, position: int) -> Span | None:
    """Return the sentence inside *span* that holds the character at *position*; what follows it is not cut."""
    return next((one for one in _sentences(text, span) if one.start <= position < one.end), None)


def sentence_at(position: int, spans: tuple[Span, ...]) -> Span | None:
    """Return the sentence of *spans* that holds the character at *position*."""
    return next((span for span in spans if span.start <= position < span.end), None)


def _sentences(text: str, whole: Span) -> Iterator[Span]:
    start = whole.start
    for match in _BREAK.finditer(text, whole.start, whole.end):
        if text[match.start()] == "." and _is_abbreviation(text, match, whole.start):
            continue
        piece, start = Span(start, match.end()).trim(text), match.end()
        if len(piece):
            yield piece
    last = Span(start, whole.end).trim(text)
    if len(last):
        yield last


def _is_abbreviation(text: str, stop: re.Match[str], start: int) -> bool:
    if len(stop.group()) > 1:  # a stop with closing quotes or an ellipsis ends a sentence
        return False
    found = _LAST_WORD.search(text, max(start, stop.start() - 20), stop.start())
    word = found.group() if found else ""
    if word.casefold() in _BEFORE_NUMBERS:
        return text[stop.end() : stop.end() + 3].lstrip()[:1].isdigit()
    return f"{word}.".casefold() in words_of("abbreviations") or bool(_INITIALS.match(f"{word}."))
