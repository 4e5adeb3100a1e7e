"""The claim that a user means by its number, its id, or words of it."""

import heapq
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from stemma.errors import ClaimError
from stemma.model import Brief
from stemma.tell.accounts import Account, accounts_of
from stemma.tell.desk import Desk
from stemma.tell.layout import clean, shorten
from stemma.tell.portion import Portion

__all__ = ["Candidate", "candidates_of", "choose", "choose_account", "choose_among"]

CANDIDATES = 4
"""Claims that a message lists: they fit on a line that is still read."""
SHOWN = 48
"""Columns of a claim in that line."""
LIKE = 60.0
"""Per cent of likeness to count as a slip of the pen; below it the most reported claims are listed."""
SHORTEST = 4
"""Characters of an id that stand for all of it."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that may be meant, without what is told of it."""

    number: int
    id: str
    text: str
    quoted: str
    """The same as it is quoted; both as they are looked for."""
    shown: str
    """The same in a message."""
    is_worded_so: bool
    """What is wanted stands in one document's words for it."""


def choose(told: Brief | Portion, wanted: str) -> tuple[Account, Desk]:
    """
    Return the claim that *wanted* names, and the brief laid out: all that is told, or the one story of a large case.

    Raises:
        ClaimError: No claim is meant by it, or several are.
    """
    if isinstance(told, Portion):
        return choose_account(wanted, [*told.accounts(told.numbers)]), told.desk
    desk = Desk.of(told)
    return choose_account(wanted, accounts_of(desk)), desk


def choose_account(wanted: str, accounts: Sequence[Account]) -> Account:
    """
    Return the claim that *wanted* names: its number, its id or the beginning of it, or words of it.

    Raises:
        ClaimError: No claim is meant by it, or several are.
    """
    chosen = choose_among(wanted, candidates_of(wanted, accounts))
    return next(account for account in accounts if account.number == chosen.number)


def candidates_of(wanted: str, accounts: Iterable[Account]) -> list[Candidate]:
    """Return what *accounts* may be *wanted* by."""
    key = _bare(wanted)
    return [
        Candidate(
            account.number,
            account.claim.id,
            _bare(account.claim.text),
            _bare(account.quotation.text),
            shorten(clean(account.quotation.text), SHOWN),
            any(key in _bare(wording.quotation.text) for wording in account.wordings),
        )
        for account in accounts
    ]


def choose_among(wanted: str, candidates: Sequence[Candidate]) -> Candidate:
    """
    Return the claim that *wanted* names, of *candidates* in the order of their numbers.

    Raises:
        ClaimError: No claim is meant by it, or several are.
    """
    if not candidates:
        raise ClaimError(f"{wanted}: these documents hold no claim")
    key = _bare(wanted)
    if not key:
        raise ClaimError(f"no claim is named; there are: {_listed(candidates)}")
    for found in _tiers(key, candidates):
        if len(found) == 1:
            return found[0]
        if found:
            raise ClaimError(f"“{wanted}” may be any of {len(found):,} claims; give one's number: {_listed(found)}")
    near = heapq.nsmallest(CANDIDATES, candidates, key=lambda one: (-_likeness(key, one), one.number))
    near = [one for one in near if _likeness(key, one) >= LIKE]
    raise ClaimError(f"“{wanted}” is no claim's number, id or words; there are: {_listed(near or candidates)}")


def _tiers(key: str, candidates: Sequence[Candidate]) -> Iterable[list[Candidate]]:
    """Yield what is meant on each reading of *key*, the narrowest first."""
    yield [one for one in candidates if key in (str(one.number), one.id.casefold())]
    if len(key) >= SHORTEST:
        yield [one for one in candidates if one.id.casefold().startswith(key)]
    yield [one for one in candidates if key in (one.text, one.quoted)]
    yield [one for one in candidates if key in one.text or key in one.quoted]
    words = key.split()
    yield [one for one in candidates if any(all(word in text for word in words) for text in (one.text, one.quoted))]
    yield [one for one in candidates if one.is_worded_so]


def _likeness(key: str, candidate: Candidate) -> float:
    return float(fuzz.token_set_ratio(key, candidate.text))


def _bare(text: str) -> str:
    """Return *text* in small letters, without the marks of a quotation around it."""
    return clean(text).casefold().strip("“”\"'‘’… ")


def _listed(candidates: Sequence[Candidate]) -> str:
    told = [f"{one.number} “{one.shown}”" for one in candidates[:CANDIDATES]]
    rest = len(candidates) - CANDIDATES
    return f"{', '.join(told)}{f' and {rest:,} more (`stemma claims` lists them)' if rest > 0 else ''}"
