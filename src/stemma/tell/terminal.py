"""The brief for a terminal: what matters first, at most 80 columns."""

import re
from collections.abc import Iterator, Sequence

from stemma.model import Basis, Brief, Document, Side
from stemma.tell.accounts import Account, Wording, summary_in_words
from stemma.tell.days import days
from stemma.tell.front import CHANGES, CLAIMS, GAPS, STANDINGS, SUMS, Front
from stemma.tell.judged import notes_of
from stemma.tell.layout import Ink, Run, clean, paint, shorten
from stemma.tell.ledger import Line
from stemma.tell.sheet import QUOTATION, Sheet, faint, quoted, refs
from stemma.tell.stands import Stand
from stemma.tell.tables.drift import write_change
from stemma.tell.wording import SIGNS, STANCES, joined, several

__all__ = ["as_terminal", "front_as_terminal"]

UNRESOLVED = GAPS
SHORT = 100
NAMES = 6
TIES = 3
AMOUNT = 16
"""Columns of an amount; a longer one pushes its line to the right."""
LONGEST = 40
"""Columns of an amount before it is cut."""
MORE = "`--format html -o brief.html` shows all"
_REF = re.compile(r"\[(\d+)\]")


def as_terminal(brief: Brief, width: int = 80, color: bool = False) -> str:
    """Return *brief* as text of at most *width* columns, with ANSI colours where *color*."""
    return front_as_terminal(Front.of(brief, MORE), width, color)


def front_as_terminal(front: Front, width: int = 80, color: bool = False) -> str:
    """Return the *front* of a brief as text of at most *width* columns, with ANSI colours where *color*."""
    sheet = Sheet(width)
    _tell_head(sheet, front)
    _tell_claims(sheet, front)
    _tell_stands(sheet, front)
    _tell_figures(sheet, front)
    _tell_changes(sheet, front)
    _tell_documents(sheet, front)
    _tell_gaps(sheet, front)
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


def _tell_claims(sheet: Sheet, front: Front) -> None:
    sheet.head(1, "Claimed by several outlets")
    numbers, told = front.numbers, front.shown.accounts
    if not numbers.shared:
        sheet.write("Nothing: no two outlets were found to say the same.")
    for account in told:
        sheet.skip()
        _tell_account(sheet, account)
    rest = numbers.shared - CLAIMS
    single = numbers.claims - numbers.shared - (0 if numbers.shared else len(told))
    more = [f"{several(rest, 'more claim')} by several outlets"] if rest > 0 else []
    more += [f"{several(single, 'claim')} in one outlet only"] if single else []
    if more:
        sheet.skip()
        sheet.write(faint(f"Not shown: {joined(more)}; {front.more}."))


def _tell_account(sheet: Sheet, account: Account) -> None:
    number = f"{account.number:>2}  "
    indent = " " * 4
    quotation, ref = quoted(account.quotation)
    sheet.write(Run(quotation.text, Ink.STRONG), ref, first=number, rest=indent)
    reach = Run(account.reach, Ink.LOUD if account.is_loud else Ink.GOOD)
    names = f": {_names(account.origins)}" if account.origins else ""
    mark = Run("▲ one voice. ", Ink.LOUD) if account.is_loud else Run("")
    sheet.write(mark, reach, names, first=indent)
    for circle in account.circles:
        sheet.write(Run(f"↻ circle: {circle}", Ink.LOUD), first=indent, rest=indent + "  ")
    if account.settle:
        sheet.write(f"to settle: {account.settle}", first=indent, rest=indent + "  ")
    if account.grade:
        telling = [str(reason) for reason in account.reasons if reason.side is not Side.NEITHER]
        reasons = f": {'; '.join(telling)}" if telling else ""
        sheet.write(faint("credibility "), f"{account.grade}{reasons}", first=indent, rest=indent + "  ")
    for remark in account.remarks:
        sheet.write(Run(remark, Ink.GOOD if remark.startswith("✓") else Ink.FAINT), first=indent, rest=indent + "  ")
    for tie in account.ties[:TIES]:
        text = shorten(clean(tie.text), SHORT)
        sheet.write(f"{tie.verb} claim {tie.number}: “{text}”", first=indent, rest=indent + "  ")
    if len(account.ties) > TIES:
        sheet.write(faint(f"and {len(account.ties) - TIES} more such claims"), first=indent)
    for runs in _routes(account):
        sheet.write(*runs, first=indent + "· ", rest=indent + "  ")


def _names(names: Sequence[str]) -> str:
    kept = list(names[:NAMES])
    return joined([*kept, f"{len(names) - NAMES} more"] if len(names) > NAMES else kept)


def _routes(account: Account) -> Iterator[list[Run]]:
    """Yield one line a speaker and route: where that is told, by which words."""
    groups: dict[tuple[str, str], list[Wording]] = {}
    for wording in account.wordings:
        groups.setdefault((wording.route, wording.stance), []).append(wording)
    for (route, stance), wordings in groups.items():
        on = next((f", {w.on}" for w in wordings if w.on), "")
        yield [Run(f"{route}{f', {stance}' if stance else ''}{on}: "), *_tellings(wordings)]


def _tellings(wordings: Sequence[Wording]) -> Iterator[Run]:
    """Yield the documents that tell it, each with its cue and place."""
    for at, wording in enumerate(wordings):
        cue = f" “{shorten(clean(wording.cue.text), SHORT)}”" if wording.cue else ""
        yield Run(f"{'; ' if at else ''}{wording.outlet}{cue}")
        yield faint(f" {wording.quotation.ref}")


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


def _tell_figures(sheet: Sheet, front: Front) -> None:
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


def _tell_documents(sheet: Sheet, front: Front) -> None:
    shown = _quoted_from(sheet) if front.is_long else None
    head = "Documents that this is quoted from" if front.is_long else "Documents read"
    sheet.head(5, f"{head}, and how they were dated")
    notes, desk = notes_of(front.desk.brief), front.desk
    count = 0
    for number, document in front.documents:
        if shown is not None and number not in shown:
            continue
        count += 1
        title = f": {shorten(clean(document.title), QUOTATION)}" if document.title else ""
        by = f" ({joined(document.authors)})" if document.authors else ""
        sheet.write(
            Run(f"[{number}] ", Ink.STRONG), Run(desk.outlet(document.id), Ink.STRONG), f"{title}{by}", rest="    "
        )
        sheet.write(_dated(document, number), first="    ")
        sheet.write(faint(document.path), first="    ")
        for note in notes.get(document.id, ()):
            sheet.write(f"note: {note}", first="    ")
    rest = front.numbers.documents - count
    if rest:
        sheet.skip()
        sheet.write(faint(f"Not shown: {several(rest, 'more document')}; {front.more}."))


def _quoted_from(sheet: Sheet) -> set[int]:
    """Return the numbers of the documents that *sheet* names so far."""
    return {int(number) for line in sheet.lines for run in line for number in _REF.findall(run.text)}


def _dated(document: Document, number: int) -> str:
    published = document.published
    if published.basis is Basis.NONE or published.interval is None:
        return f"no date found{f': {published.evidence}' if published.evidence else ''}"
    ref = f" [{number}]:{published.span.start}" if published.span else ""
    evidence = f": {clean(published.evidence)}" if published.evidence else ""
    return f"{days(published.interval)}, {published.basis}{evidence}{ref}"


def _tell_gaps(sheet: Sheet, front: Front) -> None:
    sheet.head(6, "Not understood")
    lines = [*_unclear(front), *_lacking(front)]
    for line in lines:
        sheet.write(line, first="· ", rest="  ")
    if not lines:
        sheet.write("Nothing that was noticed.")


def _unclear(front: Front) -> Iterator[str]:
    gaps, numbers = front.shown.gaps, front.numbers
    if gaps.unresolved:
        shown = [f"“{shorten(clean(q.text), SHORT)}” {q.ref}" for q in gaps.unresolved[:UNRESOLVED]]
        more = numbers.unresolved - UNRESOLVED
        yield f"Who is meant by: {', '.join(shown)}{f' and {more} more' if more > 0 else ''}"
    if gaps.unnamed:
        count, first = several(numbers.unnamed, "statement"), gaps.unnamed[0].ref
        yield f"Who says it: {count} without a speaker in the text, the first {first}"


def _lacking(front: Front) -> Iterator[str]:
    """Yield a line for each document that lacks something; of many documents the first of each kind."""
    gaps, numbers = front.shown.gaps, front.numbers
    titles = {number: front.desk.outlet(document.id) for number, document in front.documents}
    undated = [f"When it was published: [{number}] {titles[number]}" for number in gaps.undated]
    foreign = [
        f"[{number}] is in another language ({language}); only English is read well"
        for number, language in gaps.foreign
    ]
    empty = [f"[{number}]: no statement was found in it" for number in gaps.empty]
    notices = [clean(notice) for notice in gaps.notices]
    counts = (numbers.undated, numbers.foreign, numbers.empty, numbers.notices)
    for lines, count in zip((undated, foreign, empty, notices), counts, strict=True):
        shown = lines[:GAPS] if front.is_long else lines
        yield from shown
        if count > len(shown):
            yield f"and {count - len(shown):,} more such; {front.more}"
