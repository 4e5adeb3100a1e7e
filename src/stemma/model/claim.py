"""Attributions that say the same, and where they come from."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.model.attribution import Stance
from stemma.model.interval import Interval
from stemma.model.span import Span

__all__ = [
    "Circle",
    "Claim",
    "ClaimLink",
    "Cluster",
    "Derivation",
    "Drift",
    "Evidence",
    "Fold",
    "Grade",
    "LinkKind",
    "Origins",
    "Place",
    "Position",
    "Reason",
    "Side",
]


class Evidence(StrEnum):
    """Why a derivation is believed, strongest first: stated, then copied, then inferred."""

    REPUBLISHES = "republishes"
    FORWARDS = "forwards"
    CITES = "cites"
    LINKS = "links"
    VERBATIM = "verbatim"
    SHARED_ERROR = "shared_error"
    SAME_ORDER = "same_order"
    TIME = "time"


class LinkKind(StrEnum):
    """How two claims that are not the same belong together."""

    UPDATE = "update"
    CONFLICT = "conflict"
    DENIAL = "denial"
    QUALIFICATION = "qualification"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span in a document."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Derivation:
    """One document took it from another, or from a source."""

    id: str
    document: str
    """The document that took."""
    to: str
    """Id of the document or source that it was taken from."""
    evidence: Evidence
    places: tuple[Place, ...]
    score: float
    """0 to 1; 1 where the document states it."""
    claims: tuple[str, ...] = ()
    """Claims that came this way; empty means the document as a whole."""


@dataclass(frozen=True, slots=True)
class Circle:
    """Outlets that have a claim from each other, so that none of them is an origin of the others."""

    claim: str
    derivations: tuple[str, ...]
    """Each of them leads to an outlet that the next one starts from, the last to the first."""


@dataclass(frozen=True, slots=True)
class Fold:
    """A source of a claim that is no origin, since another's words are behind it."""

    source: str
    into: str
    reason: str
    """The end of a sentence: "it only passes it on"."""
    is_certain: bool


@dataclass(frozen=True, slots=True)
class Origins:
    """The roots of a claim's tree, as an interval."""

    low: int
    high: int
    sources: tuple[str, ...]
    parties: int
    settle: str | None = None
    """Id of the derivation that would settle the interval."""
    reasons: tuple[str, ...] = ()
    """Why the ends differ, one sentence each."""
    folds: tuple[Fold, ...] = ()
    """Sources that are no origins, in the order in which they were seen to be none."""


class Side(StrEnum):
    """What a reason speaks for."""

    FOR = "For"
    AGAINST = "Against"
    NEITHER = "Neither"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a claim has its digit."""

    side: Side
    text: str
    """A sentence without its stop."""

    def __str__(self) -> str:
        return f"{self.side}: {self.text}"


@dataclass(frozen=True, slots=True)
class Grade:
    """The digit of the Admiralty code with its reasons; the letter is the analyst's."""

    digit: int
    words: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """The attributions judged to say the same."""

    id: str
    text: str
    """The clearest of its contents, verbatim."""
    attributions: tuple[str, ...]
    outlets: int
    """How many documents of different outlets carry it."""
    origins: Origins
    grade: Grade | None = None


@dataclass(frozen=True, slots=True)
class Cluster:
    """A claim before its origins are known."""

    id: str
    text: str
    attributions: tuple[str, ...]
    parts: tuple[tuple[str, ...], ...] = ()
    """The attributions by what ties them: within a part much speaks for their saying the same, between parts less."""


@dataclass(frozen=True, slots=True)
class ClaimLink:
    """A claim that updates, denies, qualifies or contradicts another."""

    kind: LinkKind
    claim: str
    other: str
    reason: str


@dataclass(frozen=True, slots=True)
class Position:
    """Where an actor stands on a claim at a time."""

    claim: str
    actor: str
    position: Stance
    on: Interval | None
    evidence: tuple[str, ...]
    """Ids of attributions."""


@dataclass(frozen=True, slots=True)
class Drift:
    """Something that a document changed in what it passed on."""

    kind: str
    place: Place
    against: Place
    explanation: str
