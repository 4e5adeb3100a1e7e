"""What is counted, for a terminal: a page of the ledger, and the sums."""

from collections.abc import Iterable, Iterator

from stemma.model import Relation
from stemma.tell.desk import Desk
from stemma.tell.layout import Ink, Run, clean, shorten
from stemma.tell.ledger import Line, Page, Sum, outlets_of
from stemma.tell.sheet import Sheet, faint, quoted, refs
from stemma.tell.wording import several

__all__ = ["width_of", "write_line", "write_loose_head", "write_page", "write_sum", "write_sums_head"]

_AMOUNT = 22
"""Columns of an amount; a longer one pushes its line to the right."""
_LONGEST = 40
"""Columns of an amount before it is cut; its place leads to the rest."""
_INKS = {Relation.CONFLICTS: Ink.BAD, Relation.CORRECTS: Ink.LOUD}
_NOT_CLEAR = "not clear what is counted"


def write_page(sheet: Sheet, page: Page, desk: Desk) -> None:
    """Write what is counted, and each number of it."""
    if page.tally:
        reach = f" · {several(outlets_of(page, desk), 'outlet')}"
        sheet.write(Run(clean(page.counts) or _NOT_CLEAR, Ink.HEAD), reach, faint(f" {page.tally.id}"))
    else:
        write_loose_head(sheet)
    for line in page.lines:
        write_line(sheet, line, width_of(line.amount for line in page.lines))
    if page.now and len(page.lines) > 1:
        sheet.write(f"claimed now: {clean(str(page.now))}", first="     ", rest="       ")


def write_loose_head(sheet: Sheet) -> None:
    """Write what stands above the figures of which the text does not say what they count."""
    sheet.write(Run(_NOT_CLEAR, Ink.HEAD))


def write_line(sheet: Sheet, line: Line, wide: int) -> None:
    """Write a number with who gives it, the amount in *wide* columns."""
    lead = Run(f"{line.number:>4} {shorten(clean(line.amount), _LONGEST):<{wide}}  ", Ink.STRONG)
    sheet.write(*_told(line), first=lead, rest=" " * (wide + 7))


def width_of(amounts: Iterable[str]) -> int:
    """Return how many columns *amounts* take below each other."""
    return min(_AMOUNT, max(map(len, amounts)))


def write_sums_head(sheet: Sheet) -> None:
    """Write what stands above the sums."""
    sheet.skip()
    sheet.lines.append([Run("Sums", Ink.HEAD)])


def write_sum(sheet: Sheet, made: Sum) -> None:
    """Write whether a sum works out, and which."""
    verdict = Run("✓ works out: ", Ink.GOOD) if made.holds else Run("✕ does not work out: ", Ink.BAD)
    told = f"{clean(made.explanation)} ({made.kind})"
    sheet.write(verdict, told, refs(made.quotations), first="  ", rest="    ")


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
