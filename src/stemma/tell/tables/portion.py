"""A part of a case that rows of a table are read off, numbered and named as in the whole."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from stemma.tell.accounts import Account, accounts_of
from stemma.tell.desk import Desk

__all__ = ["Portion"]


@dataclass(frozen=True, slots=True)
class Portion:
    """One story of a case."""

    desk: Desk
    """Its documents with their numbers in the case, its sources as the case names them."""
    numbers: Mapping[str, int]
    """Of its claims in the case, in their order."""
    actors: Sequence[str]
    """Of the case, whose absence is told."""

    def accounts(self, ids: Collection[str], min_outlets: int = 1) -> Iterator[Account]:
        """Yield those of the claims with *ids* that at least *min_outlets* outlets carry, in their order."""
        for account in accounts_of(self.desk, self.numbers, ids):
            if account.claim.outlets >= min_outlets:
                yield account
