"""Statements that say nothing themselves but point at one said before: "denied the claims"."""

from collections.abc import Iterator, Mapping, Sequence

from stemma.align.traits import Traits
from stemma.align.words import content_keys
from stemma.model import Source, Stance

__all__ = ["point"]

REACH = 12
"""Attributions looked back over: an answer stands near what it answers."""


def point(traits: Sequence[Traits], sources: Mapping[str, Source]) -> Iterator[tuple[int, int]]:
    """Yield each statement without words of its own with the one that it points at; lower index first."""
    for index, one in enumerate(traits):
        if one.empty and (target := _target(index, traits, sources)) is not None:
            yield min(index, target), max(index, target)


def _target(index: int, traits: Sequence[Traits], sources: Mapping[str, Source]) -> int | None:
    """Return the nearest statement before *index* that speaks of its source, else the nearest by another party."""
    one = traits[index]
    names = _names(one, sources)
    back = [other for other in range(index - 1, max(-1, index - 1 - REACH), -1) if _answers(one, traits[other])]
    return next((other for other in back if names & traits[other].keys), back[0] if back else None)


def _answers(one: Traits, other: Traits) -> bool:
    a, b = one.attribution, other.attribution
    if a.document != b.document or other.empty or b.stance in (Stance.DENY, Stance.SILENCE, Stance.DECLINE):
        return False
    return a.source is None or (a.source != b.source and (one.party is None or one.party != other.party))


def _names(one: Traits, sources: Mapping[str, Source]) -> frozenset[str]:
    """Return the words under which the source of *one*, and whom it speaks for, may be spoken of."""
    known = [sources[key] for key in (one.attribution.source, one.party) if key and key in sources]
    return frozenset(key for source in known for name in (source.name, *source.aliases) for key in content_keys(name))
