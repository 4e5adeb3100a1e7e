"""Where the links of a page lead, so that one template serves the brief in one file and the pages of the desk."""

from collections.abc import Iterable
from typing import Protocol

from stemma.tell.accounts import Account
from stemma.tell.desk import Desk, Quotation

__all__ = ["PageWays", "Ways"]


class Ways(Protocol):
    """What leads from a page to what it speaks of; nothing where no link can lead there."""

    def words(self, quotation: Quotation) -> str:
        """Return where the words themselves stand."""

    def document(self, number: int) -> str:
        """Return where the document with this number is told of."""

    def claim(self, id: str) -> str:
        """Return where a claim is told."""

    def source(self, id: str) -> str:
        """Return where all is told that a source said."""


class PageWays:
    """Links inside one file that holds all claims and texts of a brief."""

    def __init__(self, desk: Desk, accounts: Iterable[Account]) -> None:
        self._documents = frozenset(desk.numbers.values())
        self._claims = {account.claim.id: account.anchor for account in accounts}

    def words(self, quotation: Quotation) -> str:
        """Return where the words stand in the text at the end of the file."""
        return f"#{quotation.anchor}" if quotation.number in self._documents else ""

    def document(self, number: int) -> str:
        """Return where the text of a document begins."""
        return f"#doc-{number}" if number in self._documents else ""

    def claim(self, id: str) -> str:
        """Return where a claim is told."""
        return f"#{self._claims[id]}" if id in self._claims else ""

    def source(self, id: str) -> str:
        """Return nothing: a brief has no part for each source."""
        return ""
