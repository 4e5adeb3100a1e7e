"""An attribution in the making."""

from dataclasses import dataclass

from stemma.model import Span, Stance, overlap

__all__ = ["Draft"]


@dataclass(frozen=True, slots=True)
class Draft:
    """Spans that belong together, before trimming, stance and ids."""

    contents: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None
    via: tuple[Span, ...] = ()
    """Relays, from the document outward."""
    stance: Stance | None = None
    """Set where the shape that found it decides the stance by itself."""
    narrated: bool = False

    @property
    def start(self) -> int:
        """Where its first content begins."""
        return self.contents[0].start

    @property
    def reach(self) -> Span:
        """From its first character to its last, the reporting clause included."""
        parts = [*self.contents, *filter(None, (self.source, self.cue))]
        return Span(min(p.start for p in parts), max(p.end for p in parts))

    def shares(self, other: "Draft") -> float:
        """Return how much of the shorter content lies in the other's."""
        shorter = min(sum(map(len, self.contents)), sum(map(len, other.contents)))
        return overlap(self.contents, other.contents) / shorter if shorter else 0.0

    def likeness(self, other: "Draft") -> float:
        """Return how much of the longer content lies in the other's."""
        longer = max(sum(map(len, self.contents)), sum(map(len, other.contents)))
        return overlap(self.contents, other.contents) / longer if longer else 0.0
