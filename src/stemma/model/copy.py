"""One article of a case with all that is kept of it, as it goes from one copy of the case to another."""

from dataclasses import dataclass

from stemma.model.archive import Held

__all__ = ["Article", "WrittenReading"]


@dataclass(frozen=True, slots=True)
class WrittenReading:
    """What some version of the rules read in a layer, as it is kept."""

    layer: int
    """Id of the layer in the copy that it comes from."""
    version: str
    value: str


@dataclass(frozen=True, slots=True)
class Article:
    """A document in all its layers; the bytes aside."""

    document: str
    layers: tuple[Held, ...]
    """Oldest first."""
    keys: tuple[str, ...] = ()
    """Hashes of what another version of it is known by, sorted."""
    readings: tuple[WrittenReading, ...] = ()
