"""What each actor held on each claim, in the order of time, with the changes in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from stemma.model import Attribution, Interval, Position, Stance
from stemma.tell.accounts import Account, accounts_of
from stemma.tell.desk import Desk
from stemma.tell.stands import Told, heard_on, told_of

__all__ = ["ABSENT", "FOR", "Held", "Holding", "holdings_of", "in_turn", "named_in"]

ABSENT = "not_in_these_documents"
"""What stands for a position where there is none to tell of; never the same as silence."""
FOR = frozenset({Stance.ASSERT, Stance.CONFIRM, Stance.ASSESS, Stance.SUGGEST})
"""Stances of one side: from one to another of them nobody changes position."""


@dataclass(frozen=True, slots=True)
class Held:
    """A position of one actor at one time."""

    actor: str
    stance: Stance
    on: Interval | None
    said: tuple[Attribution, ...]
    speakers: tuple[str, ...]
    """Sources that speak for the actor."""
    changed_from: Stance | None = None
    """What it held before, where that was of another side, and surely before."""


@dataclass(frozen=True, slots=True)
class Holding:
    """What the actors hold on one claim."""

    account: Account
    held: tuple[Held, ...]
    """By actor, the earliest first; what is not dated comes last."""
    absent: tuple[str, ...]
    """Actors of the case of whom no document tells anything on this claim."""

    def by_actor(self) -> Iterator[tuple[str, tuple[Held, ...]]]:
        """Yield each actor with what it held."""
        for actor in dict.fromkeys(held.actor for held in self.held):
            yield actor, tuple(held for held in self.held if held.actor == actor)


def holdings_of(
    desk: Desk, actor: str = "", accounts: Sequence[Account] | None = None, told: Told | None = None
) -> Iterator[Holding]:
    """
    Yield what is held on each claim by those whom *actor* names, or by all.

    Args:
        desk: A brief.
        actor: Words in a name; all where it is empty.
        accounts: The claims that are asked of; all where they are not given.
        told: What `told_of` says of the brief, with those whose absence is told; for who knows them.
    """
    accounts = accounts_of(desk) if accounts is None else accounts
    if told is None:
        told = told_of(desk)
        told = replace(told, actors=in_turn(named_in(desk, actor), desk)) if actor else told
    heard = heard_on(desk, {account.claim.id for account in accounts})
    for account in accounts:
        held = [_held(position, desk) for position in told.by_claim.get(account.claim.id, ())]
        wanted = tuple(_in_time([one for one in held if _is_wanted(one, actor, desk)], desk))
        here = heard.get(account.claim.id, ())
        absent = tuple(id for id in told.actors if id not in here) if _is_asked(account, held) else ()
        if wanted or (absent and actor):
            yield Holding(account, wanted, absent)


def named_in(desk: Desk, actor: str) -> frozenset[str]:
    """Return the actors of positions with *actor* in a name of theirs."""
    return frozenset(p.actor for p in desk.brief.positions if _is_named(p.actor, actor, desk))


def in_turn(actors: Iterable[str], desk: Desk) -> list[str]:
    """Return *actors* in the order in which their absence is told."""
    return sorted(actors, key=lambda id: (desk.name(id), id))


def _is_asked(account: Account, held: Sequence[Held]) -> bool:
    """Tell whether who says nothing of a claim is worth a line: several outlets carry it, or not all agree on it."""
    return account.is_shared or len({_side(one.stance) for one in held}) > 1


def _held(position: Position, desk: Desk) -> Held:
    said = sorted(
        (desk.attributions[id] for id in position.evidence if id in desk.attributions),
        key=lambda a: (desk.numbers[a.document], a.content_spans, a.id),
    )
    speakers = {a.source for a in said if a.source and a.source != position.actor}
    names = tuple(sorted(speakers, key=desk.name)) if position.position is not Stance.SILENCE else ()
    return Held(position.actor, position.position, position.on, tuple(said), names)


def _is_wanted(held: Held, actor: str, desk: Desk) -> bool:
    return any(_is_named(id, actor, desk) for id in (held.actor, *held.speakers))


def _is_named(id: str, words: str, desk: Desk) -> bool:
    """Tell whether *words* stand in a name of the source, in capitals or not."""
    source = desk.sources.get(id)
    names = (source.name, *source.aliases) if source else (id,)
    return any(words.casefold() in name.casefold() for name in names)


def _in_time(held: Sequence[Held], desk: Desk) -> Iterator[Held]:
    """Yield *held* actor by actor, the one who spoke first before the others, each in the order of time."""
    first: dict[str, tuple[bool, str]] = {}
    for one in held:
        key = (one.on is None, str(one.on.earliest) if one.on else "")
        first[one.actor] = min(first.get(one.actor, key), key)
    for actor in sorted(first, key=lambda id: (first[id], desk.name(id), id)):
        mine = sorted((one for one in held if one.actor == actor), key=_when)
        for at, one in enumerate(mine):
            yield replace(one, changed_from=_before(one, mine[:at]))


def _when(held: Held) -> tuple[bool, str, str, str]:
    return (
        held.on is None,
        str(held.on.earliest) if held.on else "",
        str(held.on.latest) if held.on else "",
        held.stance,
    )


def _before(held: Held, earlier: Sequence[Held]) -> Stance | None:
    """Return the last stance that was surely held before; None where it was of the same side."""
    if held.on is None:
        return None
    past = [one for one in earlier if one.on and one.on.latest < held.on.earliest]
    return past[-1].stance if past and _side(past[-1].stance) != _side(held.stance) else None


def _side(stance: Stance) -> Stance:
    return Stance.ASSERT if stance in FOR else stance
