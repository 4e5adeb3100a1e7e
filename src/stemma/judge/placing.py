"""What judgements speak of, found again in new readings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from stemma.judge.searching import find_words
from stemma.model import Attribution, Document, Place, Reading, Source, Span, overlap
from stemma.model.anchor import Anchor, Thing
from stemma.model.ruling import Spot

__all__ = ["Finder", "has_source", "is_called"]

HALF = 0.5
"""Of the characters that either covers: a model that draws the ends of a content elsewhere has found the same one."""


@dataclass(slots=True)
class Finder:
    """Readings, and who speaks in them, in which anchors are looked up."""

    readings: Sequence[Reading]
    sources: Sequence[Source] = ()
    mentions: Mapping[Place, str] = field(default_factory=dict)
    """Ids of the sources by the words that stand for them."""
    claims: Mapping[str, str | None] = field(default_factory=dict)
    """Ids of the claims by attribution."""
    earlier: Mapping[str, Reading] = field(default_factory=dict)
    """By document, what goes by other words too: those in which somebody may have seen it."""
    _by_bytes: dict[str, Reading] = field(init=False)

    def __post_init__(self) -> None:
        self._by_bytes = {reading.document.sha256: reading for reading in self.readings}

    def find(self, anchor: Anchor) -> str | None:
        """Return the id of what *anchor* names in these readings; None where it is not found."""
        match anchor.thing:
            case Thing.DOCUMENT:
                reading = self.reading(anchor)
                return reading.document.id if reading else None
            case Thing.ATTRIBUTION:
                return self._attribution(anchor)
            case Thing.CLAIM:
                return self.claims.get(self._attribution(anchor) or "")
            case Thing.FIGURE:
                return self._figure(anchor)
            case Thing.SOURCE:
                return self._source(anchor)

    def spot(self, anchor: Anchor) -> Spot:
        """Return the source that *anchor* names, at its words where these are found again."""
        reading = self.reading(anchor)
        span = next(self._spans(anchor, reading.document), None) if reading else None
        return Spot(anchor.name, Place(reading.document.id, span) if reading and span else None)

    def reading(self, anchor: Anchor) -> Reading | None:
        """Return the reading of the document of *anchor*."""
        return self._by_bytes.get(anchor.document or "")

    def seen(self, reading: Reading) -> Reading:
        """Return what *reading* was seen to hold by other words."""
        return self.earlier.get(reading.document.id) or Reading(reading.document, (), ())

    def _spans(self, anchor: Anchor, document: Document) -> Iterator[Span]:
        for words in anchor.words:
            span = find_words(words, document.text)
            if span is not None:
                yield span

    def _attribution(self, anchor: Anchor) -> str | None:
        reading = self.reading(anchor)
        if reading is None:
            return None
        spans = tuple(self._spans(anchor, reading.document))
        if len(spans) < len(anchor.words) * HALF or not spans:
            return None
        by = find_words(anchor.by, reading.document.text) if anchor.by else None
        ranked = [
            (has_source(one, by), likeness, one.id)
            for one in (*reading.attributions, *self.seen(reading).attributions)
            if (likeness := _likeness(one.content_spans, spans)) >= HALF
        ]
        return max(ranked, default=(False, 0.0, None))[2]

    def _figure(self, anchor: Anchor) -> str | None:
        reading = self.reading(anchor)
        spans = tuple(self._spans(anchor, reading.document)) if reading else ()
        if reading is None or not spans:
            return None
        known = (*reading.figures, *self.seen(reading).figures)
        ranked = [(likeness, one.id) for one in known if (likeness := _likeness((one.span,), spans)) >= HALF]
        return max(ranked, default=(0.0, None))[1]

    def _source(self, anchor: Anchor) -> str | None:
        spot = self.spot(anchor)
        if spot.place and spot.place in self.mentions:
            return self.mentions[spot.place]
        called = {source.id for source in self.sources if is_called(source, spot.name)}
        return called.pop() if len(called) == 1 else None


def is_called(source: Source, name: str) -> bool:
    """Tell whether *source* goes by *name*, in capitals or not."""
    return bool(name) and name.casefold() in {other.casefold() for other in (source.name, *source.aliases)}


def has_source(attribution: Attribution, by: Span | None) -> bool:
    """Tell whether the words for who says *attribution* meet those at *by*, or both have none."""
    own = attribution.source_span
    return own == by if own is None or by is None else own.meets(by)


def _likeness(left: tuple[Span, ...], right: tuple[Span, ...]) -> float:
    """Return the share of the characters covered by either that both cover."""
    both = overlap(left, right)
    return both / max(1, sum(map(len, left)) + sum(map(len, right)) - both)
