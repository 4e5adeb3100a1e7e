"""Who has one claim from whom: what every drawing of its tree draws."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from stemma.model import Attribution, Derivation, Evidence, Place, Stance
from stemma.tell.accounts import Account
from stemma.tell.circles import circles_of
from stemma.tell.desk import Desk
from stemma.tell.trees.bonds import Bond, Bonds
from stemma.tell.trees.published import outlets_at_hand, outlets_in_circles

__all__ = ["Lineage", "lineage_of"]


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
    bonds = Bonds({**outlets_at_hand(account, told_in, desk), **outlets_in_circles(account, desk)})
    _tie_said(bonds, said, desk)
    named = {child for child, _ in bonds.made}
    for derivation in desk.brief.derivations:
        if _belongs(derivation, account, told_in, bonds, named):
            bonds.tie(_bond_of(derivation, account))
    for circle in circles_of(account.claim, desk):
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


def _tie_said(bonds: Bonds, said: Iterable[Attribution], desk: Desk) -> None:
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
    derivation: Derivation, account: Account, documents: Iterable[str], bonds: Bonds, tied: Iterable[str]
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
