"""Where sentences begin and end in running news text."""

import itertools
import re
from functools import lru_cache

from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["sentence_at", "sentences"]

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
    whole = span or Span(0, len(text))
    cuts: list[int] = []
    for match in _BREAK.finditer(text, whole.start, whole.end):
        if text[match.start()] == "." and _is_abbreviation(text, match, whole.start):
            continue
        cuts.append(match.end())
    edges = [whole.start, *cuts, whole.end]
    pieces = (Span(a, b).trim(text) for a, b in itertools.pairwise(edges))
    return tuple(piece for piece in pieces if len(piece))


def sentence_at(position: int, spans: tuple[Span, ...]) -> Span | None:
    """Return the sentence of *spans* that holds the character at *position*."""
    return next((span for span in spans if span.start <= position < span.end), None)


def _is_abbreviation(text: str, stop: re.Match[str], start: int) -> bool:
    if len(stop.group()) > 1:  # a stop with closing quotes or an ellipsis ends a sentence
        return False
    found = _LAST_WORD.search(text, max(start, stop.start() - 20), stop.start())
    word = found.group() if found else ""
    if word.casefold() in _BEFORE_NUMBERS:
        return text[stop.end() : stop.end() + 3].lstrip()[:1].isdigit()
    return f"{word}.".casefold() in words_of("abbreviations") or bool(_INITIALS.match(f"{word}."))
