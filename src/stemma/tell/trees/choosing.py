"""The claim that a user means by its number, its id, or words of it."""

from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz

from stemma.errors import ClaimError
from stemma.model import Brief
from stemma.tell.accounts import Account, accounts_of
from stemma.tell.desk import Desk
from stemma.tell.layout import clean, shorten
from stemma.tell.portion import Portion

__all__ = ["choose", "choose_account"]

CANDIDATES = 4
"""Claims that a message lists: they fit on a line that is still read."""
SHOWN = 48
"""Columns of a claim in that line."""
LIKE = 60.0
"""Per cent of likeness to count as a slip of the pen; below it the most reported claims are listed."""
SHORTEST = 4
"""Characters of an id that stand for all of it."""


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
    if not accounts:
        raise ClaimError(f"{wanted}: these documents hold no claim")
    key = _bare(wanted)
    if not key:
        raise ClaimError(f"no claim is named; there are: {_listed(accounts)}")
    for found in _tiers(key, accounts):
        if len(found) == 1:
            return found[0]
        if found:
            raise ClaimError(f"“{wanted}” may be any of {len(found):,} claims; give one's number: {_listed(found)}")
    like = sorted(accounts, key=lambda a: (-_likeness(key, a), a.number))
    near = [account for account in like[:CANDIDATES] if _likeness(key, account) >= LIKE]
    raise ClaimError(f"“{wanted}” is no claim's number, id or words; there are: {_listed(near or accounts)}")


def _tiers(key: str, accounts: Sequence[Account]) -> Iterable[list[Account]]:
    """Yield what is meant on each reading of *key*, the narrowest first."""
    yield [a for a in accounts if key in (str(a.number), a.claim.id.casefold())]
    if len(key) >= SHORTEST:
        yield [a for a in accounts if a.claim.id.casefold().startswith(key)]
    texts = {a.number: {_bare(a.claim.text), _bare(a.quotation.text)} for a in accounts}
    yield [a for a in accounts if key in texts[a.number]]
    yield [a for a in accounts if any(key in text for text in texts[a.number])]
    words = key.split()
    yield [a for a in accounts if any(all(word in text for word in words) for text in texts[a.number])]
    yield [a for a in accounts if any(key in _bare(wording.quotation.text) for wording in a.wordings)]


def _likeness(key: str, account: Account) -> float:
    return float(fuzz.token_set_ratio(key, _bare(account.claim.text)))


def _bare(text: str) -> str:
    """Return *text* in small letters, without the marks of a quotation around it."""
    return clean(text).casefold().strip("“”\"'‘’… ")


def _listed(accounts: Sequence[Account]) -> str:
    told = [f"{a.number} “{shorten(clean(a.quotation.text), SHOWN)}”" for a in accounts[:CANDIDATES]]
    rest = len(accounts) - CANDIDATES
    return f"{', '.join(told)}{f' and {rest:,} more (`stemma claims` lists them)' if rest > 0 else ''}"
