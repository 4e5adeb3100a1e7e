"""The figures, by what they count, with who gives them; and the sums that tie them together."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.model import Attribution, Figure
from stemma.tell.days import days
from stemma.tell.desk import Desk, Quotation
from stemma.tell.wording import CHECKS, amount, plain_kind

__all__ = ["Entry", "Page", "Sum", "claimants_of", "ledger_of", "sums_of"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One figure in one name, at all the places that give it."""

    figure: Figure
    amount: str
    whose: str
    """Whom it speaks of and where, as far as the text says."""
    claimant: str
    when: str
    quotations: tuple[Quotation, ...]

    @property
    def quotation(self) -> Quotation:
        """The first place."""
        return self.quotations[0]

    @property
    def gist(self) -> tuple[str, str, str, str]:
        """All but the place: entries with the same gist are one figure told in several places."""
        return self.amount, self.whose, self.when, self.claimant


@dataclass(frozen=True, slots=True)
class Page:
    """All figures that count the same thing."""

    counts: str
    entries: tuple[Entry, ...]

    @property
    def is_shared(self) -> bool:
        """Whether several documents give one."""
        return len({quotation.number for entry in self.entries for quotation in entry.quotations}) > 1

    @property
    def is_bare(self) -> bool:
        """Whether only the unit is known, so that its figures need not count the same thing."""
        return not any(entry.figure.counts for entry in self.entries)

    @property
    def size(self) -> int:
        """How many figures."""
        return len(self.entries)


@dataclass(frozen=True, slots=True)
class Sum:
    """Arithmetic spelled out."""

    kind: str
    holds: bool
    explanation: str
    terms: tuple[Entry, ...]


def ledger_of(desk: Desk) -> tuple[Page, ...]:
    """Return the figures by what they count: what several documents count first; the uncounted last."""
    pages: dict[str, list[Entry]] = {}
    for figure in sorted(desk.brief.figures, key=lambda f: (desk.numbers[f.document], f.span, f.id)):
        pages.setdefault(_counts(figure), []).append(_entry(figure, desk))
    made = [Page(counts, tuple(sorted(_merged(entries), key=_order))) for counts, entries in pages.items()]
    return tuple(sorted(made, key=lambda p: (not p.counts, p.is_bare, not p.is_shared, -len(p.entries), p.counts)))


def sums_of(desk: Desk) -> tuple[Sum, ...]:
    """Return the checks: first those that do not work out, last those that only find the same figure twice."""
    sums = [
        Sum(
            plain_kind(CHECKS, check.kind),
            check.holds,
            check.explanation,
            tuple(_entry(desk.figures[id], desk) for id in check.figures if id in desk.figures),
        )
        for check in desk.brief.checks
    ]
    return tuple(sorted(sums, key=lambda s: (s.holds, s.holds and s.kind == CHECKS["same_quantity"])))


def _counts(figure: Figure) -> str:
    per = f"per {figure.per}" if figure.per else ""
    counts = figure.counts or figure.unit or ""
    return " ".join(f"{counts} {per if counts else ''}".split())


def _merged(entries: Sequence[Entry]) -> list[Entry]:
    groups: dict[tuple[str, str, str, str], list[Entry]] = {}
    for entry in entries:
        groups.setdefault(entry.gist, []).append(entry)
    return [replace(same[0], quotations=tuple(e.quotation for e in same)) for same in groups.values()]


def _order(entry: Entry) -> tuple[bool, str, int, int]:
    when = entry.figure.when
    return when is None, str(when.earliest) if when else "", entry.quotation.number, entry.quotation.span.start


def _entry(figure: Figure, desk: Desk) -> Entry:
    return Entry(
        figure=figure,
        amount=amount(figure),
        whose=", ".join(part for part in (figure.who, figure.where) if part),
        claimant=_claimant(desk.attributions.get(figure.attribution or ""), figure, desk),
        when=days(figure.when),
        quotations=(desk.quote(figure.document, figure.span),),
    )


def _claimant(attribution: Attribution | None, figure: Figure, desk: Desk) -> str:
    if attribution is None or (attribution.narrated and not attribution.source):
        return f"{desk.outlet(figure.document)} itself"
    return desk.speaker(attribution)


def claimants_of(entries: Sequence[Entry]) -> tuple[str, ...]:
    """Return who gives these figures, each once, in the order of the entries."""
    return tuple(dict.fromkeys(entry.claimant for entry in entries))
