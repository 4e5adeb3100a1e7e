"""Who has one claim from whom: what every drawing of its tree draws."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from stemma.model import Attribution, Derivation, Evidence, Fold, Place, Stance
from stemma.tell.accounts import Account
from stemma.tell.desk import Desk
from stemma.tell.wording import HINTS

__all__ = ["Bond", "Lineage", "lineage_of"]

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


@dataclass(frozen=True, slots=True)
class Lineage:
    """The tree of one claim, which may have circles in it."""

    account: Account
    sources: tuple[str, ...]
    """Each relay below whom it relays."""
    documents: tuple[str, ...]
    """In the order of their numbers."""
    bonds: tuple[Bond, ...]
    tied: frozenset[str]
    """Those who have it from someone."""
    deniers: frozenset[str]
    """Those of whom it is told only that they deny it."""
    said: tuple[Attribution, ...]
    """How the documents tell it, in reading order."""

    @property
    def nodes(self) -> tuple[str, ...]:
        """The sources, then the documents."""
        return (*self.sources, *self.documents)

    def kind(self, id: str) -> str:
        """Return ``origin``, ``relay``, ``denier``, ``document`` or ``voice``: a document that names nobody."""
        if id in self.documents:
            return "document" if id in self.tied else "voice"
        if id in self.account.claim.origins.sources and id not in self.tied:
            return "origin"
        return "denier" if id in self.deniers else "relay"

    def wordings(self, id: str) -> tuple[Attribution, ...]:
        """Return how the document *id* tells it."""
        return tuple(a for a in self.said if a.document == id)


def lineage_of(account: Account, desk: Desk) -> Lineage:
    """Return who has *account* from whom."""
    said = tuple(desk.attributions[wording.id] for wording in account.wordings)
    told_in = dict.fromkeys(a.document for a in said)
    bonds = _Bonds({**_outlets_at_hand(account, told_in, desk), **_outlets_in_circles(account, desk)})
    _tie_said(bonds, said, desk)
    named = {child for child, _ in bonds.made}
    for derivation in desk.brief.derivations:
        if _belongs(derivation, account, told_in, bonds, named):
            bonds.tie(_bond_of(derivation, account))
    for circle in desk.brief.circles:
        if circle.claim == account.claim.id:
            for id in circle.derivations:
                bonds.tie(replace(_bond_of(desk.derivations[id], account), is_circular=True))
    for fold in account.claim.origins.folds:
        bonds.tie(Bond(fold.source, fold.into, None, fold=fold))
    documents = sorted({*told_in, *(id for id in bonds.ids if id in desk.numbers)}, key=lambda id: desk.numbers[id])
    deniers = bonds.deniers()
    origins = account.claim.origins.sources
    rank = {id: (id in deniers, id not in origins, desk.name(id), id) for id in bonds.ids - set(documents)}
    sources = list(_by_depth(sorted(rank, key=rank.__getitem__), bonds.made))
    order = {id: at for at, id in enumerate((*sources, *documents))}
    made = sorted(bonds.made.values(), key=lambda bond: (order[bond.child], order[bond.parent]))
    tied = frozenset(bond.child for bond in made)
    return Lineage(account, tuple(sources), tuple(documents), tuple(made), tied, deniers, said)


@dataclass(slots=True)
class _Bonds:
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


def _outlets_at_hand(account: Account, documents: Iterable[str], desk: Desk) -> dict[str, str]:
    """Return for each outlet that is no origin itself the one document of it that tells the claim."""
    published: dict[str, list[str]] = {}
    for id in documents:
        published.setdefault(_bare(desk.document(id).outlet or ""), []).append(id)
    takers: dict[str, set[str]] = {}
    for a in account.wordings:
        said = desk.attributions[a.id]
        for id in (*said.via, said.source or ""):
            takers.setdefault(id, set()).add(said.document)
    for derivation in desk.brief.derivations:
        takers.setdefault(derivation.to, set()).add(derivation.document)
    found: dict[str, str] = {}
    for source in desk.sources.values():
        theirs = published.get(_bare(source.name), ())
        if len(theirs) != 1 or source.id in account.claim.origins.sources:
            continue
        if not any(_is_earlier(taker, theirs[0], desk) for taker in takers.get(source.id, ())):
            found[source.id] = theirs[0]
    return found


def _is_earlier(id: str, other: str, desk: Desk) -> bool:
    mine, theirs = (desk.document(one).published.interval for one in (id, other))
    return bool(mine and theirs and mine.latest < theirs.earliest)


def _bare(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def _outlets_in_circles(account: Account, desk: Desk) -> dict[str, str]:
    """Return for each outlet that is cited in a circle the document by which it goes on."""
    found: dict[str, str] = {}
    for circle in desk.brief.circles:
        if circle.claim == account.claim.id:
            steps = [desk.derivations[id] for id in circle.derivations]
            for step, following in pairwise([*steps, steps[0]]):
                if step.to not in desk.numbers:
                    found.setdefault(step.to, following.document)
    return found


def _tie_said(bonds: _Bonds, said: Iterable[Attribution], desk: Desk) -> None:
    """Tie each document to whom it names, and each relay to whom it relays."""
    stated = {(d.document, d.to): d for d in desk.brief.derivations}
    for a in said:
        chain = [a.document, *a.via, *([a.source] if a.source else [])]
        for child, parent in pairwise(chain):
            known = stated.get((child, parent))
            evidence = known.evidence if known else Evidence.CITES
            span = a.source_span if parent == a.source and a.source_span else a.content_spans[0]
            places = known.places if known else (Place(a.document, span),)
            bonds.tie(Bond(child, parent, evidence, places, is_denial=a.stance is Stance.DENY))


def _bond_of(derivation: Derivation, account: Account) -> Bond:
    return Bond(
        derivation.document,
        derivation.to,
        derivation.evidence,
        derivation.places,
        derivation.score,
        is_open=derivation.id == account.claim.origins.settle,
    )


def _belongs(
    derivation: Derivation, account: Account, documents: Iterable[str], bonds: _Bonds, tied: Iterable[str]
) -> bool:
    """Tell whether *derivation* is part of this tree: made for this claim, or the only way a document is tied in."""
    if derivation.document not in documents:
        return False
    if derivation.id == account.claim.origins.settle or account.claim.id in derivation.claims:
        return True
    return not derivation.claims and (derivation.to in bonds.ids or derivation.document not in tied)


def _by_depth(sources: Sequence[str], bonds: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield *sources* with each relay below whom it relays; in a circle, the first by name above."""
    parents: dict[str, set[str]] = {}
    for child, parent in bonds:
        if child in sources:
            parents.setdefault(child, set()).add(parent)
    placed, waiting = set[str](), list(sources)
    while waiting:
        ready = next((id for id in waiting if parents.get(id, set()) <= placed), waiting[0])
        placed.add(ready)
        waiting.remove(ready)
        yield ready
