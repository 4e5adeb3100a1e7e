"""Which attribution a figure stands in."""

from collections.abc import Sequence

from stemma.model import Attribution, Span

__all__ = ["by_length", "innermost"]


def by_length(attribution: Attribution) -> tuple[bool, int, str]:
    """Return the key that sorts attributions spoken first, then by length of content."""
    return attribution.narrated, sum(len(span) for span in attribution.content_spans), attribution.id


def innermost(span: Span, attributions: Sequence[Attribution]) -> str | None:
    """
    Return the first of *attributions* that holds *span*; they come spoken first, then by length of content.

    A tagger may leave a gap in a content: a figure inside the gap belongs to it before the
    document's own voice is asked, and one at the edge of a content belongs to it after that.
    """
    spoken = [a for a in attributions if not a.narrated]
    for among, holds in ((spoken, _holds), (spoken, _holds_in_gap), (attributions, _holds), (attributions, _meets)):
        found = next((a.id for a in among if holds(a, span)), None)
        if found is not None:
            return found
    return None


def _holds(attribution: Attribution, span: Span) -> bool:
    return any(content.holds(span) for content in attribution.content_spans)


def _holds_in_gap(attribution: Attribution, span: Span) -> bool:
    spans = attribution.content_spans
    return bool(spans) and Span(min(s.start for s in spans), max(s.end for s in spans)).holds(span)


def _meets(attribution: Attribution, span: Span) -> bool:
    return any(content.meets(span) for content in attribution.content_spans)
