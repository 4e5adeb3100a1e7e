"""Who stands where, for programs."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Interval, Stance
from stemma.tell.board import Board, Row
from stemma.tell.desk import Desk
from stemma.tell.named import Named, named_of
from stemma.tell.tables.held import Held
from stemma.tell.twins.words import Words, words_of

__all__ = ["HeldTwin", "PositionsTwin", "held_of"]


@dataclass(frozen=True, slots=True)
class HeldTwin:
    """A position of one actor at one time."""

    actor: Named
    position: Stance
    on: Interval | None
    changed_from: Stance | None
    """What it held before, where that was of another side, and surely before."""
    speakers: tuple[Named, ...]
    evidence: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class RowTwin:
    """All that is held on one claim by the actors of the matrix."""

    claim: str
    number: int
    text: str
    held: tuple[HeldTwin, ...]


@dataclass(frozen=True, slots=True)
class PositionsTwin:
    """Some rows of the matrix; an actor without a position in a row is not in these documents on that claim."""

    story: str
    total: int
    actors: tuple[Named, ...]
    lines: tuple[RowTwin, ...]

    @classmethod
    def of(cls, board: Board, rows: Sequence[Row], story: str, desk: Desk) -> "PositionsTwin":
        """Return *rows* of *board*."""
        return cls(story, len(board.claims), named_of(board.actors, desk), tuple(_row(row, desk) for row in rows))


def held_of(held: Held, desk: Desk) -> HeldTwin:
    """Return *held* for programs."""
    said = tuple(words_of(desk.quote_content(a), desk) for a in held.said)
    (actor,) = named_of([held.actor], desk)
    return HeldTwin(actor, held.stance, held.on, held.changed_from, named_of(held.speakers, desk), said)


def _row(row: Row, desk: Desk) -> RowTwin:
    held = tuple(held_of(one, desk) for cell in row.cells for one in cell)
    return RowTwin(row.account.claim.id, row.account.number, row.account.claim.text, held)
