"""Who stands where on each claim, who is silent, and of whom nothing is in these documents."""

from collections.abc import Collection, Mapping, Sequence, Set
from dataclasses import dataclass

from stemma.model import Position, SourceKind, Stance
from stemma.tell.accounts import Account
from stemma.tell.days import days
from stemma.tell.desk import Desk, Quotation
from stemma.tell.wording import STANCES, joined

__all__ = [
    "ACTORS",
    "Matrix",
    "Stand",
    "Standing",
    "Told",
    "heard_on",
    "is_missed",
    "matrix_of",
    "positions_told",
    "standings_of",
    "told_of",
    "weightiest",
]

ACTORS = 5
"""Actors whose absence is told: more than these nobody misses, and the lines grow unreadable."""
AGAINST = frozenset({Stance.DENY, Stance.QUALIFY, Stance.DECLINE, Stance.NOT_OBSERVED, Stance.SILENCE})
VOICES = 3
"""Speakers that are named beside their party."""
REFUSAL = 3
"""How many claims that someone says so one refusal outweighs, in the choice of whom to show first."""
COLUMNS = 12
"""Actors that a matrix holds before it is wider than a page."""


@dataclass(frozen=True, slots=True)
class Stand:
    """One actor's word on one claim at one time."""

    actor: str
    voices: str
    """Those who speak for it, where a party's position is theirs: `` (John Kirby)``."""
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
class Told:
    """The positions that are told, by claim, and whose weigh most."""

    by_claim: Mapping[str, Sequence[Position]]
    actors: Sequence[str]
    """Those whose absence from a claim is told."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Claims down, actors across; an empty cell means: not in these documents."""

    actors: tuple[str, ...]
    rows: tuple[tuple[Account, tuple[tuple[Stand, ...], ...]], ...]


def told_of(desk: Desk) -> Told:
    """Return the positions that are told of *desk*."""
    told = positions_told(desk)
    by_claim: dict[str, list[Position]] = {}
    for position in told:
        by_claim.setdefault(position.claim, []).append(position)
    return Told(by_claim, weightiest([p for p in told if is_missed(p.actor, desk)], ACTORS))


def standings_of(accounts: Sequence[Account], desk: Desk, actors: Sequence[str] | None = None) -> tuple[Standing, ...]:
    """
    Return the claims on which a position is known, in the order of *accounts*.

    Args:
        accounts: Claims of *desk*.
        desk: A brief, or a part of it.
        actors: Of a part, ids of those whose absence is told.
    """
    told, heard = told_of(desk), heard_on(desk)
    actors = told.actors if actors is None else actors
    return tuple(
        Standing(
            account,
            _stands(told.by_claim[account.claim.id], desk),
            tuple(desk.name(actor) for actor in actors if actor not in heard[account.claim.id]),
        )
        for account in accounts
        if account.claim.id in told.by_claim
    )


def matrix_of(accounts: Sequence[Account], desk: Desk) -> Matrix:
    """Return the positions on *accounts* as a table; claims and actors without a position are left out."""
    numbers = {account.claim.id: account for account in accounts}
    positions = [p for p in positions_told(desk) if p.claim in numbers]
    actors = weightiest(positions, COLUMNS)
    by_claim: dict[str, list[Position]] = {}
    for position in positions:
        if position.actor in actors:
            by_claim.setdefault(position.claim, []).append(position)
    rows = []
    for account in accounts:
        mine = by_claim.get(account.claim.id)
        if mine:
            cells = tuple(_stands([p for p in mine if p.actor == actor], desk) for actor in actors)
            rows.append((account, cells))
    return Matrix(tuple(desk.name(actor) for actor in actors), tuple(rows))


def heard_on(desk: Desk, only: Collection[str] | None = None) -> Mapping[str, Set[str]]:
    """
    Return for each claim the sources, and their parties, of whom a document tells anything on it.

    Two sources of one name count as heard together: a reader could not tell which of them is absent.

    Args:
        desk: A brief.
        only: Ids of the claims that are asked of; all where it is not given.
    """
    alike: dict[str, set[str]] = {}
    for source in desk.brief.sources:
        alike.setdefault(source.name, set()).add(source.id)
    heard: dict[str, set[str]] = {}
    for position in desk.brief.positions:
        if only is None or position.claim in only:
            heard.setdefault(position.claim, set()).add(position.actor)
    for a in desk.brief.attributions:
        if not a.claim or (only is not None and a.claim not in only):
            continue
        for id in (a.source, *a.via):
            if id and id in desk.sources:
                heard.setdefault(a.claim, set()).update({id, desk.sources[id].party or id})
    return {claim: ids.union(*(alike.get(desk.name(id), ()) for id in ids)) for claim, ids in heard.items()}


def positions_told(desk: Desk) -> list[Position]:
    """Return the positions without those that their actor's party holds on the same words."""
    words: dict[tuple[str, str, Stance], set[str]] = {}
    for p in desk.brief.positions:
        words.setdefault((p.claim, p.actor, p.position), set()).update(p.evidence)
    kept = []
    for p in desk.brief.positions:
        party = desk.sources[p.actor].party if p.actor in desk.sources else None
        theirs = words.get((p.claim, party, p.position), set()) if party and party != p.actor else set()
        if not p.evidence or not set(p.evidence) <= theirs:
            kept.append(p)
    return kept


def is_missed(actor: str, desk: Desk) -> bool:
    """Tell whether a reader would ask why *actor* is not heard: of "his father" or "witnesses" nobody does."""
    source = desk.sources.get(actor)
    return source is not None and source.kind not in (SourceKind.UNNAMED, SourceKind.GROUP)


def weightiest(positions: Sequence[Position], limit: int) -> list[str]:
    """Return the actors with positions on the most claims; to keep out or say no weighs more than to say so."""
    weights: dict[str, int] = {}
    for _, actor, stance in {(p.claim, p.actor, p.position) for p in positions}:
        weights[actor] = weights.get(actor, 0) + (REFUSAL if stance in AGAINST else 1)
    return sorted(weights, key=lambda actor: (-weights[actor], actor))[:limit]


def _stands(positions: Sequence[Position], desk: Desk) -> tuple[Stand, ...]:
    order = list(STANCES)
    groups: dict[tuple[int, str], list[Position]] = {}
    for position in positions:
        groups.setdefault((order.index(position.position), position.actor), []).append(position)
    stands = [(key[0], _stand(same, desk)) for key, same in groups.items()]
    return tuple(stand for _, stand in sorted(stands, key=lambda pair: (pair[0], pair[1].on or "~", pair[1].actor)))


def _stand(same: Sequence[Position], desk: Desk) -> Stand:
    """Return one actor's word: *same* are positions of one actor and one kind, at several times."""
    first = same[0]
    said = [desk.attributions[id] for position in same for id in position.evidence if id in desk.attributions]
    quotations = sorted({desk.quote_content(a) for a in said}, key=lambda q: (q.number, q.span))
    voices = sorted({desk.name(a.source) for a in said if a.source and a.source != first.actor})
    if len(voices) > VOICES:
        voices = [*voices[: VOICES - 1], f"{len(voices) - VOICES + 1} more"]
    speaking = f" ({joined(voices)})" if voices and first.position is not Stance.SILENCE else ""
    return Stand(desk.name(first.actor), speaking, first.position, _times(same), tuple(quotations))


def _times(same: Sequence[Position]) -> str:
    """Return when it was said; of two times of which one lies in the other, the narrower."""
    known = sorted({position.on for position in same if position.on})
    narrow = [one for one in known if not any(other != one and one.meet(other) == other for other in known)]
    return joined([days(interval) for interval in narrow])
