"""A story laid out for its pages: worked out once, and asked for by all of them."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from threading import Lock
from urllib.parse import quote

from fastapi import Request

from stemma.case import CaseView
from stemma.model import Brief
from stemma.model.listing import StoryLine
from stemma.tell.accounts import Account, accounts_of, rank_claims
from stemma.tell.board import Board, board_of
from stemma.tell.changes import Change, changes_of
from stemma.tell.chronicle import Day, days_of
from stemma.tell.desk import Desk, Quotation
from stemma.tell.gaps import Gaps, gaps_of
from stemma.tell.judged import Remark, remarks_of
from stemma.tell.ledger import Page, Sum, ledger_of, sums_of
from stemma.tell.listing import line_of_story
from stemma.tell.stands import Told, told_of
from stemma.tell.tables.held import Holding, holdings_of
from stemma.web.answering import view_of

__all__ = ["DeskWays", "Laid", "laid_out"]

KEPT = 500
"""Stories that are kept laid out: who works at one goes back and forth between its pages."""
LONG = 15_000
"""Characters of a text from which on its page may show a part of it: links then say which part they mean."""
HEAVIEST = 150_000
"""Attributions of all of them together: some four thousand reports of the press."""


class Laid:
    """A story, each part of it worked out when it is first asked for; of its claims only those that a page shows."""

    def __init__(self, id: str, brief: Brief) -> None:
        self.id, self.brief = id, brief

    @cached_property
    def desk(self) -> Desk:
        """The brief laid out."""
        return Desk.of(self.brief)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The claims by reach."""
        return rank_claims(self.desk)

    @cached_property
    def line(self) -> StoryLine:
        """The story in one line."""
        return line_of_story(self.desk)

    def told(self, claims: Iterable[str]) -> tuple[Account, ...]:
        """Return those of the *claims* that the story has, by reach."""
        return accounts_of(self.desk, self.numbers, frozenset(claims))

    def held(self, account: Account) -> Holding | None:
        """Return who stands where on a claim; None where that is not known of anybody."""
        return next(holdings_of(self.desk, accounts=[account], told=self.positions), None)

    @cached_property
    def positions(self) -> Told:
        """Who stands where."""
        return told_of(self.desk)

    @cached_property
    def board(self) -> Board:
        """The table of positions, before its cells are filled."""
        return board_of(self.desk, self.numbers, self.positions)

    @cached_property
    def gaps(self) -> Gaps:
        """What was not understood."""
        return gaps_of(self.desk)

    @cached_property
    def changes(self) -> Sequence[Change]:
        """What was changed on the way."""
        return changes_of(self.desk)

    @cached_property
    def ledger(self) -> Sequence[Page]:
        """The figures."""
        return ledger_of(self.desk)

    @cached_property
    def sums(self) -> Sequence[Sum]:
        """What ties the figures together."""
        return sums_of(self.desk)

    @cached_property
    def days(self) -> Sequence[Day]:
        """What happened when."""
        return days_of(self.desk)

    @cached_property
    def remarks(self) -> Mapping[str, Remark]:
        """What people said of each claim, and of what belongs to it; empty where nobody judged anything."""
        return remarks_of(self.brief)

    @cached_property
    def ways(self) -> "DeskWays":
        """Where its links lead."""
        return DeskWays(self.desk)


class DeskWays:
    """Links to the pages of the desk."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def words(self, quotation: Quotation) -> str:
        """Return where the words stand in the page of their document."""
        anchor = _part(quotation.of or f"s{quotation.span.start}")
        is_long = len(self._desk.documents[quotation.number - 1].text) > LONG
        return f"{self.document(quotation.number)}{f'?of={anchor}' if is_long else ''}#{anchor}"

    def document(self, number: int) -> str:
        """Return the page of a document."""
        return f"/documents/{_part(self._desk.documents[number - 1].id)}"

    def claim(self, id: str) -> str:
        """
        Return the page of a claim.

        The address names one of its attributions besides: when the case has changed, the claim may have another id, and
        is found by what it still holds.
        """
        claim = self._desk.claims.get(id)
        of = f"?of={_part(claim.attributions[0])}" if claim and claim.attributions else ""
        return f"/claims/{_part(id)}{of}"

    def source(self, id: str) -> str:
        """Return the page of a source; nothing for what is no source."""
        return f"/sources/{_part(id)}" if id in self._desk.sources else ""


def laid_out(request: Request, id: str) -> Laid:
    """
    Return the story with this id, laid out.

    Raises:
        UnknownError: There is none.
    """
    state = request.app.state
    if not hasattr(state, "kept_stories"):
        state.kept_stories = _Kept()
    kept: _Kept = state.kept_stories
    view = view_of(request)
    if not hasattr(request.state, "revision"):  # asked once a page: a search lays out as many stories as it finds
        request.state.revision = view.revision
    return kept.get(id, view, request.state.revision)


class _Kept:
    """The stories of one desk that were asked for last, laid out."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._laid: OrderedDict[str, tuple[str, Laid]] = OrderedDict()

    def get(self, id: str, view: CaseView, revision: str) -> Laid:
        with self._lock:
            told, known = self._laid.get(id, ("", None))
            if known and told == revision:
                self._laid.move_to_end(id)
                return known
        brief = view.story(id, revision)
        with self._lock:
            _, known = self._laid.get(id, ("", None))
            laid = known if known and known.brief is brief else Laid(id, brief)
            self._laid[id] = revision, laid
            self._laid.move_to_end(id)
            while len(self._laid) > 1 and (len(self._laid) > KEPT or self._weight() > HEAVIEST):
                self._laid.popitem(last=False)
        return laid

    def _weight(self) -> int:
        return sum(len(laid.brief.attributions) for _, laid in self._laid.values())


def _part(text: str) -> str:
    return quote(text, safe="")
