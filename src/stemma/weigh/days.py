"""The days that a document tells of, each with its words: what a timeline is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Document, Interval, Span
from stemma.prose import sentence_at, sentences
from stemma.when import Since, TimeExpression, find_times, resolve_all

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

    Times that cannot be anchored are left out: "Monday" in an undated document, "days later". What counts
    from another time ("two days later", "that day") counts from the one told before it.
    *attributions* may be those of any documents.
    """
    own = [a for a in attributions if a.document == document.id]
    text, told = document.text, [(block, time) for block in document.body for time in find_times(document.text, block)]
    meant = resolve_all(text, [time for _, time in told], document.published.counted_from)
    cut: dict[Span, tuple[Span, ...]] = {}
    found: list[TimeTold] = []
    for (block, time), days in zip(told, meant, strict=True):
        if days is not None:
            if block not in cut:
                cut[block] = sentences(text, block)
            sentence = sentence_at(time.span.start, cut[block]) or block
            found.append(_told(document.id, time, days, sentence, own))
    return tuple(found)


def _told(
    document: str, time: TimeExpression, days: Interval, sentence: Span, attributions: Sequence[Attribution]
) -> TimeTold:
    return TimeTold(
        document,
        time.span,
        days,
        sentence,
        time.is_future,
        isinstance(time.value, Since),
        tuple(a.id for a in attributions if a.time_span == time.span),
        tuple(a.id for a in attributions if a.holds(time.span)),
    )
