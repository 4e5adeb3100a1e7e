"""What is told of a large case a story at a time, with no more in memory than one of them."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from stemma.tell.accounts import Account, accounts_of
from stemma.tell.desk import Desk

__all__ = ["REST", "ROWS", "ByStory", "Piece", "Portion", "put_together"]

ROWS, REST = 0, 1
"""What places begin with: those of rows, and of what stands below all rows."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of what is told."""

    place: tuple[object, ...]
    """Among those of all stories, which are told in this order; what comes again at one place is told once."""
    text: str
    glue: str = ""
    """Goes between it and the one before where both have some."""


@dataclass(frozen=True, slots=True)
class Portion:
    """One story of a case, numbered and named as in the whole."""

    desk: Desk
    """Its documents with their numbers in the case, its sources as the case names them."""
    numbers: Mapping[str, int]
    """Of its claims in the case, in their order; none where nothing is told in it."""
    actors: Sequence[str]
    """Of the case, whose absence is told."""
    until: date | None = None
    """The last day on which a document of the case may have been published."""

    def accounts(self, ids: Collection[str], min_outlets: int = 1) -> Iterator[Account]:
        """Yield those of the claims with *ids* that at least *min_outlets* outlets carry, in their order."""
        for account in accounts_of(self.desk, self.numbers, ids):
            if account.claim.outlets >= min_outlets:
                yield account


class ByStory(Protocol):
    """What is told of a case story by story."""

    @property
    def of(self) -> str:
        """The list (`stemma.model.shelf.RowKind`) in whose order pieces are; empty where each has its own place."""

    @property
    def parts(self) -> Collection[str] | None:
        """Of a brief, beside documents and sources, all that is asked of a story; None for all that there is."""

    @property
    def is_surveying(self) -> bool:
        """Whether `survey` has to see all stories before any piece can be told."""

    @property
    def has_rest(self) -> bool:
        """Whether something stands below all pieces."""

    def survey(self, portion: Portion) -> None:
        """Take note of what has to be known of all stories."""

    def head(self) -> str:
        """Return what stands above the first row."""

    def without(self, documents: int) -> tuple[str, str]:
        """Return what is written, and what is said of it, where there is no row in so many documents."""

    def pieces(self, portion: Portion, ids: Collection[str]) -> Iterator[Piece]:
        """Yield what is told of a story; where it goes by a list, of *ids* in it alone."""

    def rest(self, portion: Portion) -> Iterator[Piece]:
        """Yield what a story adds below the rows of all of them."""

    def last(self) -> Iterator[Piece]:
        """Yield what is known when all stories have been told."""


def put_together(pieces: Iterable[Piece]) -> Iterator[str]:
    """Yield the texts of *pieces*, which come in the order of their places."""
    before = Piece((), "")
    for piece in pieces:
        if piece.place != before.place:
            yield piece.glue + piece.text if before.glue and piece.glue else piece.text
            before = piece
