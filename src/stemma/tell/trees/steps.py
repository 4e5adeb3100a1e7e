"""A claim's tree as lines of text: who has it from whom, how that is known, and the words on both sides."""

from collections.abc import Iterator
from dataclasses import dataclass

from stemma.model import Evidence
from stemma.tell.accounts import Account
from stemma.tell.desk import Desk, Quotation
from stemma.tell.trees.bonds import Bond
from stemma.tell.trees.lineage import lineage_of
from stemma.tell.wording import EVIDENCE

__all__ = ["Member", "Step", "steps_of"]

INFERRED = frozenset({Evidence.SHARED_ERROR, Evidence.SAME_ORDER, Evidence.TIME, None})


@dataclass(frozen=True, slots=True)
class Member:
    """A source or a document of the tree."""

    id: str
    name: str
    number: int
    """Of the document; 0 for a source."""
    kind: str


@dataclass(frozen=True, slots=True)
class Step:
    """One of them has it from another."""

    child: Member
    parent: Member
    evidence: str
    verb: str
    """What the child does to the parent."""
    reason: str
    """Why it is no origin of its own, where it folds into the parent."""
    places: tuple[Quotation, ...]
    is_inferred: bool
    """Neither of the two says so, and no run of words was copied."""
    is_open: bool
    is_denial: bool
    is_circular: bool


def steps_of(account: Account, desk: Desk) -> tuple[Step, ...]:
    """Return the lines of the tree of *account*, that which would settle the interval first."""
    return tuple(sorted(_steps(account, desk), key=lambda step: not step.is_open))


def _steps(account: Account, desk: Desk) -> Iterator[Step]:
    lineage = lineage_of(account, desk)
    members = {id: Member(id, desk.name(id), desk.numbers.get(id, 0), lineage.kind(id)) for id in lineage.nodes}
    for bond in lineage.bonds:
        yield Step(
            child=members[bond.child],
            parent=members[bond.parent],
            evidence=bond.kind,
            verb=_verb(bond),
            reason=bond.words if bond.fold else "",
            places=_places(bond, desk),
            is_inferred=bond.evidence in INFERRED,
            is_open=bond.is_open,
            is_denial=bond.is_denial,
            is_circular=bond.is_circular,
        )


def _verb(bond: Bond) -> str:
    if bond.evidence is None:
        return "folds into"
    return "tells of the denial of" if bond.is_denial else EVIDENCE[bond.evidence]


def _places(bond: Bond, desk: Desk) -> tuple[Quotation, ...]:
    """Return the words on both sides, each once."""
    return tuple(dict.fromkeys(desk.quote_place(place) for place in bond.places))
