"""The table of figures: the ledger, what is claimed now, and the sums that tie the figures together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from stemma.model import Brief, Place
from stemma.tell.desk import Desk
from stemma.tell.ledger import Line, Now, Page, Sum, ledger_of, outlets_of, sums_of
from stemma.tell.records import JSON, ends, who
from stemma.tell.sheet import Sheet, faint
from stemma.tell.spreadsheet import Cell
from stemma.tell.tables.figures_terminal import write_page, write_sum, write_sums_head
from stemma.tell.tables.places import days_in_cells, place_record, places_in_cell

__all__ = ["FiguresTable", "is_about", "sum_record"]


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
    gap: ClassVar[str] = "\n"
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
        return cls.of_pages(
            desk, [page for page in ledger_of(desk) if is_about(page, counts) and outlets_of(page, desk) >= min_outlets]
        )

    @classmethod
    def of_pages(cls, desk: Desk, pages: Sequence[Page]) -> "FiguresTable":
        """Return the table of some *pages* of *desk*."""
        shown = {figure.id for page in pages for line in page.lines for figure in line.figures}
        sums = tuple(made for made in sums_of(desk) if shown.intersection(made.figures))
        return cls(desk, tuple(pages), sums, _by_figure(sums))

    def only(self, page: Page) -> "FiguresTable":
        """Return the table of one page, with the sums that its figures are part of."""
        return FiguresTable(self.desk, (page,), (), self.sums_with)

    def __len__(self) -> int:
        return sum(len(page.lines) for page in self.pages)

    def records(self) -> Iterator[Mapping[str, JSON]]:
        """Yield each page with its lines, both ends of what is claimed now, and the sums that it is part of."""
        for page in self.pages:
            yield {
                "tally": page.tally.id if page.tally else None,
                "counts": page.counts or None,
                "outlets": outlets_of(page, self.desk),
                "entries": [self.entry(line) for line in page.lines],
                "now": _now(page.now),
                "sums": [sum_record(made) for made in self.sums_of(*page.lines)],
            }

    def rows(self) -> Iterator[Mapping[str, Cell]]:
        """Yield a row for each line of each page."""
        for page in self.pages:
            for line in page.lines:
                yield self._cells(page, line)

    def write(self, sheet: Sheet) -> None:
        """Write each page, its lines in the order of their days, and below all the sums."""
        self.write_head(sheet)
        self.write_rows(sheet)
        if self.sums:
            write_sums_head(sheet)
        for made in self.sums:
            write_sum(sheet, made)

    def write_head(self, sheet: Sheet) -> None:
        """Write what the signs mean."""
        sheet.write(
            faint(
                "Figures that count one thing stand together, in the order of their days. What is claimed now runs "
                "from the number of one claimant to that of another: neither is said to be right. ≥ at least, "
                "≤ at most, > more than, < less than, ≈ about."
            )
        )
        sheet.skip()

    def write_rows(self, sheet: Sheet) -> None:
        """Write each page, its lines in the order of their days."""
        for at, page in enumerate(self.pages):
            if at:
                sheet.skip()
            write_page(sheet, page, self.desk)

    def sums_of(self, *lines: Line) -> list[Sum]:
        """Return the sums that one of *lines* is a part of, in their order."""
        figures = (figure.id for line in lines for figure in line.figures)
        return list(dict.fromkeys(made for figure in figures for made in self.sums_with.get(figure, ())))

    def entry(self, line: Line) -> dict[str, JSON]:
        """Return what JSON says of a number."""
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
        sums = self.sums_of(line)
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


def sum_record(made: Sum) -> dict[str, JSON]:
    """Return what JSON says of a sum."""
    return {
        "kind": made.kind,
        "holds": made.holds,
        "explanation": made.explanation,
        "figures": [*made.figures],
    }


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


def is_about(page: Page, words: str) -> bool:
    """Tell whether *words* stand in what is counted or in the words of one of the figures, in capitals or not."""
    told = (page.counts, *(quotation.text for line in page.lines for quotation in line.quotations))
    return any(words.casefold() in one.casefold() for one in told)


def _plain(value: float | None) -> str | None:
    """Return a number as a spreadsheet reads it: without an exponent, and without a fraction that it does not have."""
    if value is None:
        return None
    return f"{value:.0f}" if value == int(value) else repr(value)
