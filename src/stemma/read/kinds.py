"""What the lines of a scraped text are."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.read.lines import Line

__all__ = ["Kind", "Sorted"]


class Kind(StrEnum):
    """What a line is."""

    BODY = "body"
    TITLE = "title"
    STANDFIRST = "standfirst"
    CROSSHEAD = "crosshead"
    DATE = "date"
    BYLINE = "byline"
    NAMEPLATE = "nameplate"
    ADDRESS = "address"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Sorted:
    """The lines of a text, each with its kind."""

    lines: tuple[Line, ...]
    kinds: tuple[Kind, ...]

    def of(self, kind: Kind) -> tuple[Line, ...]:
        """Return the lines of *kind* in order."""
        return tuple(line for line, k in zip(self.lines, self.kinds, strict=True) if k is kind)
