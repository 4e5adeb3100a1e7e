"""The body of a document cut into what reporting is read from."""

import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from stemma.attribute.asides import is_aside, is_caption
from stemma.attribute.words import Word, words_in
from stemma.model import Document, Span
from stemma.prose import quotations, sentences, skip_dateline

__all__ = ["Passage", "Unit"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence, with all sentences of a quotation that it closes or opens; none breaks inside a quotation."""

    span: Span
    block: int
    quotes: tuple[Span, ...]
    words: tuple[Word, ...]

    def quoted(self, position: int) -> bool:
        """Tell whether the character at *position* stands in quotation marks."""
        number = bisect.bisect_right(self.quotes, position, key=_start) - 1  # they are in order and do not overlap
        return number >= 0 and position < self.quotes[number].end


@dataclass(frozen=True, slots=True)
class Passage:
    """The text and the units of its body, in order."""

    text: str
    units: tuple[Unit, ...]

    @classmethod
    def of(cls, document: Document) -> "Passage":
        """Cut *document*; datelines, teasers and captions are no part of what is reported."""
        text = document.text
        blocks = [skip_dateline(text, block) for block in document.body if not is_aside(text, block)]
        return cls._cut(text, blocks)

    @classmethod
    def of_captions(cls, document: Document) -> "Passage":
        """Cut the captions of *document* alone."""
        return cls._cut(document.text, [block for block in document.body if is_caption(document.text, block)])

    @classmethod
    def _cut(cls, text: str, blocks: Sequence[Span]) -> "Passage":
        return cls(text, tuple(unit for number, block in enumerate(blocks) for unit in _units(text, block, number)))

    def paragraphs(self) -> Iterator[tuple[Unit, ...]]:
        """Yield the units of each paragraph."""
        for _, units in groupby(self.units, key=lambda unit: unit.block):
            yield tuple(units)

    def index_at(self, position: int) -> int | None:
        """Return the number of the unit that holds the character at *position*."""
        number = bisect.bisect_right(self.units, position, key=lambda unit: unit.span.start) - 1
        return number if number >= 0 and position < self.units[number].span.end else None

    def indices_meeting(self, span: Span) -> range:
        """Return the numbers of the units that share a character with *span*, or that it lies between."""
        first = bisect.bisect_right(self.units, span.start, key=lambda unit: unit.span.end)
        return range(first, bisect.bisect_left(self.units, span.end, first, key=lambda unit: unit.span.start))

    def unit_at(self, position: int) -> Unit | None:
        """Return the unit that holds the character at *position*."""
        number = self.index_at(position)
        return None if number is None else self.units[number]


def _start(span: Span) -> int:
    return span.start


def _units(text: str, block: Span, number: int) -> list[Unit]:
    quotes = quotations(text, block)
    joined: list[Span] = []
    for piece in sentences(text, block):
        if joined and any(q.start < piece.start < q.end for q in quotes):
            joined[-1] = Span(joined[-1].start, piece.end)
        else:
            joined.append(piece)
    return [Unit(span, number, tuple(q for q in quotes if span.holds(q)), words_in(text, span)) for span in joined]
