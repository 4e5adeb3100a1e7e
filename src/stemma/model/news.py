"""What more documents have changed in a brief."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.model.claim import Place

__all__ = ["News", "NewsKind"]


class NewsKind(StrEnum):
    """What is new."""

    ORIGIN = "new_origin"
    POSITION = "position_changed"
    SILENCE = "silence_ended"
    FIGURE = "figure_out_of_range"


@dataclass(frozen=True, slots=True)
class News:
    """One thing that was otherwise before."""

    kind: NewsKind
    text: str
    """A sentence."""
    claim: str | None
    """Id of the claim in the newer brief; None for a figure, which may stand in several."""
    places: tuple[Place, ...]
    """Where the newer documents say so."""
