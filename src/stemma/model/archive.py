"""What a case keeps of the bytes that came."""

import hashlib
from dataclasses import dataclass
from datetime import datetime

from stemma.model.brief import Reading
from stemma.model.document import Layer

__all__ = ["Arrival", "Capture", "Deposit", "Held", "Stocked"]


@dataclass(frozen=True, slots=True)
class Arrival:
    """Bytes as they came, with where, when and with which headers they were got."""

    address: str
    """The path as the user gave it, or the URL that was asked for."""
    data: bytes
    at: datetime
    """With its time zone."""
    headers: tuple[tuple[str, str], ...] = ()
    """What the server said with them, names in lower case; empty for a file."""

    @property
    def sha256(self) -> str:
        """The name of the bytes in the archive."""
        return hashlib.sha256(self.data).hexdigest()


@dataclass(frozen=True, slots=True)
class Capture:
    """One coming of bytes that the archive holds."""

    sha256: str
    address: str
    at: datetime
    headers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Deposit:
    """What is kept together: bytes, the text drawn from them, and what was read in it."""

    arrival: Arrival
    layer: Layer
    keys: tuple[str, ...]
    """By what another version of the same article will be known."""
    seen: tuple[int | None, ...]
    """Of the newest layer that each key led to when it was decided where this belongs; None where there was none."""
    into: str | None = None
    """Id of the document that it is a newer layer of; a new document where None."""
    reading: Reading | None = None
    version: str = ""
    """Of the rules and the model that made the reading."""
    redrawn: int | None = None
    """Id of the newest layer of *into*, where its bytes came long ago and only the text was drawn from them anew."""


@dataclass(frozen=True, slots=True)
class Held:
    """One layer of a document of a case: the text of the article as it stood at one time."""

    id: int
    """Of the layer, within this case file alone; another copy of the case may number it otherwise."""
    document: str
    """Of the article in all its layers: the id that its first layer's `Document` has."""
    number: int
    """1 for the first layer of the article, and so on; the highest is the newest."""
    path: str
    """Where it came from, as a reader is told."""
    sha256: str
    """Of the bytes."""
    at: datetime
    layer: Layer


@dataclass(frozen=True, slots=True)
class Stocked:
    """That a layer is the newest of its document, without its text."""

    layer: int
    document: str
    """Of the article in all its layers."""
    number: int
    path: str
    sha256: str
