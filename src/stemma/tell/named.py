"""Who is spoken of, by name, with the way to what is told of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from stemma.tell.desk import Desk

__all__ = ["Named", "named_of"]


@dataclass(frozen=True, slots=True)
class Named:
    """A source, or a document that tells something in its own voice."""

    id: str | None
    """None where the words for it were not resolved to a source."""
    name: str


def named_of(ids: Iterable[str], desk: Desk) -> tuple[Named, ...]:
    """Return who is known by *ids*."""
    return tuple(Named(id, desk.name(id)) for id in ids)
