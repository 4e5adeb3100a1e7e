"""Who stands where on each claim, who is silent, and of whom nothing is in these documents."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Position, Stance
from stemma.tell.accounts import Account
from stemma.tell.days import days
from stemma.tell.desk import Desk, Quotation

__all__ = ["Matrix", "Stand", "Standing", "matrix_of", "standings_of"]

ACTORS = 8
"""Actors whose absence is told: more than these nobody misses, and the lines grow unreadable."""
AGAINST = frozenset({Stance.DENY, Stance.QUALIFY, Stance.DECLINE, Stance.NOT_OBSERVED, Stance.SILENCE})
COLUMNS = 12
"""Actors that a matrix holds before it is wider than a page."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One actor's word on one claim at one time."""

    actor: str
    stance: Stance
    on: str
    evidence: tuple[Quotation, ...]


@dataclass(frozen=True, slots=True)
class Standing:
    """All that is known of where actors stand on one claim."""

    account: Account
    stands: tuple[Stand, ...]
    absent: tuple[str, ...]
    """Actors of this case of whom these documents report nothing on this claim. That is not silence."""

    @property
    def is_contested(self) -> bool:
        """Whether the actors do not all stand on the same side, or one of them keeps out."""
        sides = {stand.stance for stand in self.stands}
        return bool(sides & AGAINST) or (len(sides) > 1 and len({stand.actor for stand in self.stands}) > 1)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Claims down, actors across; an empty cell means: not in these documents."""

    actors: tuple[str, ...]
    rows: tuple[tuple[Account, tuple[tuple[Stand, ...], ...]], ...]


def standings_of(accounts: Sequence[Account], desk: Desk) -> tuple[Standing, ...]:
    """Return the claims on which a position is known, in the order of *accounts*."""
    actors = _busiest(desk.brief.positions, ACTORS)
    standings = []
    for account in accounts:
        positions = [p for p in desk.brief.positions if p.claim == account.claim.id]
        if positions:
            present = {p.actor for p in positions}
            absent = tuple(desk.name(actor) for actor in actors if actor not in present)
            standings.append(Standing(account, _stands(positions, desk), absent))
    return tuple(standings)


def matrix_of(accounts: Sequence[Account], desk: Desk) -> Matrix:
    """Return the positions on *accounts* as a table; claims and actors without a position are left out."""
    numbers = {account.claim.id: account for account in accounts}
    positions = [p for p in desk.brief.positions if p.claim in numbers]
    actors = _busiest(positions, COLUMNS)
    rows = []
    for account in accounts:
        mine = [p for p in positions if p.claim == account.claim.id and p.actor in actors]
        if mine:
            cells = tuple(_stands([p for p in mine if p.actor == actor], desk) for actor in actors)
            rows.append((account, cells))
    return Matrix(tuple(desk.name(actor) for actor in actors), tuple(rows))


def _busiest(positions: Sequence[Position], limit: int) -> list[str]:
    """Return the actors with positions on the most claims."""
    claims: dict[str, set[str]] = {}
    for position in positions:
        claims.setdefault(position.actor, set()).add(position.claim)
    return sorted(claims, key=lambda actor: (-len(claims[actor]), actor))[:limit]


def _stands(positions: Sequence[Position], desk: Desk) -> tuple[Stand, ...]:
    order = list(Stance)

    def rank(position: Position) -> tuple[int, str, str]:
        return order.index(position.position), str(position.on or "~"), desk.name(position.actor)

    return tuple(_stand(position, desk) for position in sorted(positions, key=rank))


def _stand(position: Position, desk: Desk) -> Stand:
    said = [desk.attributions[id] for id in position.evidence if id in desk.attributions]
    quotations = sorted((desk.quote_content(a) for a in said), key=lambda q: (q.number, q.span))
    return Stand(desk.name(position.actor), position.position, days(position.on), tuple(quotations))
