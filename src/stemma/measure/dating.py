"""When a figure counts."""

from collections.abc import Sequence

from stemma.model import Document, Figure

__all__ = ["date_figures"]


def date_figures(document: Document, figures: Sequence[Figure]) -> tuple[Figure, ...]:
    """Return *figures* of *document* with ``when`` resolved against its date."""
    return tuple(figures)
