"""Words with their places: what copying, order and drift are measured in."""

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from stemma.model import Span

__all__ = ["Word", "bounds", "word_keys", "words", "written"]

# Letters and digits, with the marks that hold one word together: "Unity's", "47-page", "10,000", "U.S". A word never
# gives a letter back ("++"): what was found of it stays found, which is a fifth quicker.
_WORD = re.compile(r"[^\W_]++(?:[’'.,\-‐‑][^\W_]++)*+")
# What is no word and what is one by turns, the first and the last no word: twice as fast as a match for each word.
_BY_TURNS = re.compile(rf"({_WORD.pattern})")


class Word(NamedTuple):
    """One word; ``key`` is what two texts are compared by. A tuple, since thousands of them are made a report."""

    key: str
    span: Span


def words(text: str, span: Span | None = None) -> tuple[Word, ...]:
    """Return the words inside *span* in order; the key is case-folded and has one kind of apostrophe."""
    whole = Span(0, len(text)) if span is None else span  # an empty one is false
    return tuple(
        Word(found.group().casefold().replace("’", "'"), Span(found.start(), found.end()))
        for found in _WORD.finditer(text, whole.start, whole.end)
    )


def word_keys(text: str, span: Span | None = None) -> tuple[str, ...]:
    """Return the keys of the words inside *span* without their places: many times as fast."""
    whole = Span(0, len(text)) if span is None else span  # an empty one is false
    return tuple(word.casefold().replace("’", "'") for word in _WORD.findall(text, whole.start, whole.end))


def written(text: str, span: Span) -> list[str]:
    """Return the words inside *span* as they are written, without their places: many times as fast."""
    return _WORD.findall(text, span.start, span.end)


def bounds(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """Yield where each word inside *span* begins and ends."""
    turns = [*accumulate(map(len, _BY_TURNS.split(span.cut(text))), initial=span.start)]
    return zip(turns[1:-1:2], turns[2:-1:2], strict=True)
