"""Which of the documents at hand stand for an outlet that is cited."""

from collections.abc import Iterable
from itertools import pairwise

from stemma.tell.accounts import Account
from stemma.tell.circles import circles_of
from stemma.tell.desk import Desk

__all__ = ["outlets_at_hand", "outlets_in_circles"]


def outlets_at_hand(account: Account, documents: Iterable[str], desk: Desk) -> dict[str, str]:
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


def outlets_in_circles(account: Account, desk: Desk) -> dict[str, str]:
    """Return for each outlet in a circle its document there, also where that outlet counts as an origin."""
    found: dict[str, str] = {}
    for circle in circles_of(account.claim, desk):
        steps = [desk.derivations[id] for id in circle.derivations]
        published = {_bare(desk.document(step.document).outlet or ""): step.document for step in steps}
        for source in desk.sources.values():
            if _bare(source.name) in published:
                found.setdefault(source.id, published[_bare(source.name)])
        for step, following in pairwise([*steps, steps[0]]):
            if step.to not in desk.numbers:
                found.setdefault(step.to, following.document)
    return found
