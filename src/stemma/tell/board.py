"""The positions of actors on claims as a table, each cell in the order of time, with the changes in it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from stemma.tell.accounts import Account
from stemma.tell.desk import Desk
from stemma.tell.stands import AGAINST, COLUMNS, REFUSAL
from stemma.tell.tables.held import Held, Holding

__all__ = ["Board", "Row", "board_of"]


@dataclass(frozen=True, slots=True)
class Row:
    """A claim with what each actor held on it; an empty cell means: not in these documents."""

    account: Account
    cells: tuple[tuple[Held, ...], ...]
    is_contested: bool
    """Someone keeps out, says no, or has changed."""


@dataclass(frozen=True, slots=True)
class Board:
    """Claims down, actors across."""

    actors: tuple[str, ...]
    """Their ids: who stands on the most claims first; to keep out or say no weighs more than to say so."""
    rows: tuple[Row, ...]
    """What is contested first, then as the claims are ranked."""
    others: int
    """Actors for whom no column is left."""


def board_of(holdings: Sequence[Holding], desk: Desk) -> Board:
    """Return the table of *holdings*."""
    weights: Counter[str] = Counter()
    for holding in holdings:
        for actor, stance in {(held.actor, held.stance) for held in holding.held}:
            weights[actor] += REFUSAL if stance in AGAINST else 1
    actors = sorted(weights, key=lambda actor: (-weights[actor], desk.name(actor), actor))
    shown = actors[:COLUMNS]
    rows = [_row(holding, shown) for holding in holdings]
    kept = sorted((row for row in rows if any(row.cells)), key=lambda row: not row.is_contested)
    return Board(tuple(shown), tuple(kept), len(actors) - len(shown))


def _row(holding: Holding, actors: Sequence[str]) -> Row:
    by_actor = dict(holding.by_actor())
    is_contested = any(held.stance in AGAINST or held.changed_from for held in holding.held)
    return Row(holding.account, tuple(by_actor.get(actor, ()) for actor in actors), is_contested)
