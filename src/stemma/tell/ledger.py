"""The ledger laid out for telling: a page for each thing that is counted, a line for each number in one name."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from stemma.model import Check, Entry, Figure, Interval, Relation, Span, Tally
from stemma.tell.days import days
from stemma.tell.desk import Desk, Quotation
from stemma.tell.wording import CHECKS, RELATIONS, amount, plain_kind

__all__ = [
    "Line",
    "Now",
    "Page",
    "Sum",
    "is_repeat",
    "ledger_of",
    "loose_figures",
    "loose_page",
    "loose_place",
    "outlets_of",
    "page_of",
    "page_weight",
    "sum_place",
    "sums_in_order",
    "sums_of",
    "topics_of",
]

REPEAT = "same_quantity"


@dataclass(frozen=True, slots=True)
class Line:
    """One number in one name, at all the places that give it."""

    number: int
    """Among all that are called the same, from 1."""
    figure: Figure
    """The first that gives it."""
    figures: tuple[Figure, ...]
    """All that give it."""
    amount: str
    whose: str
    """Whom it speaks of and where, as far as the text says."""
    source: str | None
    """Id of who gives it; None where the document says it itself or its speaker is not known."""
    claimant: str
    counted: Interval | None
    told: Interval | None
    quotations: tuple[Quotation, ...]
    relation: Relation | None = None
    against: int | None = None
    """Number of the line that it stands in this relation to."""
    reason: str = ""

    @property
    def quotation(self) -> Quotation:
        """The first place."""
        return self.quotations[0]

    @property
    def days(self) -> Interval | None:
        """The days that it counts for, else those on which it was given."""
        return self.counted or self.told

    @property
    def when(self) -> str:
        """The same for a reader: ``5 Mar 2024``, ``told 6 Mar 2024``, or nothing."""
        return days(self.counted) if self.counted else f"told {days(self.told)}" if self.told else ""

    @property
    def tie(self) -> str:
        """How it stands to another line of its page, for a reader; nothing for the first."""
        return f"{RELATIONS[self.relation]} {self.against}" if self.relation and self.against else ""


@dataclass(frozen=True, slots=True)
class Now:
    """What is claimed now: from the number of one claimant to that of another."""

    low: Line
    high: Line
    lines: tuple[Line, ...]
    """All that nobody has updated or corrected since."""

    def __str__(self) -> str:
        """Return both ends with who gives them; one where one number can be all that is claimed."""
        if self.low != self.high and self.low.amount != self.high.amount:
            return f"{self.low.amount} ({self.low.claimant}) to {self.high.amount} ({self.high.claimant})"
        others = len({line.claimant for line in self.lines} - {self.low.claimant})
        return f"{self.low.amount} ({self.low.claimant}{f' and {others} more' if others else ''})"


@dataclass(frozen=True, slots=True)
class Page:
    """All figures that count one thing; or those of which the text does not say what they count."""

    tally: Tally | None
    counts: str
    """With what it is counted by: ``killed per day``; empty where that is not clear."""
    lines: tuple[Line, ...]
    """In the order of their days."""
    now: Now | None

    @property
    def topic(self) -> tuple[str, str | None]:
        """What pages share whose figures may be held beside each other: what is counted, and in which unit."""
        return self.counts, self.lines[0].figure.unit

    @property
    def documents(self) -> int:
        """How many documents give one of the figures."""
        return len({quotation.number for line in self.lines for quotation in line.quotations})


@dataclass(frozen=True, slots=True)
class Sum:
    """Arithmetic spelled out."""

    kind: str
    holds: bool
    explanation: str
    figures: tuple[str, ...]
    quotations: tuple[Quotation, ...]


def ledger_of(desk: Desk) -> tuple[Page, ...]:
    """
    Return the pages: what several documents count first, the longest before the others; the uncounted last.

    Pages of one name stand together, and their lines are numbered through.
    """
    pages = sorted((page_of(tally, desk, 1) for tally in desk.brief.ledger), key=page_weight)
    topics: dict[tuple[str, str | None], list[Page]] = {}
    for page in pages:
        topics.setdefault(page.topic, []).append(page)
    found: list[Page] = []
    for same in topics.values():
        first = 1
        for page in same:
            found.append(page_of(page.tally, desk, first) if page.tally and first > 1 else page)
            first += len(page.lines)
    loose = loose_figures(desk)
    numbers = {figure.id: number for number, figure in enumerate(loose, 1)}
    return (*found, loose_page(loose, numbers, desk)) if loose else tuple(found)


def topics_of(pages: Sequence[Page]) -> tuple[tuple[Page, ...], ...]:
    """Return *pages* of the ledger, those of one name and unit together."""
    return tuple(tuple(same) for _, same in groupby(pages, key=lambda page: page.topic))


def sums_of(desk: Desk) -> tuple[Sum, ...]:
    """Return the checks: first those that do not work out, last those that only find the same figure twice."""
    return tuple(
        Sum(
            plain_kind(CHECKS, check.kind),
            check.holds,
            check.explanation,
            check.figures,
            tuple(map(desk.quote_figure, _in_order(check.figures, desk))),
        )
        for check in sums_in_order(desk)
    )


def sums_in_order(desk: Desk) -> list[Check]:
    """Return the checks as they are told."""
    return sorted(desk.brief.checks, key=lambda check: (check.holds, is_repeat(check)))


def sum_place(check: Check) -> tuple[bool, bool, str, tuple[str, ...]]:
    """Return where *check* comes among those of all stories."""
    return check.holds, is_repeat(check), check.kind, check.figures


def is_repeat(check: Check) -> bool:
    """Tell whether *check* only finds the same figure twice."""
    return check.holds and check.kind == REPEAT


def page_weight(page: Page) -> tuple[bool, int, str, str]:
    """Return where *page* comes in the ledger, but for pages of one name."""
    return page.documents < 2, -len(page.lines), page.counts, page.tally.id if page.tally else ""


def outlets_of(page: Page, desk: Desk) -> int:
    """Return how many outlets count it; a document without one stands for itself, what is not one thing for one."""
    if page.tally is None:
        return 1
    return len(
        {desk.document(figure.document).outlet or figure.document for line in page.lines for figure in line.figures}
    )


def page_of(tally: Tally, desk: Desk, first: int) -> Page:
    """Return the page of *tally*, its lines numbered from *first* on."""
    numbers = {entry.figure: number for number, entry in enumerate(tally.entries, first)}
    lines = {entry.figure: _line(numbers[entry.figure], entry, numbers, desk) for entry in tally.entries}
    per = f" per {tally.per}" if tally.per else ""
    now = None
    if tally.now:
        standing = tuple(lines[id] for id in tally.now.figures)
        now = Now(lines[tally.now.low], lines[tally.now.high], standing)
    return Page(tally, f"{tally.counts}{per}" if tally.counts else "", tuple(lines.values()), now)


def loose_figures(desk: Desk) -> list[Figure]:
    """Return the figures that are in no tally, since the text does not say what they count, in their order."""
    known = {id for tally in desk.brief.ledger for entry in tally.entries for id in entry.places}
    left = [figure for figure in desk.brief.figures if figure.id not in known]
    return sorted(left, key=lambda figure: loose_place(figure, desk))


def _in_order(ids: Iterable[str], desk: Desk) -> list[Figure]:
    """Return the figures with *ids* that are at hand as they stand in the documents."""
    at_hand = (desk.figures[id] for id in ids if id in desk.figures)
    return sorted(at_hand, key=lambda figure: (desk.numbers[figure.document], figure.span))


def loose_place(figure: Figure, desk: Desk) -> tuple[bool, str, int, Span, str]:
    """Return where a figure comes among those that are in no tally."""
    return figure.when is None, str(figure.when), desk.numbers[figure.document], figure.span, figure.id


def loose_page(figures: Iterable[Figure], numbers: Mapping[str, int], desk: Desk) -> Page:
    """Return the page of *figures* that are in no tally, each with its number."""
    return Page(None, "", tuple(_loose(figure, numbers[figure.id], desk) for figure in figures), None)


def _loose(figure: Figure, number: int, desk: Desk) -> Line:
    said = desk.attributions.get(figure.attribution or "")
    told = said.on if said and said.on else desk.document(figure.document).published.interval
    return _line(number, Entry(figure.id, (figure.id,), said.source if said else None, figure.when, told), {}, desk)


def _line(number: int, entry: Entry, numbers: dict[str, int], desk: Desk) -> Line:
    figure = desk.figures[entry.figure]
    figures = (figure, *_in_order(entry.places[1:], desk))
    return Line(
        number=number,
        figure=figure,
        figures=figures,
        amount=amount(figure),
        whose=", ".join(part for part in (figure.who, figure.where) if part),
        source=entry.claimant,
        claimant=_claimant(entry.claimant, figure, desk),
        counted=entry.counted,
        told=entry.told,
        quotations=tuple(desk.quote_figure(f) for f in figures),
        relation=entry.relation,
        against=numbers.get(entry.against or ""),
        reason=entry.reason,
    )


def _claimant(source: str | None, figure: Figure, desk: Desk) -> str:
    if source:
        return desk.name(source)
    said = desk.attributions.get(figure.attribution or "")
    if said is None or said.narrated:
        return f"{desk.outlet(figure.document)} itself"
    return desk.speaker(said)
