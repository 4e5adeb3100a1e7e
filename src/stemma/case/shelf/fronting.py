"""The front of a large case: what a terminal shows, put together from lists and from the heads of a few stories."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

from stemma.case.shelf.keeping import read_tale, source_of
from stemma.case.shelf.telling import about_case, named_anew
from stemma.model import Brief, Interval
from stemma.model.shelf import Counts, RowKind, Sought
from stemma.part import join
from stemma.ports import Shelf
from stemma.tell.accounts import accounts_of
from stemma.tell.changes import changes_of
from stemma.tell.desk import Desk
from stemma.tell.front import CHANGES, CLAIMS, GAPS, LISTED, PAGES, STANDINGS, SUMS, Front, Numbers, Shown
from stemma.tell.gaps import Gaps, gaps_of
from stemma.tell.judged import unfollowed
from stemma.tell.ledger import page_of, sums_in_order, sums_of
from stemma.tell.shelved import drift_id, sum_id
from stemma.tell.stands import ACTORS, standings_of

__all__ = ["front_of"]

MORE = "`stemma stories CASE` lists the stories, `stemma brief CASE --story ID` tells one"

Place = tuple[str, str, str]
"""Id, story and topic of a row."""


def front_of(shelf: Shelf) -> Front | None:
    """Return what a terminal shows of a case; None where all of it is to be told, since it is small."""
    counts = shelf.counts()
    if sum(one.documents for one in counts) <= LISTED or not any(one.shared for one in counts):
        return None
    chosen = _Chosen.of(shelf, sum(one.shared for one in counts))
    brief = chosen.brief(shelf)
    desk = Desk.of(brief, shelf.numbers(RowKind.NUMBERED, [document.id for document in brief.documents]))
    shown = chosen.shown(desk, shelf)
    return Front(desk, _numbers(shelf, counts, brief), shown, MORE)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """The rows that come first in their lists."""

    claims: Sequence[Place]
    standings: Sequence[Place]
    pages: Sequence[Place]
    sums: Sequence[Place]
    changes: Sequence[Place]
    unresolved: Sequence[Place]
    unnamed: Sequence[Place]
    lacking: Sequence[Sequence[Place]]
    """The documents that have no date, are in another language, and in which nobody says anything."""

    @classmethod
    def of(cls, shelf: Shelf, shared: int) -> "_Chosen":
        """Return the first rows of *shelf*, in which several outlets carry so many claims."""

        def first(kind: RowKind, count: int) -> Sequence[Place]:
            return shelf.places(Sought(kind, count=count))

        return cls(
            first(RowKind.CLAIM, min(CLAIMS, shared)),
            first(RowKind.STANDING, STANDINGS),
            [*islice(_first_pages(shelf), PAGES)],
            first(RowKind.SUM, SUMS),
            first(RowKind.CHANGE, CHANGES),
            first(RowKind.UNRESOLVED, GAPS),
            first(RowKind.UNNAMED, 1),
            [first(kind, GAPS) for kind in (RowKind.UNDATED, RowKind.FOREIGN, RowKind.EMPTY)],
        )

    def brief(self, shelf: Shelf) -> Brief:
        """Return the heads of their stories as one; where a head has not all of them, the story."""
        wanted: dict[str, set[str]] = {}
        for id, story, _ in (*self.claims, *self.standings, *self.pages, *self.sums, *self.changes):
            wanted.setdefault(story, set()).add(id)
        for id, story, _ in (*self.unresolved, *self.unnamed, *(one for many in self.lacking for one in many)):
            wanted.setdefault(story, set()).add(id)
        heads = [_head(shelf, story, ids) for story, ids in sorted(wanted.items())]
        brief = join(heads)
        about = about_case(shelf)
        heaviest = [source_of(value) for value in shelf.weightiest(ACTORS)]
        named = {source.id: source for source in (*named_anew(brief, shelf), *heaviest)}
        sources = tuple(named[id] for id in sorted(named))
        return replace(brief, sources=sources, rulings=about.rulings, models=about.models)

    def shown(self, desk: Desk, shelf: Shelf) -> Shown:
        """Return these rows in full, but for what another program has changed meanwhile; *desk* has their stories."""
        ids = {id for id, _, _ in (*self.claims, *self.standings)}
        tied = {id for link in desk.brief.links if {link.claim, link.other} & ids for id in (link.claim, link.other)}
        numbers = shelf.numbers(RowKind.CLAIM, ids | tied)
        accounts = {account.claim.id: account for account in accounts_of(desk, numbers, ids)}
        actors = [source_of(value).id for value in shelf.weightiest(ACTORS)]
        contested = [accounts[id] for id, _, _ in self.standings if id in accounts]
        tallies = {tally.id: tally for tally in desk.brief.ledger}
        checks = [sum_id(check.kind, check.figures) for check in sums_in_order(desk)]
        sums = dict(zip(checks, sums_of(desk), strict=True))
        changes = {drift_id(change.drift): change for change in changes_of(desk)}
        return Shown(
            [accounts[id] for id, _, _ in self.claims if id in accounts],
            standings_of(contested, desk, actors),
            [page_of(tallies[id], desk, 1) for id, _, _ in self.pages if id in tallies],
            [sums[id] for id, _, _ in self.sums if id in sums],
            [changes[id] for id, _, _ in self.changes if id in changes],
            self._gaps(desk, shelf),
        )

    def _gaps(self, desk: Desk, shelf: Shelf) -> Gaps:
        undated, foreign, empty = ([desk.numbers.get(id, 0) for id, _, _ in some] for some in self.lacking)
        languages = shelf.rows(Sought(RowKind.FOREIGN, count=GAPS))
        lost = gaps_of(desk)
        notices = shelf.rows(Sought(RowKind.NOTICE, count=GAPS))
        return Gaps(
            notices=(*notices, *unfollowed(desk.brief))[:GAPS],
            unresolved=lost.unresolved[:GAPS],  # the first of the case are the first of the stories that they are in
            unnamed=lost.unnamed[:1],
            undated=tuple(undated),
            foreign=tuple(zip(foreign, languages, strict=True)),
            empty=tuple(empty),
        )


def _first_pages(shelf: Shelf) -> Iterator[Place]:
    """Yield the first pages of the ledger: those of one name stand together."""
    seen: dict[str, None] = {}
    for start in range(0, PAGES * PAGES, PAGES):
        for _, _, topic in shelf.places(Sought(RowKind.PAGE, start, PAGES)):
            if topic not in seen:
                seen[topic] = None
                yield from shelf.places(Sought(RowKind.PAGE, count=PAGES, topic=topic))


def _numbers(shelf: Shelf, counts: Sequence[Counts], brief: Brief) -> Numbers:
    first = [one.first for one in counts if one.first]
    last = [one.last for one in counts if one.last]
    return Numbers(
        documents=sum(one.documents for one in counts),
        days=Interval(date.fromordinal(min(first)), date.fromordinal(max(last))) if first else None,
        claims=sum(one.claims for one in counts),
        shared=sum(one.shared for one in counts),
        loud=sum(one.loud for one in counts),
        standings=sum(one.standings for one in counts),
        entries=sum(one.entries for one in counts),
        sums=sum(one.sums for one in counts),
        changes=sum(one.changes for one in counts),
        unresolved=sum(one.unresolved for one in counts),
        unnamed=sum(one.unnamed for one in counts),
        undated=shelf.count(Sought(RowKind.UNDATED)),
        foreign=shelf.count(Sought(RowKind.FOREIGN)),
        empty=shelf.count(Sought(RowKind.EMPTY)),
        notices=shelf.count(Sought(RowKind.NOTICE)) + len(unfollowed(brief)),
    )


def _head(shelf: Shelf, story: str, ids: set[str]) -> Brief:
    """Return the part of a story that has what is wanted of it."""
    brief = Brief(())
    for is_head in (True, False):
        tale = shelf.tale(story, is_head=is_head)
        if tale is None:  # another program has changed it meanwhile
            break
        brief = read_tale(tale, shelf.texts(tale.layers.values()))
        held = {one.id for many in (brief.claims, brief.documents, brief.attributions, brief.ledger) for one in many}
        held |= {drift_id(drift) for drift in brief.drift} | {sum_id(one.kind, one.figures) for one in brief.checks}
        if ids <= held:
            break
    return brief
