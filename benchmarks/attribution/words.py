"""A text as numbered words, so that spans of any system can be compared."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable

from stemma.model import Span

__all__ = ["Words"]

WORD = re.compile(r"\w+|[^\w\s]")


class Words:
    """The words and single punctuation marks of one text."""

    def __init__(self, text: str) -> None:
        found = list(WORD.finditer(text))
        self._starts = [match.start() for match in found]
        self.marks = frozenset(number for number, match in enumerate(found) if not match.group()[0].isalnum())
        """The numbers of those that are no words."""

    def cover(self, spans: Iterable[Span]) -> frozenset[int]:
        """Return the numbers of the words that begin inside *spans*; the pieces of a discontinuous part are one set."""
        numbers: set[int] = set()
        for span in spans:
            numbers.update(range(self._at(span.start), self._at(span.end)))
        return frozenset(numbers)

    def _at(self, position: int) -> int:
        return bisect.bisect_left(self._starts, position)
