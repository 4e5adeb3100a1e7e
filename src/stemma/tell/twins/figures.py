"""The ledger of figures for programs."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.model import Bound, Interval, Relation
from stemma.tell.desk import Desk
from stemma.tell.ledger import Line, Now, Page, Sum
from stemma.tell.named import Named
from stemma.tell.slices import Group
from stemma.tell.twins.words import Words, words_of

__all__ = ["FiguresTwin"]


@dataclass(frozen=True, slots=True)
class LineTwin:
    """One number in one name, at all the places that give it."""

    figure: str
    number: int
    amount: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str | None
    whose: str
    source: Named | None
    given_by: str
    counted: Interval | None
    told: Interval | None
    relation: Relation | None
    against: int | None
    reason: str
    places: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class NowTwin:
    """What is claimed now, from one claimant's number to another's; neither is said to be right."""

    words: str
    low: str
    high: str


@dataclass(frozen=True, slots=True)
class PageTwin:
    """Figures that count one thing; *counts* is empty where the text does not say what."""

    tally: str | None
    counts: str
    now: NowTwin | None
    lines: tuple[LineTwin, ...]


@dataclass(frozen=True, slots=True)
class SumTwin:
    """Arithmetic spelled out."""

    kind: str
    holds: bool
    explanation: str
    figures: tuple[str, ...]
    places: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class FiguresTwin:
    """Some lines of the ledger, and the sums that tie them together."""

    story: str
    total: int
    pages: tuple[PageTwin, ...]
    sums: tuple[SumTwin, ...]

    @classmethod
    def of(
        cls, groups: Sequence[Group[Page, Line]], sums: Sequence[Sum], total: int, story: str, desk: Desk
    ) -> "FiguresTwin":
        """Return *groups*, which hold some of *total* lines, with their *sums*."""
        told = (SumTwin(made.kind, made.holds, made.explanation, made.figures, _words(made, desk)) for made in sums)
        return cls(story, total, tuple(_page(group, desk) for group in groups), tuple(told))


def _page(group: Group[Page, Line], desk: Desk) -> PageTwin:
    page = group.head
    tally = page.tally.id if page.tally else None
    return PageTwin(tally, page.counts, _now(page.now), tuple(_line(line, desk) for line in group.lines))


def _now(now: Now | None) -> NowTwin | None:
    return NowTwin(str(now), now.low.figure.id, now.high.figure.id) if now else None


def _line(line: Line, desk: Desk) -> LineTwin:
    figure = line.figure
    return LineTwin(
        figure=figure.id,
        number=line.number,
        amount=line.amount,
        low=figure.low,
        high=figure.high,
        bound=figure.bound,
        unit=figure.unit,
        whose=line.whose,
        source=Named(line.source, desk.name(line.source)) if line.source else None,
        given_by=line.claimant,
        counted=line.counted,
        told=line.told,
        relation=line.relation,
        against=line.against,
        reason=line.reason,
        places=_words(line, desk),
    )


def _words(told: Line | Sum, desk: Desk) -> tuple[Words, ...]:
    return tuple(words_of(quotation, desk) for quotation in told.quotations)
