"""The sentences of a document with their times, and where a saying stands among them."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Document, Span
from stemma.prose import sentences
from stemma.when import TimeExpression, find_times

__all__ = ["TimedSentence", "anchor_of", "place_of", "timed_sentences"]


@dataclass(frozen=True, slots=True)
class TimedSentence:
    """A sentence of a body with the times in it."""

    span: Span
    block: int
    """Which paragraph of the body it stands in."""
    times: tuple[TimeExpression, ...]


def timed_sentences(document: Document) -> tuple[TimedSentence, ...]:
    """Return the sentences of the body of *document* in reading order."""
    return tuple(
        TimedSentence(span, number, find_times(document.text, span))
        for number, block in enumerate(document.body)
        for span in sentences(document.text, block)
    )


def anchor_of(attribution: Attribution) -> int:
    """Return where the saying stands: its cue, else its source, else its content."""
    span = attribution.cue_span or attribution.source_span
    return span.start if span else attribution.content_spans[0].start if attribution.content_spans else 0


def place_of(at: int, told: Sequence[TimedSentence]) -> int | None:
    """Return which of *told* holds the character *at*, or None where none does."""
    place = bisect_right(told, at, key=lambda sentence: sentence.span.start) - 1
    return place if place >= 0 and at < told[place].span.end else None
