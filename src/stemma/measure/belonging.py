"""Which attribution a figure stands in."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from stemma.model import Attribution, Document, Quote, Span
from stemma.prose import quotations

__all__ = ["Voices"]

_STOP = re.compile(r"[.!?…][\"'”’»)\]]*\s+[\"'“‘«(\[]*[A-Z0-9]")
_MARK = re.compile(r"[\"“”„«»'‘]")
_INTRODUCED = re.compile(r"\s*:?\s*")


@dataclass(frozen=True, slots=True)
class Voices:
    """Who speaks where in one document."""

    document: Document
    spoken: Sequence[Attribution]
    """By length of content, the shortest first."""
    narrated: Sequence[Attribution]
    quoted: dict[Span, tuple[Span, ...]] = field(default_factory=dict)
    """The quotations of the blocks that were asked for: a block of many figures is read once."""

    @classmethod
    def of(cls, document: Document, attributions: Sequence[Attribution]) -> "Voices":
        """Return the voices of *document*, to which *attributions* of others may not belong."""
        own = sorted((a for a in attributions if a.document == document.id), key=_by_length)
        return cls(document, [a for a in own if not a.narrated], [a for a in own if a.narrated])

    def at(self, span: Span) -> str | None:
        """
        Return the id of the innermost attribution that *span* stands in.

        A tagger may leave a gap in a content: what stands inside the gap belongs to it before the
        document's own voice is asked, as does a quotation that an attribution leads up to; what
        only meets a content belongs to it after that.
        """
        holding = [a for a in self.spoken if a.holds(span)]
        if holding:
            return next((a.id for a in holding if not self._has_ended(a, span)), holding[-1].id)
        return (
            _first(self.spoken, _holds_in_gap, span)
            or self._leading_to(span)
            or _first(self.narrated, Attribution.holds, span)
            or _first(self.spoken, _meets, span)
            or _first(self.narrated, _meets, span)
        )

    def _has_ended(self, attribution: Attribution, span: Span) -> bool:
        """Tell whether what is told without quotation ends, with its sentence, before *span*."""
        text = self.document.text
        start = next(content.start for content in attribution.content_spans if content.holds(span))
        if attribution.quote is not Quote.INDIRECT and _MARK.search(text, max(0, start - 1), start + 1):
            return False
        return bool(_STOP.search(text, start, span.start + 1))

    def _leading_to(self, span: Span) -> str | None:
        """Return the attribution that ends at the quotation around *span*: "The paper says that it holds:"."""
        text = self.document.text
        block = next((block for block in self.document.body if block.holds(span)), None)
        if block is None or not self.spoken:
            return None
        if block not in self.quoted:
            self.quoted[block] = tuple(quotations(text, block))
        quoted = next((found for found in self.quoted[block] if found.holds(span)), None)
        if quoted is None:
            return None
        ends = ((_end(a), a.id) for a in self.spoken)
        return next(
            (id for end, id in ends if end <= quoted.start and _INTRODUCED.fullmatch(text, end, quoted.start)), None
        )


def _by_length(attribution: Attribution) -> tuple[int, str]:
    return sum(len(span) for span in attribution.content_spans), attribution.id


def _first(among: Sequence[Attribution], holds: Callable[[Attribution, Span], bool], span: Span) -> str | None:
    return next((a.id for a in among if holds(a, span)), None)


def _end(attribution: Attribution) -> int:
    named = (attribution.cue_span, attribution.source_span)
    return max(span.end for span in (*attribution.content_spans, *filter(None, named)))


def _holds_in_gap(attribution: Attribution, span: Span) -> bool:
    spans = attribution.content_spans
    return bool(spans) and Span(min(s.start for s in spans), max(s.end for s in spans)).holds(span)


def _meets(attribution: Attribution, span: Span) -> bool:
    return any(content.meets(span) for content in attribution.content_spans)
