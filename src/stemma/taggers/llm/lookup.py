"""
Where a model's words stand in the text, if they do.

Nothing is guessed: beyond an exact copy only white space, capitals, quotation marks, kinds of dash
and ways to encode a letter may differ, and stops at the edges. A copy that moves a word is none.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.model import Span

__all__ = ["Lookup"]

MOST = 40
"""Places of one wording that are looked at; a longer list is that of a word like "he"."""
MARKS = frozenset("\"“”„‟«»‹›‘’‚‛'`´′″")
APOSTROPHE = "'"
DASH = "-"
MINUS = "−"
EDGES = " .,;:!?"


@dataclass(frozen=True, slots=True)
class Lookup:
    """One stretch of a text, with its words in a form that two spellings share."""

    text: str
    span: Span
    folded: str
    origins: tuple[int, ...]
    """Where in *text* each character of *folded* comes from."""

    @classmethod
    def of(cls, text: str, span: Span) -> Lookup:
        """Prepare *span* of *text*."""
        pairs = list(_fold(span.cut(text)))
        return cls(text, span, "".join(c for c, _ in pairs), tuple(span.start + place for _, place in pairs))

    def find(self, words: str) -> list[Span]:
        """Return the places of *words*, whole words only, in reading order: exact copies, else near ones."""
        if not any(c.isalnum() for c in words):
            return []
        folded = "".join(c for c, _ in _fold(words)).strip()
        exact = self._exact(words.strip())
        return exact or self._near(folded) or self._near(folded.strip(EDGES))

    def _exact(self, words: str) -> list[Span]:
        starts = _starts(self.text, words, self.span.start, self.span.end)
        return [span for start in starts if self._is_whole(span := Span(start, start + len(words)))]

    def _near(self, words: str) -> list[Span]:
        found = []
        for start in _starts(self.folded, words, 0, len(self.folded)) if words else ():
            end = start + len(words)
            span = Span(self.origins[start], self.origins[end - 1] + 1)
            if not (self._halves(start) or self._halves(end)) and self._is_whole(span):
                found.append(span)
        return found

    def _halves(self, place: int) -> bool:
        """Tell whether a cut of the folded text at *place* would go through a character of the text ("ﬁ", "é")."""
        return 0 < place < len(self.origins) and self.origins[place - 1] == self.origins[place]

    def _is_whole(self, span: Span) -> bool:
        return not any(
            0 < edge < len(self.text) and _is_of_word(self.text[edge - 1]) and _is_of_word(self.text[edge])
            for edge in (span.start, span.end)
        )


def _starts(text: str, words: str, start: int, end: int) -> Iterator[int]:
    at = text.find(words, start, end)
    for _ in range(MOST):
        if at < 0:
            return
        yield at
        at = text.find(words, at + 1, end)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or unicodedata.combining(character) > 0


def _fold(text: str) -> Iterator[tuple[str, int]]:
    """Yield the characters that two spellings of one wording share, each with its place."""
    is_spaced = False
    for place, character in enumerate(text):
        if character in MARKS:
            if 0 < place < len(text) - 1 and text[place - 1].isalnum() and text[place + 1].isalnum():
                yield APOSTROPHE, place
                is_spaced = False
        elif character.isspace():
            if not is_spaced:
                yield " ", place
            is_spaced = True
        elif unicodedata.category(character) != "Cf":  # soft hyphens, zero-width and direction marks
            is_spaced = False
            is_dash = character == MINUS or unicodedata.category(character) == "Pd"
            yield from ((c, place) for c in (DASH if is_dash else _letters(character)))


def _letters(character: str) -> str:
    return unicodedata.normalize("NFKD", character).casefold()
