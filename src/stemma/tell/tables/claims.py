"""The table of claims: what is claimed, by how many outlets, from how many origins, and how credible it is."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import ClassVar

from stemma.model import Brief, Side
from stemma.tell.accounts import Account, accounts_of
from stemma.tell.desk import Desk
from stemma.tell.layout import Ink, Run
from stemma.tell.portion import ByStory, Portion
from stemma.tell.records import JSON
from stemma.tell.sheet import Sheet, faint, quoted
from stemma.tell.spreadsheet import Cell
from stemma.tell.tables.places import paths_in_cell, places_in_cell, places_of, telling_record
from stemma.tell.tables.rolls import Manner, Roll

__all__ = ["ClaimsTable"]

_HEAD = "  no outlets origins digit  claim"
_INDENT = " " * 27


@dataclass(frozen=True, slots=True)
class ClaimsTable:
    """A claim a row: most outlets first, among these fewest origins first."""

    desk: Desk
    accounts: tuple[Account, ...]

    name: ClassVar[str] = "claims"
    gap: ClassVar[str] = ""
    columns: ClassVar[tuple[str, ...]] = (
        "number", "text", "outlets", "origins_low", "origins_high", "origins", "parties",
        "digit", "digit_words", "reasons_for", "reasons_against", "reasons_neither",
        "links", "paths", "spans", "id",
    )  # fmt: skip

    @classmethod
    def of(cls, brief: Brief, *, min_outlets: int = 1) -> "ClaimsTable":
        """Return the claims of *brief* that at least *min_outlets* outlets carry."""
        desk = Desk.of(brief)
        return cls(desk, tuple(a for a in accounts_of(desk) if a.claim.outlets >= min_outlets))

    @classmethod
    def by_story(cls, manner: Manner, *, min_outlets: int = 1) -> ByStory:
        """Return the same of a case, story by story."""
        return Roll(cls.of(Brief(())), partial(cls.each, min_outlets=min_outlets), manner)

    @classmethod
    def each(
        cls, portion: Portion, ids: Collection[str], *, min_outlets: int = 1
    ) -> "Iterator[tuple[str, ClaimsTable]]":
        """Yield what `of` says of each claim with one of *ids*, by itself."""
        for account in portion.accounts(ids, min_outlets):
            yield account.claim.id, cls(portion.desk, (account,))

    def __len__(self) -> int:
        return len(self.accounts)

    def records(self) -> Iterator[Mapping[str, JSON]]:
        """Yield each claim with everyone who tells it."""
        for account in self.accounts:
            claim, origins = account.claim, account.claim.origins
            yield {
                "id": claim.id,
                "number": account.number,
                "text": claim.text,
                "outlets": claim.outlets,
                "origins": {
                    "low": origins.low,
                    "high": origins.high,
                    "parties": origins.parties,
                    "names": [*account.origins],
                },
                "grade": _grade(account),
                "links": [{"verb": t.verb, "claim": t.claim, "text": t.text, "reason": t.reason} for t in account.ties],
                "tellings": [telling_record(self.desk.attributions[w.id], self.desk) for w in account.wordings],
            }

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """Yield a row for each claim."""
        for account in self.accounts:
            claim, origins, grade = account.claim, account.claim.origins, account.claim.grade
            said = [self.desk.attributions[wording.id] for wording in account.wordings]
            yield {
                "number": account.number,
                "text": claim.text,
                "outlets": claim.outlets,
                "origins_low": origins.low,
                "origins_high": origins.high,
                "origins": "; ".join(account.origins),
                "parties": origins.parties,
                "digit": grade.digit if grade else None,
                "digit_words": grade.words if grade else None,
                "reasons_for": "; ".join(_reasons(account, Side.FOR)),
                "reasons_against": "; ".join(_reasons(account, Side.AGAINST)),
                "reasons_neither": "; ".join(_reasons(account, Side.NEITHER)),
                "links": "; ".join(f"{tie.verb} {tie.claim}" for tie in account.ties),
                "paths": paths_in_cell(said, self.desk),
                "spans": places_in_cell(places_of(said)),
                "id": claim.id,
            }

    def write(self, sheet: Sheet) -> None:
        """Write the table for a terminal."""
        self.write_head(sheet)
        self.write_rows(sheet)

    def write_head(self, sheet: Sheet) -> None:
        """Write what the numbers count, and the names of their columns."""
        sheet.write(
            faint(
                "An outlet printed it; an origin is a voice that it can be traced back to. The digit is the Admiralty "
                "code’s for credibility, from 1 (confirmed) to 5 (improbable), 6 where nobody can tell."
            )
        )
        sheet.skip()
        sheet.lines.append([Run(_HEAD, Ink.HEAD)])

    def write_rows(self, sheet: Sheet) -> None:
        """Write the numbers in columns, and beside them the claim with the reasons for its digit."""
        for account in self.accounts:
            _write(sheet, account)


def _write(sheet: Sheet, account: Account) -> None:
    digit = str(account.claim.grade.digit) if account.claim.grade else ""
    numbers = f"{account.number:>4} {account.claim.outlets:>7} {account.count:>7} {digit:>5}  "
    text, ref = quoted(account.quotation)
    mark = Run("▲ ", Ink.LOUD) if account.is_loud else Run("")
    sheet.write(mark, Run(text.text, Ink.STRONG), ref, faint(f" {account.claim.id}"), first=numbers, rest=_INDENT)
    for side, sign, ink in ((Side.FOR, "+ ", Ink.GOOD), (Side.AGAINST, "− ", Ink.BAD)):
        for reason in _reasons(account, side):
            sheet.write(reason, first=Run(_INDENT + sign, ink), rest=_INDENT + "  ")
    if account.ties:
        told = "; ".join(f"{tie.verb} claim {tie.number}" for tie in account.ties)
        sheet.write(faint(told), first=_INDENT, rest=_INDENT + "  ")


def _grade(account: Account) -> JSON:
    grade = account.claim.grade
    if grade is None:
        return None
    return {
        "digit": grade.digit,
        "words": grade.words,
        "for": [*_reasons(account, Side.FOR)],
        "against": [*_reasons(account, Side.AGAINST)],
        "neither": [*_reasons(account, Side.NEITHER)],
    }


def _reasons(account: Account, side: Side) -> list[str]:
    """Return the reasons for the digit that speak for one *side*."""
    return [reason.text for reason in account.reasons if reason.side is side]
