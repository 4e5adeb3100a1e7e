"""The days that a document tells of, each with its words: what a timeline is made of."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Document, Interval, Span
from stemma.prose import sentence_at, sentences
from stemma.when import Since, find_times, resolve

__all__ = ["TimeTold", "times_told"]


@dataclass(frozen=True, slots=True)
class TimeTold:
    """A time of a document's body, the days that it means, and the sentence that it stands in."""

    document: str
    span: Span
    """The words for it: "on Monday"."""
    days: Interval
    sentence: Span
    is_ahead: bool
    """It was still to come when the document was written ("is due on Thursday")."""
    is_running: bool
    """It only begins then, and goes on ("since January")."""
    said_then: tuple[str, ...]
    """The attributions of which it is the day of saying."""
    told_by: tuple[str, ...]
    """The attributions in whose content it stands, so that it is on their word, or none."""


def times_told(document: Document, attributions: Sequence[Attribution]) -> tuple[TimeTold, ...]:
    """
    Return the times in the body of *document* that mean days, in reading order.

    Times that cannot be anchored are left out: "Monday" in an undated document, "days later".
    *attributions* may be those of any documents.
    """
    own = [a for a in attributions if a.document == document.id]
    return tuple(told for block in document.body for told in _in_block(document, own, block))


def _in_block(document: Document, attributions: Sequence[Attribution], block: Span) -> Iterator[TimeTold]:
    times = find_times(document.text, block)
    spans = sentences(document.text, block) if times else ()
    for time in times:
        days = resolve(time, document.published.counted_from)
        if days is None:
            continue
        yield TimeTold(
            document.id,
            time.span,
            days,
            sentence_at(time.span.start, spans) or block,
            time.is_future,
            isinstance(time.value, Since),
            tuple(a.id for a in attributions if a.time_span == time.span),
            tuple(a.id for a in attributions if any(content.holds(time.span) for content in a.content_spans)),
        )
