"""The figure that stands in words that somebody marked, by the rules by which all else is read."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.measure.belonging import Voices
from stemma.measure.dating import date_figures
from stemma.measure.measuring import measure
from stemma.model import Attribution, Document, Figure, Span, make_id

__all__ = ["draw_figure"]


def draw_figure(document: Document, span: Span, attributions: Sequence[Attribution]) -> Figure | None:
    """
    Return the first quantity in the words of *span*, with all of these words; None where none is read in them.

    They are read without the sentence around them, which is what may have kept them from being read.
    """
    found = measure(replace(document, body=(span,)), ())
    if not found:
        return None
    voice = Voices.of(document, attributions).at(span)
    drawn = replace(
        found[0],
        id=make_id("f", document.id, span.start, span.end),
        span=span,
        text=span.cut(document.text),
        attribution=voice,
        part_of=None,
    )
    return date_figures(document, [drawn])[0]
