"""Where a claim comes from: its origins, what folds into them, and what would settle how many they are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Circle, Derivation, Fold, Stance
from stemma.tell.accounts import Account
from stemma.tell.circles import circles_of
from stemma.tell.desk import Desk

__all__ = ["Folded", "Root", "Roots", "roots_of"]

UNSPOKEN = frozenset({Stance.SILENCE, Stance.NOT_OBSERVED, Stance.DECLINE})


@dataclass(frozen=True, slots=True)
class Folded:
    """A source that is no origin, with where it says the claim."""

    fold: Fold
    said: tuple[Attribution, ...]


@dataclass(frozen=True, slots=True)
class Root:
    """An origin, with where it is said to say the claim, and with those that fold into it."""

    source: str
    said: tuple[Attribution, ...]
    folded: tuple[Folded, ...]


@dataclass(frozen=True, slots=True)
class Roots:
    """All that is known of where a claim comes from."""

    account: Account
    roots: tuple[Root, ...]
    strays: tuple[Folded, ...]
    """Folded into one that is no origin of the claim itself."""
    others: tuple[Attribution, ...]
    """Said by those who are no origins of it: who deny it, are silent, or do not know."""
    voices: tuple[Attribution, ...]
    """Told by documents in their own voice."""
    silences: tuple[Attribution, ...]
    """Where documents tell in their own voice that someone is silent on it, or that it was not seen."""
    unclear: tuple[Attribution, ...]
    """Said by someone, and the text does not tell by whom."""
    settle: Derivation | None
    circles: tuple[Circle, ...]


def roots_of(account: Account, desk: Desk) -> Roots:
    """Return where *account* comes from."""
    wordings = [desk.attributions[wording.id] for wording in account.wordings]
    said = [a for a in wordings if not (a.narrated and a.stance in UNSPOKEN)]
    origins = account.claim.origins
    by: dict[str, list[Attribution]] = {}
    for a in said:
        if a.source:
            by.setdefault(a.source, []).append(a)
    into = {fold.source: fold.into for fold in origins.folds}
    folded: dict[str, list[Folded]] = {}
    for fold in origins.folds:
        here = tuple(by.get(fold.source, ())) or tuple(a for a in said if fold.source in a.via)
        folded.setdefault(_end(fold.source, into, origins.sources), []).append(Folded(fold, here))
    roots = tuple(Root(id, tuple(by.get(id, ())), tuple(folded.pop(id, ()))) for id in origins.sources)
    placed = {*origins.sources, *into}
    return Roots(
        account,
        roots,
        tuple(one for found in folded.values() for one in found),
        tuple(a for a in said if a.source and a.source not in placed),
        tuple(a for a in said if not a.source and a.narrated),
        tuple(a for a in wordings if a.narrated and a.stance in UNSPOKEN),
        tuple(a for a in said if not a.source and not a.narrated),
        desk.derivations.get(origins.settle or ""),
        circles_of(account.claim, desk),
    )


def _end(source: str, into: Mapping[str, str], origins: Sequence[str]) -> str:
    """Return the origin that *source* leads to in the end; the last before a circle where there is none."""
    seen = {source}
    while source in into and into[source] not in seen and source not in origins:
        source = into[source]
        seen.add(source)
    return source
