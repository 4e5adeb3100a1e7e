"""The positions of actors on claims as a table, each cell in the order of time, with the changes in it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Position
from stemma.tell.accounts import Account
from stemma.tell.desk import Desk
from stemma.tell.stands import AGAINST, COLUMNS, Told, weightiest
from stemma.tell.tables.held import FOR, Held, holdings_of, named_in

__all__ = ["Board", "Row", "board_of", "rows_of"]


@dataclass(frozen=True, slots=True)
class Board:
    """Claims down, actors across, before the cells are filled."""

    actors: tuple[str, ...]
    """Their ids: who stands on the most claims first; to keep out or say no weighs more than to say so."""
    claims: tuple[str, ...]
    """Their ids: what is contested first, then as the claims are ranked."""
    contested: int
    """How many of them are: someone keeps out, says no, or not all are on one side."""
    others: int
    """Actors for whom no column is left."""
    told: Told
    """All positions, to fill the cells with."""


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with what each actor held on it; an empty cell means: not in these documents."""

    account: Account
    cells: tuple[tuple[Held, ...], ...]


def board_of(desk: Desk, numbers: Mapping[str, int], told: Told, words: Sequence[str] = (), actor: str = "") -> Board:
    """
    Return the table of all positions.

    Args:
        desk: A brief.
        numbers: Of its claims, as they are ranked.
        told: What `told_of` says of it.
        words: That stand in each claim of the table, in any case.
        actor: Words in the name of who stands there; all where it is empty.
    """
    named = named_in(desk, actor) if actor else None
    by_claim = {
        claim: [position for position in positions if named is None or position.actor in named]
        for claim, positions in told.by_claim.items()
        if claim in numbers and _has(desk.claims[claim].text, words)
    }
    actors = weightiest([position for positions in by_claim.values() for position in positions], len(desk.sources))
    shown = frozenset(actors[:COLUMNS])
    contested = {claim for claim, positions in by_claim.items() if _is_contested(positions)}
    kept = [claim for claim, positions in by_claim.items() if any(p.actor in shown for p in positions)]
    kept.sort(key=lambda claim: (claim not in contested, numbers[claim]))
    return Board(tuple(actors[:COLUMNS]), tuple(kept), len(contested), max(len(actors) - COLUMNS, 0), told)


def rows_of(board: Board, accounts: Sequence[Account], desk: Desk) -> tuple[Row, ...]:
    """Return the rows of *board* that tell *accounts*, in its order."""
    by_claim = {holding.account.claim.id: holding for holding in holdings_of(desk, accounts=accounts, told=board.told)}
    rows = []
    for claim in board.claims:
        if claim in by_claim:
            by_actor = dict(by_claim[claim].by_actor())
            cells = tuple(by_actor.get(actor, ()) for actor in board.actors)
            rows.append(Row(by_claim[claim].account, cells))
    return tuple(rows)


def _has(text: str, words: Sequence[str]) -> bool:
    return all(word in text.casefold() for word in words)


def _is_contested(positions: Sequence[Position]) -> bool:
    sides = {"for" if p.position in FOR else p.position for p in positions}
    return len(sides) > 1 or any(p.position in AGAINST for p in positions)
