"""Who said what, by which words, at one place in one document."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.model.interval import Interval
from stemma.model.span import Span

__all__ = ["Attribution", "Quote", "Stance"]


class Quote(StrEnum):
    """How the words are given."""

    DIRECT = "direct"
    INDIRECT = "indirect"
    MIXED = "mixed"


class Stance(StrEnum):
    """Where the source stands on what it says."""

    ASSERT = "assert"
    CONFIRM = "confirm"
    DENY = "deny"
    QUALIFY = "qualify"
    DECLINE = "decline"
    ASSESS = "assess"
    SUGGEST = "suggest"
    QUESTION = "question"
    NOT_OBSERVED = "not_observed"
    SILENCE = "silence"


@dataclass(frozen=True, slots=True)
class Attribution:
    """
    One "source, cue, content".

    Stages fill it from left to right with ``dataclasses.replace``: *attribute* gives the
    spans and the stance, *resolve* the ids of the sources, *align* the claim, the second
    dating pass the day it was said.
    """

    id: str
    document: str
    content_spans: tuple[Span, ...]
    content: str
    """The characters of the content spans, joined by one space."""
    source_span: Span | None = None
    """The words that name the source: a name, a description or a pronoun."""
    cue_span: Span | None = None
    via_spans: tuple[Span, ...] = ()
    """The words that name the relays of a nested report, from the document outward."""
    time_span: Span | None = None
    """The words that say when it was said ("on Monday"), if any."""
    quote: Quote = Quote.INDIRECT
    narrated: bool = False
    """The document says it in its own voice; no source is named."""
    stance: Stance = Stance.ASSERT
    hedges: tuple[str, ...] = ()
    on: Interval | None = None
    source: str | None = None
    """Id of the source; None where it is not known or the document speaks itself."""
    relays: tuple[tuple[str, Span], ...] = ()
    """Id and words of each relay that is known, from the document outward; *via_spans* holds the others as well."""
    claim: str | None = None

    def holds(self, span: Span) -> bool:
        """Tell whether *span* lies inside one of the content spans."""
        return any(content.holds(span) for content in self.content_spans)

    @property
    def via(self) -> tuple[str, ...]:
        """Ids of the known relays, from the document outward to the source."""
        return tuple(relay for relay, _ in self.relays)
