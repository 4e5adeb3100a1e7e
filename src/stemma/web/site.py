"""What all pages of one server share."""

from dataclasses import dataclass

from stemma.case import CaseView

__all__ = ["Site"]


@dataclass(frozen=True, slots=True)
class Site:
    """One case on one server."""

    view: CaseView
    name: str
    """What the case is called on each page."""
    by: str = "analyst"
    """Who judges where nobody signs in."""
