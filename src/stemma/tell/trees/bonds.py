"""The lines of a tree: who has it from whom, and how that is known."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from stemma.model import Evidence, Fold, Place
from stemma.tell.wording import HINTS

__all__ = ["Bond", "Bonds"]

STRENGTH: dict[Evidence | None, int] = {evidence: rank for rank, evidence in enumerate((*Evidence, None))}


@dataclass(frozen=True, slots=True)
class Bond:
    """*child* has it from *parent*; each is a document or a source."""

    child: str
    parent: str
    evidence: Evidence | None
    """None where the child is no origin of its own since it folds into the parent."""
    places: tuple[Place, ...] = ()
    score: float = 1.0
    fold: Fold | None = None
    is_open: bool = False
    """It is not decided whether there is such a bond."""
    is_denial: bool = False
    """The child tells that the parent denies it."""
    is_circular: bool = False
    """It is part of a circle: the parent has it from the child in turn."""

    @property
    def kind(self) -> str:
        """What it rests on, in one word."""
        return self.evidence or "fold"

    @property
    def words(self) -> str:
        """What it rests on, as what the child does."""
        if self.evidence:
            return HINTS[self.evidence]
        return f"{'' if self.fold and self.fold.is_certain else 'perhaps: '}{self.fold.reason if self.fold else ''}"


@dataclass(slots=True)
class Bonds:
    """The bonds while they are tied: child, parent → the strongest evidence."""

    published: Mapping[str, str]
    """Documents that stand for the outlets that published them."""
    made: dict[tuple[str, str], Bond] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    """All that are tied."""

    def tie(self, bond: Bond) -> None:
        """Tie two, unless they are one; where they are tied already, the stronger evidence stays."""
        child, parent = (self.published.get(id, id) for id in (bond.child, bond.parent))
        if child == parent:
            return
        bond = replace(bond, child=child, parent=parent)
        self.ids |= {child, parent}
        known = self.made.get((bond.child, bond.parent))
        if known is None:
            self.made[bond.child, bond.parent] = bond
            return
        stronger = bond if STRENGTH[bond.evidence] < STRENGTH[known.evidence] else known
        self.made[bond.child, bond.parent] = replace(
            stronger,
            is_open=known.is_open or bond.is_open,
            is_denial=known.is_denial or bond.is_denial,
            is_circular=known.is_circular or bond.is_circular,
        )

    def deniers(self) -> frozenset[str]:
        """Return those of whom it is told only that they deny it."""
        told = frozenset(bond.parent for bond in self.made.values() if not bond.is_denial)
        return frozenset(bond.parent for bond in self.made.values() if bond.is_denial) - told
