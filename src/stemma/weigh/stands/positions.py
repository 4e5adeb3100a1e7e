"""Where each actor stands on each claim, and when."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Brief, Interval, LinkKind, Position, Source, Stance
from stemma.weigh.stands.disputing import Disputes
from stemma.weigh.stands.silent import find_silent, find_unseen

__all__ = ["take_positions"]

# What an attribution's stance makes of its source; a question is no position.
_POSITION = {
    Stance.ASSERT: Stance.ASSERT,
    Stance.ASSESS: Stance.ASSERT,
    Stance.SUGGEST: Stance.ASSERT,
    Stance.CONFIRM: Stance.CONFIRM,
    Stance.DENY: Stance.DENY,
    Stance.QUALIFY: Stance.QUALIFY,
    Stance.DECLINE: Stance.DECLINE,
    Stance.NOT_OBSERVED: Stance.NOT_OBSERVED,
}
# Longer than any interval, so that the undated comes first.
MANY_DAYS = 1_000_000

_FOR_IT = {Stance.ASSERT, Stance.CONFIRM, Stance.ASSESS}


@dataclass(frozen=True, slots=True)
class _Stand:
    claim: str
    actor: str
    position: Stance
    on: Interval | None
    evidence: str


def take_positions(brief: Brief) -> Sequence[Position]:
    """
    Return the positions in *brief*, of each source and of the party that it speaks for.

    Silence is only what a document says to be silence. Whoever says the contrary of a claim, in a claim of
    its own that is linked as its denial, denies it.
    """
    sources = {source.id: source for source in brief.sources}
    stands = {*_spoken(brief), *_contrary(brief)}
    stands |= {_Stand(s.claim, s.actor, s.stance, s.on, s.evidence) for s in (*find_silent(brief), *find_unseen(brief))}
    stands |= {one for stand in stands for one in _for_party(stand, sources)}
    return _merged(stands)


def _spoken(brief: Brief) -> Iterator[_Stand]:
    disputes = Disputes(brief)
    for item in brief.attributions:
        if item.claim and item.source and not item.narrated and item.stance in _POSITION and _is_somebody(item):
            stance = disputes.stand(item)
            if stance in _POSITION:
                yield _Stand(item.claim, item.source, _POSITION[stance], item.on, item.id)


def _is_somebody(item: Attribution) -> bool:
    """Tell whether the text has words for the source besides the cue ("it is not known", "no reports")."""
    if item.source_span is None:
        return item.cue_span is None
    return item.cue_span is None or not item.source_span.meets(item.cue_span)


def _contrary(brief: Brief) -> Iterator[_Stand]:
    speaking: dict[str | None, list[Attribution]] = {}
    for item in brief.attributions:
        if item.source and not item.narrated and item.stance in _FOR_IT:
            speaking.setdefault(item.claim, []).append(item)
    for link in brief.links:
        if link.kind is LinkKind.DENIAL:
            for item in speaking.get(link.claim, ()):
                yield _Stand(link.other, item.source or "", Stance.DENY, item.on, item.id)


def _for_party(stand: _Stand, sources: dict[str, Source]) -> Iterator[_Stand]:
    actor = sources.get(stand.actor)
    if actor and actor.party in sources and actor.party != actor.id:
        yield _Stand(stand.claim, actor.party or "", stand.position, stand.on, stand.evidence)


def _merged(stands: Iterable[_Stand]) -> tuple[Position, ...]:
    """Return one position for each day; what is dated less exactly, or not at all, joins the only one it can be."""
    groups: dict[tuple[str, str, Stance], dict[Interval | None, set[str]]] = {}
    for stand in stands:
        days = groups.setdefault((stand.claim, stand.actor, stand.position), {})
        days.setdefault(stand.on, set()).add(stand.evidence)
    found = []
    for (claim, actor, position), days in groups.items():
        for on in sorted(days, key=lambda day: -day.days if day else -MANY_DAYS):
            within = [day for day in days if day and day != on and (on is None or _holds(on, day))]
            if len(within) == 1:
                days[within[0]] |= days.pop(on)
        found += [Position(claim, actor, position, on, tuple(sorted(ids))) for on, ids in days.items()]
    return tuple(sorted(found, key=_order))


def _holds(on: Interval, day: Interval) -> bool:
    return on.earliest <= day.earliest and day.latest <= on.latest


def _order(position: Position) -> tuple[str, bool, str, str, str, str]:
    first, last = (str(position.on.earliest), str(position.on.latest)) if position.on else ("", "")
    return position.claim, position.on is None, first, position.actor, position.position, last
