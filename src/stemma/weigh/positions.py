"""Where each actor stands on each claim, and when."""

from collections.abc import Sequence

from stemma.model import Brief, Position

__all__ = ["take_positions"]


def take_positions(brief: Brief) -> Sequence[Position]:
    """Return the positions in *brief*; silence only where a document says so."""
    return ()
