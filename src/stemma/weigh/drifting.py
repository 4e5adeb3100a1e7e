"""What a document changed in what it passed on."""

from collections.abc import Sequence

from stemma.model import Brief, Drift

__all__ = ["find_drift"]


def find_drift(brief: Brief) -> Sequence[Drift]:
    """Return what was changed on the way, from a brief with documents, attributions, claims and figures."""
    return ()
