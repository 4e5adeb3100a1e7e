"""Texts cut into parts that a model can answer for at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Span
from stemma.prose import sentences

__all__ = ["LARGEST", "Chunk", "Paragraph", "cut_chunks"]

LARGEST = 3000
"""
Characters that one question asks about at most. English has about four to a token, and an answer repeats much of the
text: prompt, question and answer should fit the 4096 tokens that small local servers begin with.
"""
BEFORE = 1000
"""Characters of the paragraph before that are worth their room; a longer one is not shown again."""
NUMBERED = 6
"""Characters that a paragraph's number adds, roughly: a list of very many one-word lines is long by its numbers."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph by the number that the model knows it by; of an endless one, some of its sentences."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Chunk:
    """What one question asks about."""

    paragraphs: tuple[Paragraph, ...]
    before: Paragraph | None = None
    """Read along, so that "he" and "she" have a name, and asked about elsewhere."""

    @property
    def all(self) -> tuple[Paragraph, ...]:
        """Every paragraph that the model is shown, in reading order."""
        return self.paragraphs if self.before is None else (self.before, *self.paragraphs)

    def halves(self) -> tuple[Chunk, ...]:
        """Return the two halves, for a model that could not answer for the whole; none of a single paragraph."""
        middle = len(self.paragraphs) // 2
        if not middle:
            return ()
        first, second = self.paragraphs[:middle], self.paragraphs[middle:]
        return Chunk(first, self.before), Chunk(second, first[-1])


def cut_chunks(text: str, blocks: Sequence[Span], largest: int = LARGEST) -> tuple[Chunk, ...]:
    """Put whole paragraphs together up to *largest* characters; the last of each part is shown again with the next."""
    pieces = [piece for block in blocks for piece in _parts(text, block.trim(text), largest)]
    chunks: list[Chunk] = []
    held: list[Paragraph] = []
    size = 0
    for number, piece in enumerate(pieces, 1):
        if held and size + len(piece) > largest:
            chunks.append(_after(chunks[-1:], held))
            held, size = [], 0
        held.append(Paragraph(number, piece))
        size += len(piece) + NUMBERED
    return (*chunks, _after(chunks[-1:], held)) if held else ()


def _after(chunks: Sequence[Chunk], held: Sequence[Paragraph]) -> Chunk:
    """Return *held* as the chunk that follows the last of *chunks*."""
    before = chunks[-1].paragraphs[-1] if chunks else None
    return Chunk(tuple(held), before if before is not None and len(before.span) <= BEFORE else None)


def _parts(text: str, block: Span, largest: int) -> Iterator[Span]:
    """Cut a paragraph that is too long between sentences, and a sentence that is too long anywhere."""
    if len(block) <= largest:
        if len(block):
            yield block
        return
    held: Span | None = None
    for sentence in sentences(text, block):
        if held is not None and sentence.end - held.start > largest:
            yield held
            held = None
        held = sentence if held is None else Span(held.start, sentence.end)
        while len(held) > largest:
            yield Span(held.start, held.start + largest)
            held = Span(held.start + largest, held.end)
    if held is not None and len(held):
        yield held
