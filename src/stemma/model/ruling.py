"""What judgements come to in one set of readings."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from stemma.model.claim import Place
from stemma.model.judgement import Judgement

__all__ = ["UNBOUND", "UNCAST", "Bonds", "Fate", "Recast", "Ruling", "Spot", "State", "Told"]


class State(StrEnum):
    """What became of a judgement when it was replayed."""

    APPLIED = "applied"
    CONFLICT = "conflict"
    """Other judgements say otherwise, and none of them is followed."""
    LOST = "lost"
    """What it speaks of was not found in these readings."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement as it stands in one brief."""

    judgement: Judgement
    state: State
    found: tuple[str | None, ...] = ()
    """Id of each thing that it speaks of; None for what was not found."""
    against: tuple[str, ...] = ()
    """Ids of the judgements that say otherwise."""
    reason: str = ""
    """Why it was not followed; a sentence without its stop."""


class Fate(StrEnum):
    """What has become of a judgement by now."""

    STANDS = "stands"
    WITHDRAWN = "withdrawn"
    REPLACED = "replaced"
    """Its analyst has said otherwise since."""
    CONFLICT = "conflict"
    LOST = "lost"


@dataclass(frozen=True, slots=True)
class Told:
    """A judgement as the log tells it."""

    number: int
    """In the order of the journal, from 1."""
    judgement: Judgement
    fate: Fate
    ruling: Ruling | None = None
    """How it stands in the readings of today; None for what is withdrawn or replaced, and for a withdrawal."""
    withdrawn_by: str = ""


@dataclass(frozen=True, slots=True)
class Bonds:
    """Pairs of ids that belong together and pairs that do not, by an analyst's word."""

    same: tuple[tuple[str, str], ...] = ()
    different: tuple[tuple[str, str], ...] = ()

    def placed(self, ids: Sequence[str]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Return both kinds of pairs by where they stand in *ids*, without those that do not."""
        place = {id: at for at, id in enumerate(ids)}
        same, different = (
            [(place[left], place[right]) for left, right in pairs if left in place and right in place]
            for pairs in (self.same, self.different)
        )
        return same, different

    def __bool__(self) -> bool:
        return bool(self.same or self.different)


UNBOUND = Bonds()


@dataclass(frozen=True, slots=True)
class Spot:
    """A source as an analyst points at it: at words of a document, or by its name."""

    name: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Recast:
    """What analysts say of who speaks."""

    same: tuple[tuple[Spot, Spot], ...] = ()
    different: tuple[tuple[Spot, Spot], ...] = ()
    speakers: Mapping[str, Spot] = field(default_factory=dict)
    """Who says an attribution, by its id."""

    def among(self, attributions: Iterable[str]) -> "Recast":
        """Return what concerns the *attributions* of these ids, and all that is said of sources."""
        ids = frozenset(attributions)
        return replace(self, speakers={id: spot for id, spot in self.speakers.items() if id in ids})

    def __bool__(self) -> bool:
        return bool(self.same or self.different or self.speakers)


UNCAST = Recast()
