"""Paragraphs that are too long, cut."""

from collections.abc import Iterator

from stemma.model import Span
from stemma.prose import sentences

__all__ = ["cut_block"]

LONGEST_BLOCK = 20_000
"""Characters; longer paragraphs are cut between sentences, so that no later stage meets a line of a million."""
EDGE = 200
"""Characters before a cut in which a space is looked for, where a line has no sentences; no word is longer."""


def cut_block(text: str, span: Span) -> list[Span]:
    """Return *span* in blocks of at most ``LONGEST_BLOCK`` characters: between sentences, or else words."""
    if len(span) <= LONGEST_BLOCK:
        return [span]
    blocks: list[Span] = []
    start = end = span.start
    for piece in _pieces(text, span):
        if piece.end - start > LONGEST_BLOCK and end > start:
            blocks.append(Span(start, end))
            start = piece.start
        end = piece.end
    return [*blocks, Span(start, end)]


def _pieces(text: str, span: Span) -> Iterator[Span]:
    """Yield the sentences of *span*, those in parts that no block could hold: a dump, a table, one mark all over."""
    for sentence in sentences(text, span):
        start = sentence.start
        while sentence.end - start > LONGEST_BLOCK:
            limit = start + LONGEST_BLOCK
            space = max(text.rfind(mark, limit - EDGE, limit) for mark in " \n\t")
            end = space if space > start else limit
            yield Span(start, end)
            start = end
        yield Span(start, sentence.end)
