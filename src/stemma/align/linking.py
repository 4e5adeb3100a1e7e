"""How claims that are not the same belong together."""

from collections.abc import Mapping, Sequence

from stemma.align.traits import Traits
from stemma.model import ClaimLink

__all__ = ["link"]


def link(claims: Mapping[str, Sequence[Traits]]) -> tuple[ClaimLink, ...]:
    """Return the links between *claims*, given by id with the traits of their statements."""
    return ()
