"""Arithmetic that holds figures against each other."""

from collections.abc import Sequence

from stemma.model import Attribution, Check, Document, Figure

__all__ = ["check"]


def check(
    documents: Sequence[Document], attributions: Sequence[Attribution], figures: Sequence[Figure]
) -> tuple[Check, ...]:
    """Return the sums that tie *figures* together, those that work out and those that do not."""
    return ()
