"""What a brief for a terminal shows of a case: the first of each kind, and how many there are."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Brief, Document, Interval
from stemma.tell.accounts import Account, accounts_of
from stemma.tell.changes import Change, changes_of
from stemma.tell.desk import Desk
from stemma.tell.gaps import Gaps, gaps_of
from stemma.tell.ledger import Page, Sum, ledger_of, sums_of
from stemma.tell.stands import Standing, standings_of

__all__ = ["CHANGES", "CLAIMS", "GAPS", "LISTED", "PAGES", "STANDINGS", "SUMS", "Front", "Numbers", "Shown"]

CLAIMS = 8
"""Claims that are told in full: two screens. The rest is counted, and the page shows it."""
STANDINGS = 8
PAGES = 10
CHANGES = 12
SUMS = 12
GAPS = 8
LISTED = 100
"""Documents that are listed all: of more only those that something is quoted from."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How much there is in all."""

    documents: int
    days: Interval | None
    """From the first day on which one of them was published to the last."""
    claims: int
    shared: int
    """Claims that several outlets carry."""
    loud: int
    """Those of them that go back to one origin."""
    standings: int
    """Claims on which positions are told."""
    entries: int
    """Lines of the ledger."""
    sums: int
    changes: int
    unresolved: int
    unnamed: int
    undated: int
    foreign: int
    empty: int
    notices: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The first of each kind."""

    accounts: Sequence[Account]
    """Of the claims that several outlets carry; where there are none, of those that have an origin."""
    standings: Sequence[Standing]
    pages: Sequence[Page]
    sums: Sequence[Sum]
    changes: Sequence[Change]
    gaps: Gaps


@dataclass(frozen=True, slots=True)
class Front:
    """The first of each kind, laid out with all documents that they are quoted from."""

    desk: Desk
    numbers: Numbers
    shown: Shown
    more: str
    """How to see what is not shown."""

    @property
    def is_long(self) -> bool:
        """Whether there are too many documents to list all."""
        return self.numbers.documents > LISTED

    @property
    def documents(self) -> Sequence[tuple[int, Document]]:
        """The documents at hand with their numbers."""
        return [(self.desk.numbers[document.id], document) for document in self.desk.documents]

    @classmethod
    def of(cls, brief: Brief, more: str) -> "Front":
        """Return the front of a whole *brief*."""
        desk = Desk.of(brief)
        accounts = accounts_of(desk)
        shared = [account for account in accounts if account.is_shared]
        told = shared or [account for account in accounts if account.origins]  # else one report alone says nothing
        standings = [s for s in standings_of(accounts, desk) if s.account.is_shared or s.is_contested]
        standings.sort(key=lambda standing: not standing.is_contested)
        pages, sums, changes, gaps = ledger_of(desk), sums_of(desk), changes_of(desk), gaps_of(desk)
        days = [document.published.interval for document in desk.documents if document.published.interval]
        numbers = Numbers(
            documents=len(desk.documents),
            days=Interval(min(i.earliest for i in days), max(i.latest for i in days)) if days else None,
            claims=len(accounts),
            shared=len(shared),
            loud=sum(account.is_loud for account in accounts),
            standings=len(standings),
            entries=sum(len(page.lines) for page in pages),
            sums=len(sums),
            changes=len(changes),
            unresolved=len(gaps.unresolved),
            unnamed=len(gaps.unnamed),
            undated=len(gaps.undated),
            foreign=len(gaps.foreign),
            empty=len(gaps.empty),
            notices=len(gaps.notices),
        )
        shown = Shown(told[:CLAIMS], standings[:STANDINGS], pages[:PAGES], sums[:SUMS], changes[:CHANGES], gaps)
        return cls(desk, numbers, shown, more)
