"""A story as the rows that the lists of a case are made of, each with its place among those of all other stories."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Basis, Brief, Document, Drift, make_id
from stemma.model.question import Question
from stemma.model.shelf import Counts, Row, RowKind, Voice
from stemma.model.written import write_value
from stemma.tell.accounts import Account, accounts_of
from stemma.tell.changes import drift_in_order
from stemma.tell.desk import Desk
from stemma.tell.gaps import gaps_of, unresolved_in_order
from stemma.tell.ledger import Page, is_repeat, ledger_of, page_weight, sums_in_order
from stemma.tell.listing import Listing, list_story
from stemma.tell.stands import AGAINST, REFUSAL, Standing, is_missed, positions_told, standings_of

__all__ = [
    "FIRST",
    "Laid",
    "claim_place",
    "counts_of",
    "drift_id",
    "number_place",
    "question_rows",
    "rows_of",
    "sum_id",
    "voices_of",
]

FIRST = 12
"""Rows of a story in the lists of which a brief shows the beginning alone."""
_UNKNOWN = 1 << 30
"""The day of what has none: behind all others."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A story laid out for all its lists at once."""

    desk: Desk
    accounts: tuple[Account, ...]
    standings: tuple[Standing, ...]
    """Those that are told, the contested first."""
    pages: tuple[Page, ...]

    @classmethod
    def of(cls, brief: Brief) -> "Laid":
        """Lay out *brief*."""
        desk = Desk.of(brief)
        accounts = accounts_of(desk)
        standings = [s for s in standings_of(accounts, desk) if s.account.is_shared or s.is_contested]
        standings.sort(key=lambda standing: not standing.is_contested)
        return cls(desk, accounts, tuple(standings), ledger_of(desk))


def rows_of(laid: Laid) -> tuple[Row, ...]:
    """Return the rows of a story."""
    desk, listing = laid.desk, list_story(laid.desk.brief)
    return (
        *_lines(listing, desk),
        *_documents(desk),
        *_standings(laid.standings),
        *_pages(laid.pages),
        *_sums(desk),
        *_changes(desk),
        *_gaps(desk),
        *question_rows(listing.questions),
    )


def question_rows(questions: Iterable[Question]) -> tuple[Row, ...]:
    """Return what is to be asked of an analyst: the most consequential first, what somebody was unsure of last."""
    return tuple(
        Row(
            RowKind.QUESTION,
            question.id,
            (bool(question.open_to), -question.weight, round(abs(question.score) * 1_000_000), question.id),
            words=f"{question.left} {question.right}",
            value=write_value(question),
        )
        for question in questions
    )


def counts_of(laid: Laid) -> Counts:
    """Return how much there is in a story."""
    desk, accounts, gaps = laid.desk, laid.accounts, gaps_of(laid.desk)
    days = [document.published.interval for document in desk.documents if document.published.interval]
    return Counts(
        documents=len(desk.documents),
        claims=len(accounts),
        shared=sum(account.is_shared for account in accounts),
        loud=sum(account.is_loud for account in accounts),
        attributions=len(desk.brief.attributions),
        figures=len(desk.brief.figures),
        standings=len(laid.standings),
        entries=sum(len(page.lines) for page in laid.pages),
        sums=len(desk.brief.checks),
        changes=len(desk.brief.drift),
        unresolved=len(gaps.unresolved),
        unnamed=len(gaps.unnamed),
        first=min((one.earliest.toordinal() for one in days), default=0),
        last=max((one.latest.toordinal() for one in days), default=0),
    )


def voices_of(desk: Desk) -> tuple[Voice, ...]:
    """Return the sources of the story, with how much they say in it."""
    heard: dict[str, list[str]] = {}
    for attribution in desk.brief.attributions:
        if attribution.source:
            heard.setdefault(attribution.source, []).append(attribution.document)
    weights: Counter[str] = Counter()
    for _, actor, stance in {(p.claim, p.actor, p.position) for p in positions_told(desk)}:
        weights[actor] += (REFUSAL if stance in AGAINST else 1) * is_missed(actor, desk)
    return tuple(
        Voice(source, len(said := heard.get(source.id, [])), len(set(said)), weights[source.id])
        for source in desk.brief.sources
    )


def number_place(document: Document) -> tuple[int | str, ...]:
    """Return where *document* comes in the order of their numbers (`stemma.model.by_date`)."""
    days = document.published.interval
    first, last = (days.earliest.toordinal(), days.latest.toordinal()) if days else (_UNKNOWN, _UNKNOWN)
    return days is None, first, last, document.path, document.id


def claim_place(account: Account) -> tuple[int | str, ...]:
    """Return where a claim comes in the order of their numbers."""
    claim = account.claim
    documents = len({wording.quotation.number for wording in account.wordings})
    return -claim.outlets, claim.origins.high, -documents, -len(claim.attributions), claim.text, claim.id


def drift_id(drift: Drift) -> str:
    """Return what stands for a change in lists."""
    ends = (drift.place, drift.against)
    return make_id("r", drift.kind, *(str(part) for at in ends for part in (at.document, at.span.start, at.span.end)))


def sum_id(kind: str, figures: Sequence[str]) -> str:
    """Return what stands for a sum in lists."""
    return make_id("k", kind, *figures)


def _lines(listing: Listing, desk: Desk) -> Iterator[Row]:
    story = listing.story
    place = (-story.documents, -story.claims, story.id)
    titles = dict.fromkeys((story.title, *(document.title or "" for document in desk.documents)))
    yield Row(RowKind.STORY, story.id, place, words="\n".join(titles), value=write_value(story))
    for claim in listing.claims:
        rank = (-claim.outlets, claim.high, -claim.documents, -claim.attributions, claim.text, claim.id)
        written = write_value(claim)
        yield Row(RowKind.CLAIM, claim.id, rank, words=claim.text, value=written)
        if claim.is_loud:
            yield Row(RowKind.LOUD, claim.id, rank, words=claim.text, value=written)
    for line in listing.documents:
        newest = -line.days.latest.toordinal() if line.days else 0
        words = f"{line.known_as}\n{line.title or ''}\n{line.path}"
        outlet = line.id if desk.document(line.id).is_mute else make_id("o", desk.outlet(line.id))
        written = write_value(line)
        yield Row(RowKind.DOCUMENT, line.id, (line.days is None, newest, line.path, line.id), outlet, words, written)


def _documents(desk: Desk) -> Iterator[Row]:
    speaking = {attribution.document for attribution in desk.brief.attributions}
    for document in desk.documents:
        place = number_place(document)
        yield Row(RowKind.NUMBERED, document.id, place)
        if document.published.basis is Basis.NONE:
            yield Row(RowKind.UNDATED, document.id, place)
        if document.language and document.language != "en":
            yield Row(RowKind.FOREIGN, document.id, place, value=document.language)
        if document.id not in speaking:
            yield Row(RowKind.EMPTY, document.id, place)


def _standings(standings: Sequence[Standing]) -> Iterator[Row]:
    for standing in standings:
        place = (not standing.is_contested, *claim_place(standing.account))
        yield Row(RowKind.STANDING, standing.account.claim.id, place)


def _pages(pages: Sequence[Page]) -> Iterator[Row]:
    for page in pages:
        if page.tally:
            name, unit = page.topic
            yield Row(RowKind.PAGE, page.tally.id, page_weight(page), make_id("t", name, unit or ""))


def _sums(desk: Desk) -> Iterator[Row]:
    for check in sums_in_order(desk)[:FIRST]:
        yield Row(
            RowKind.SUM, sum_id(check.kind, check.figures), (check.holds, is_repeat(check), check.kind, *check.figures)
        )


def _changes(desk: Desk) -> Iterator[Row]:
    for at, drift in enumerate(drift_in_order(desk)[:FIRST]):
        document = desk.document(drift.place.document)
        yield Row(RowKind.CHANGE, drift_id(drift), (*number_place(document), at))


def _gaps(desk: Desk) -> Iterator[Row]:
    lost = unresolved_in_order(desk)
    for kind, found in (
        (RowKind.UNRESOLVED, [a for a in lost if a.source_span]),
        (RowKind.UNNAMED, [a for a in lost if not a.source_span]),
    ):
        for at, attribution in enumerate(found[:FIRST]):
            yield Row(kind, attribution.id, (*number_place(desk.document(attribution.document)), at))
    for notice in desk.brief.notices:
        text = notice.text if notice.path in notice.text else f"{notice.path}: {notice.text}"
        yield Row(RowKind.NOTICE, "", (notice.path, notice.text), value=text)
