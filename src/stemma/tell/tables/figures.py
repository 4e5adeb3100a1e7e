"""The table of figures: the ledger, what is claimed now, and the sums that tie the figures together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from stemma.model import Brief, Place, Relation
from stemma.tell.desk import Desk
from stemma.tell.layout import Ink, Run, clean, shorten
from stemma.tell.ledger import Line, Now, Page, Sum, ledger_of, sums_of
from stemma.tell.records import JSON, ends, who
from stemma.tell.sheet import Sheet, faint, quoted, refs
from stemma.tell.spreadsheet import Cell
from stemma.tell.tables.places import days_in_cells, place_record, places_in_cell
from stemma.tell.wording import several

__all__ = ["FiguresTable"]

_AMOUNT = 22
"""Columns of an amount; a longer one pushes its line to the right."""
_LONGEST = 40
"""Columns of an amount before it is cut; its place leads to the rest."""
_INKS = {Relation.CONFLICTS: Ink.BAD, Relation.CORRECTS: Ink.LOUD}
_NOT_CLEAR = "not clear what is counted"


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """A thing that is counted a page, a number in one name a line."""

    desk: Desk
    pages: tuple[Page, ...]
    sums: tuple[Sum, ...]
    """Those that hold a figure of these pages."""
    sums_with: Mapping[str, tuple[Sum, ...]]
    """The same by the figures in them."""

    name: ClassVar[str] = "figures"
    columns: ClassVar[tuple[str, ...]] = (
        "counts", "number", "amount", "low", "high", "bound", "unit", "per", "who", "where",
        "counted_earliest", "counted_latest", "told_earliest", "told_latest", "claimant", "claimant_kind",
        "claimant_party", "relation", "against", "reason", "claimed_now", "sums_hold", "sums_fail", "words", "outlets",
        "paths", "spans", "tally", "claimant_id", "figures",
    )  # fmt: skip

    @classmethod
    def of(cls, brief: Brief, *, counts: str = "", min_outlets: int = 1) -> "FiguresTable":
        """Return the ledger of *brief*: what has *counts* in its name or its words, and so many outlets give."""
        desk = Desk.of(brief)
        pages = tuple(
            page for page in ledger_of(desk) if _is_about(page, counts) and _outlets(page, desk) >= min_outlets
        )
        shown = {figure.id for page in pages for line in page.lines for figure in line.figures}
        sums = tuple(made for made in sums_of(desk) if shown.intersection(made.figures))
        return cls(desk, pages, sums, _by_figure(sums))

    def __len__(self) -> int:
        return sum(len(page.lines) for page in self.pages)

    def records(self) -> Iterator[Mapping[str, JSON]]:
        """Yield each page with its lines, both ends of what is claimed now, and the sums that it is part of."""
        for page in self.pages:
            yield {
                "tally": page.tally.id if page.tally else None,
                "counts": page.counts or None,
                "outlets": _outlets(page, self.desk),
                "entries": [self._entry(line) for line in page.lines],
                "now": _now(page.now),
                "sums": [
                    {
                        "kind": made.kind,
                        "holds": made.holds,
                        "explanation": made.explanation,
                        "figures": [*made.figures],
                    }
                    for made in self._sums(*page.lines)
                ],
            }

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """Yield a row for each line of each page."""
        for page in self.pages:
            for line in page.lines:
                yield self._cells(page, line)

    def write(self, sheet: Sheet) -> None:
        """Write each page, its lines in the order of their days, and below all the sums."""
        sheet.write(
            faint(
                "Figures that count one thing stand together, in the order of their days. What is claimed now runs "
                "from the number of one claimant to that of another: neither is said to be right. ≥ at least, "
                "≤ at most, > more than, < less than, ≈ about."
            )
        )
        for page in self.pages:
            self._write_page(sheet, page)
        if self.sums:
            sheet.skip()
            sheet.lines.append([Run("Sums", Ink.HEAD)])
        for made in self.sums:
            verdict = Run("✓ works out: ", Ink.GOOD) if made.holds else Run("✕ does not work out: ", Ink.BAD)
            told = f"{clean(made.explanation)} ({made.kind})"
            sheet.write(verdict, told, refs(made.quotations), first="  ", rest="    ")

    def _write_page(self, sheet: Sheet, page: Page) -> None:
        sheet.skip()
        reach = f" · {several(_outlets(page, self.desk), 'outlet')}" if page.tally else ""
        id = f" {page.tally.id}" if page.tally else ""
        sheet.write(Run(clean(page.counts) or _NOT_CLEAR, Ink.HEAD), reach, faint(id))
        wide = min(_AMOUNT, max(len(line.amount) for line in page.lines))
        for line in page.lines:
            lead = Run(f"{line.number:>4} {shorten(clean(line.amount), _LONGEST):<{wide}}  ", Ink.STRONG)
            sheet.write(*_told(line), first=lead, rest=" " * (wide + 7))
        if page.now and len(page.lines) > 1:
            sheet.write(f"claimed now: {clean(str(page.now))}", first="     ", rest="       ")

    def _sums(self, *lines: Line) -> list[Sum]:
        figures = (figure.id for line in lines for figure in line.figures)
        return list(dict.fromkeys(made for figure in figures for made in self.sums_with.get(figure, ())))

    def _entry(self, line: Line) -> JSON:
        figure = line.figure
        return {
            "number": line.number,
            "figure": figure.id,
            "amount": line.amount,
            "low": figure.low,
            "high": figure.high,
            "bound": figure.bound,
            "unit": figure.unit,
            "who": figure.who,
            "where": figure.where,
            "counted": ends(line.counted),
            "told": ends(line.told),
            "claimant": {"id": line.source, **who(line.source, self.desk.sources)} if line.source else None,
            "given_by": line.claimant,
            "relation": line.relation,
            "against": line.against,
            "reason": line.reason or None,
            "places": [
                {"figure": one.id, **place_record(Place(one.document, one.span), self.desk)} for one in line.figures
            ],
        }

    def _cells(self, page: Page, line: Line) -> dict[str, Cell]:
        figure, source = line.figure, self.desk.sources.get(line.source or "")
        counted, told = days_in_cells(line.counted), days_in_cells(line.told)
        sums = self._sums(line)
        return {
            "counts": page.counts or None,
            "number": line.number,
            "amount": line.amount,
            "low": _plain(figure.low),
            "high": _plain(figure.high),
            "bound": figure.bound,
            "unit": figure.unit,
            "per": figure.per,
            "who": figure.who,
            "where": figure.where,
            "counted_earliest": counted[0],
            "counted_latest": counted[1],
            "told_earliest": told[0],
            "told_latest": told[1],
            "claimant": line.claimant,
            "claimant_kind": source.kind if source else None,
            "claimant_party": self.desk.name(source.party) if source and source.party else None,
            "relation": line.relation,
            "against": line.against,
            "reason": line.reason or None,
            "claimed_now": _end(line, page.now),
            "sums_hold": " | ".join(made.explanation for made in sums if made.holds) or None,
            "sums_fail": " | ".join(made.explanation for made in sums if not made.holds) or None,
            "words": " | ".join(quotation.text for quotation in line.quotations),
            "outlets": "; ".join(dict.fromkeys(self.desk.outlet(one.document) for one in line.figures)),
            "paths": "; ".join(dict.fromkeys(self.desk.document(one.document).path for one in line.figures)),
            "spans": places_in_cell(Place(one.document, one.span) for one in line.figures),
            "tally": page.tally.id if page.tally else None,
            "claimant_id": line.source,
            "figures": "; ".join(one.id for one in line.figures),
        }


def _by_figure(sums: Sequence[Sum]) -> dict[str, tuple[Sum, ...]]:
    found: dict[str, list[Sum]] = {}
    for made in sums:
        for figure in made.figures:
            found.setdefault(figure, []).append(made)
    return {figure: tuple(made) for figure, made in found.items()}


def _told(line: Line) -> Iterator[Run]:
    """Yield who gives a number, of whom and when, its words, and how it stands to another."""
    yield Run(clean(line.claimant), Ink.STRONG)
    details = "".join(f", {clean(part)}" for part in (line.whose, line.when) if part)
    yield Run(f"{details}: ")
    yield from quoted(line.quotation)
    yield refs(quotation for quotation in line.quotations[1:] if quotation.ref != line.quotation.ref)
    if line.tie:
        ink = _INKS.get(line.relation, Ink.FAINT) if line.relation else Ink.FAINT
        reason = f" ({clean(line.reason)})" if line.reason and line.relation is not Relation.AGREES else ""
        yield Run(f" {line.tie}{reason}", ink)


def _now(now: Now | None) -> JSON:
    if now is None:
        return None
    return {
        "low": now.low.figure.id,
        "high": now.high.figure.id,
        "figures": [line.figure.id for line in now.lines],
        "words": str(now),
    }


def _end(line: Line, now: Now | None) -> str | None:
    """Return which end of what is claimed now a number is: ``low``, ``high`` or ``low and high``, or ``stands``."""
    if now is None or line not in now.lines:
        return None
    ends = [name for name, end in (("low", now.low), ("high", now.high)) if end == line]
    return " and ".join(ends) or "stands"


def _is_about(page: Page, words: str) -> bool:
    """Tell whether *words* stand in what is counted or in the words of one of the figures, in capitals or not."""
    told = (page.counts, *(quotation.text for line in page.lines for quotation in line.quotations))
    return any(words.casefold() in one.casefold() for one in told)


def _outlets(page: Page, desk: Desk) -> int:
    """Return how many outlets count it; a document without one stands for itself, what is not one thing for one."""
    if page.tally is None:
        return 1
    return len(
        {desk.document(figure.document).outlet or figure.document for line in page.lines for figure in line.figures}
    )


def _plain(value: float | None) -> str | None:
    """Return a number as a spreadsheet reads it: without an exponent, and without a fraction that it does not have."""
    if value is None:
        return None
    return f"{value:.0f}" if value == int(value) else repr(value)
