"""The brief for a terminal: what matters first, at most 80 columns."""

from stemma.model import Brief
from stemma.tell.accounts import summary_in_words
from stemma.tell.days import days
from stemma.tell.front import CHANGES, STANDINGS, Front
from stemma.tell.layout import Ink, Run, clean, paint, shorten
from stemma.tell.sheet import SHORT, Sheet, faint, refs
from stemma.tell.stands import Stand
from stemma.tell.tables.drift import write_change
from stemma.tell.terminal.claims import tell_claims
from stemma.tell.terminal.documents import tell_documents, tell_gaps
from stemma.tell.terminal.figures import tell_figures
from stemma.tell.wording import SIGNS, STANCES, joined, several

__all__ = ["as_terminal", "front_as_terminal"]

MORE = "`--format html -o brief.html` shows all"


def as_terminal(brief: Brief, width: int = 80, color: bool = False) -> str:
    """Return *brief* as text of at most *width* columns, with ANSI colours where *color*."""
    return front_as_terminal(Front.of(brief, MORE), width, color)


def front_as_terminal(front: Front, width: int = 80, color: bool = False) -> str:
    """Return the *front* of a brief as text of at most *width* columns, with ANSI colours where *color*."""
    sheet = Sheet(width)
    _tell_head(sheet, front)
    tell_claims(sheet, front)
    _tell_stands(sheet, front)
    tell_figures(sheet, front)
    _tell_changes(sheet, front)
    tell_documents(sheet, front)
    tell_gaps(sheet, front)
    return "".join(paint(line, color=color) + "\n" for line in sheet.lines)


def _tell_head(sheet: Sheet, front: Front) -> None:
    numbers = front.numbers
    when = f", {days(numbers.days)}" if numbers.days else ""
    documents = several(numbers.documents, "document")
    sheet.write(Run("STEMMA", Ink.HEAD), f" · {documents}{when} · {several(numbers.claims, 'claim')}")
    sheet.skip()
    sheet.write(Run(summary_in_words(numbers.shared, numbers.loud), Ink.STRONG))
    sheet.write(
        faint(
            "An outlet printed it; an origin is a voice that it can be traced back to. Five outlets with one "
            "origin are one voice heard five times. [2]:345 is document 2 (listed in part 5), character 345."
        )
    )


def _tell_stands(sheet: Sheet, front: Front) -> None:
    sheet.head(2, "Who stands where, and who is silent")
    if not front.shown.standings:
        sheet.write("No position was found that could be held against another.")
    for standing in front.shown.standings:
        sheet.skip()
        claim = shorten(clean(standing.account.quotation.text), SHORT)
        sheet.write(Run(f"“{claim}”", Ink.STRONG), first=f"{standing.account.number:>2}  ", rest="    ")
        for stand in standing.stands:
            sheet.write(*_stand(stand), first="    ", rest="      ")
        if standing.absent:
            absent = f"not in these documents: {joined(standing.absent)}"
            sheet.write(faint(absent), first="    ", rest="      ")
    rest = front.numbers.standings - STANDINGS
    if rest > 0:
        sheet.skip()
        sheet.write(faint(f"Not shown: positions on {several(rest, 'more claim')}; {front.more}."))


def _stand(stand: Stand) -> list[Run]:
    ink = {"deny": Ink.BAD, "silence": Ink.LOUD, "confirm": Ink.GOOD}.get(stand.stance, Ink.PLAIN)
    on = f", {stand.on}" if stand.on else ""
    return [
        Run(f"{SIGNS[stand.stance]} {STANCES[stand.stance]}: ", ink),
        Run(f"{stand.actor}{stand.voices}{on}"),
        refs(stand.evidence),
    ]


def _tell_changes(sheet: Sheet, front: Front) -> None:
    sheet.head(4, "Changed on the way")
    if not front.shown.changes:
        sheet.write("No change was found between what was said and how it was passed on.")
    for change in front.shown.changes:
        sheet.skip()
        write_change(sheet, change)
    rest = front.numbers.changes - CHANGES
    if rest > 0:
        sheet.skip()
        sheet.write(faint(f"Not shown: {several(rest, 'more change')}; {front.more}."))
