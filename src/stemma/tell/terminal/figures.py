"""The part of the brief in the terminal that tells figures, and the sums that they make."""

from stemma.tell.front import SUMS, Front
from stemma.tell.layout import Ink, Run, clean, shorten
from stemma.tell.ledger import Line
from stemma.tell.sheet import SHORT, Sheet, faint, quoted, refs
from stemma.tell.wording import several

__all__ = ["tell_figures"]

AMOUNT = 16
"""Columns of an amount; a longer one pushes its line to the right."""
LONGEST = 40
"""Columns of an amount before it is cut."""


def tell_figures(sheet: Sheet, front: Front) -> None:
    """Write the figures that go together, and the sums."""
    sheet.head(3, "Figures, and how they go together")
    pages, sums = front.shown.pages, front.shown.sums
    if not pages:
        sheet.write("No figure was found in the text of these documents.")
    for page in pages:
        sheet.skip()
        sheet.write(Run(page.counts or "not clear what is counted", Ink.STRONG))
        wide = min(AMOUNT, max(len(line.amount) for line in page.lines))
        for line in page.lines:
            amount = Run(f"    {shorten(clean(line.amount), LONGEST):<{wide}}  ", Ink.STRONG)
            sheet.write(*_line(line), first=amount, rest=" " * (wide + 6))
        if page.now and len(page.lines) > 1:
            sheet.write(f"claimed now: {clean(str(page.now))}", first="    ", rest="      ")
    _tell_more_figures(sheet, front)
    if pages and not sums:
        sheet.skip()
        sheet.write("No sum ties these figures together.")
    if sums:
        sheet.skip()
        sheet.write(Run("Sums", Ink.STRONG))
    for made in sums:
        verdict = Run("✓ works out: ", Ink.GOOD) if made.holds else Run("✕ does not work out: ", Ink.BAD)
        terms = refs(made.quotations)
        sheet.write(verdict, f"{made.explanation} ({made.kind})", terms, first="    ", rest="      ")
    if front.numbers.sums > SUMS:
        sheet.write(faint(f"Not shown: {several(front.numbers.sums - SUMS, 'more sum')}; {front.more}."))


def _tell_more_figures(sheet: Sheet, front: Front) -> None:
    rest = front.numbers.entries - sum(len(page.lines) for page in front.shown.pages)
    if rest:
        sheet.skip()
        sheet.write(faint(f"Not shown: {several(rest, 'more figure')}; {front.more}."))


def _line(line: Line) -> list[Run]:
    details = ", ".join(part for part in (line.whose, line.when) if part)
    runs = [Run(f"{details + '; ' if details else ''}{line.claimant}:")]
    told = ""
    for quotation in line.quotations:
        text, ref = quoted(quotation, SHORT)
        runs += [ref] if quotation.text.casefold() == told else [Run(" "), text, ref]
        told = quotation.text.casefold()
    return runs
