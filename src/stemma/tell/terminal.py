"""The brief for a terminal: what matters first, at most 80 columns."""

from collections.abc import Iterator, Sequence

from stemma.model import Basis, Brief, Side
from stemma.tell.accounts import Account, Wording, accounts_of, summary_of
from stemma.tell.changes import changes_of
from stemma.tell.days import days
from stemma.tell.desk import Desk
from stemma.tell.gaps import gaps_of
from stemma.tell.judged import notes_of
from stemma.tell.layout import Ink, Run, clean, paint, shorten
from stemma.tell.ledger import Line, Page, ledger_of, sums_of
from stemma.tell.sheet import QUOTATION, Sheet, faint, quoted, refs
from stemma.tell.stands import Stand, standings_of
from stemma.tell.tables.drift import write_change
from stemma.tell.wording import SIGNS, STANCES, joined, several

__all__ = ["as_terminal"]

CLAIMS = 8
"""Claims that are told in full: two screens. The rest is counted, and the page shows it."""
STANDINGS = 8
PAGES = 10
CHANGES = 12
UNRESOLVED = 8
SHORT = 100
NAMES = 6
TIES = 3
AMOUNT = 16
"""Columns of an amount; a longer one pushes its line to the right."""
LONGEST = 40
"""Columns of an amount before it is cut."""
SUMS = 12
MORE = "`--format html -o brief.html` shows all"


def as_terminal(brief: Brief, width: int = 80, color: bool = False) -> str:
    """Return *brief* as text of at most *width* columns, with ANSI colours where *color*."""
    desk = Desk.of(brief)
    accounts = accounts_of(desk)
    sheet = Sheet(width)
    _tell_head(sheet, desk, accounts)
    _tell_claims(sheet, accounts)
    _tell_stands(sheet, desk, accounts)
    _tell_figures(sheet, desk)
    _tell_changes(sheet, desk)
    _tell_documents(sheet, desk)
    _tell_gaps(sheet, desk)
    return "".join(paint(line, color=color) + "\n" for line in sheet.lines)


def _tell_head(sheet: Sheet, desk: Desk, accounts: tuple[Account, ...]) -> None:
    known = [d.published.interval for d in desk.documents if d.published.interval]
    when = f", {_stretch(known)}" if known else ""
    documents = several(len(desk.documents), "document")
    sheet.write(Run("STEMMA", Ink.HEAD), f" · {documents}{when} · {several(len(accounts), 'claim')}")
    sheet.skip()
    sheet.write(Run(summary_of(accounts), Ink.STRONG))
    sheet.write(
        faint(
            "An outlet printed it; an origin is a voice that it can be traced back to. Five outlets with one "
            "origin are one voice heard five times. [2]:345 is document 2 (listed in part 5), character 345."
        )
    )


def _stretch(known: Sequence[object]) -> str:
    from stemma.model import Interval

    intervals = [interval for interval in known if isinstance(interval, Interval)]
    return days(Interval(min(i.earliest for i in intervals), max(i.latest for i in intervals)))


def _tell_claims(sheet: Sheet, accounts: tuple[Account, ...]) -> None:
    sheet.head(1, "Claimed by several outlets")
    shared = [account for account in accounts if account.is_shared]
    if not shared:
        sheet.write("Nothing: no two outlets were found to say the same.")
    told = shared or [account for account in accounts if account.origins]  # else a brief of one report says nothing
    for account in told[:CLAIMS]:
        sheet.skip()
        _tell_account(sheet, account)
    rest = len(shared) - CLAIMS
    single = len(accounts) - len(shared) - (0 if shared else len(told[:CLAIMS]))
    more = [f"{several(rest, 'more claim')} by several outlets"] if rest > 0 else []
    more += [f"{several(single, 'claim')} in one outlet only"] if single else []
    if more:
        sheet.skip()
        sheet.write(faint(f"Not shown: {joined(more)}; {MORE}."))


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


def _tell_stands(sheet: Sheet, desk: Desk, accounts: tuple[Account, ...]) -> None:
    sheet.head(2, "Who stands where, and who is silent")
    standings = [s for s in standings_of(accounts, desk) if s.account.is_shared or s.is_contested]
    standings.sort(key=lambda s: not s.is_contested)
    if not standings:
        sheet.write("No position was found that could be held against another.")
    for standing in standings[:STANDINGS]:
        sheet.skip()
        claim = shorten(clean(standing.account.quotation.text), SHORT)
        sheet.write(Run(f"“{claim}”", Ink.STRONG), first=f"{standing.account.number:>2}  ", rest="    ")
        for stand in standing.stands:
            sheet.write(*_stand(stand), first="    ", rest="      ")
        if standing.absent:
            absent = f"not in these documents: {joined(standing.absent)}"
            sheet.write(faint(absent), first="    ", rest="      ")
    if len(standings) > STANDINGS:
        sheet.skip()
        sheet.write(faint(f"Not shown: positions on {several(len(standings) - STANDINGS, 'more claim')}; {MORE}."))


def _stand(stand: Stand) -> list[Run]:
    ink = {"deny": Ink.BAD, "silence": Ink.LOUD, "confirm": Ink.GOOD}.get(stand.stance, Ink.PLAIN)
    on = f", {stand.on}" if stand.on else ""
    return [
        Run(f"{SIGNS[stand.stance]} {STANCES[stand.stance]}: ", ink),
        Run(f"{stand.actor}{stand.voices}{on}"),
        refs(stand.evidence),
    ]


def _tell_figures(sheet: Sheet, desk: Desk) -> None:
    sheet.head(3, "Figures, and how they go together")
    pages = ledger_of(desk)
    if not pages:
        sheet.write("No figure was found in the text of these documents.")
    for page in pages[:PAGES]:
        sheet.skip()
        sheet.write(Run(page.counts or "not clear what is counted", Ink.STRONG))
        wide = min(AMOUNT, max(len(line.amount) for line in page.lines))
        for line in page.lines:
            amount = Run(f"    {shorten(clean(line.amount), LONGEST):<{wide}}  ", Ink.STRONG)
            sheet.write(*_line(line), first=amount, rest=" " * (wide + 6))
        if page.now and len(page.lines) > 1:
            sheet.write(f"claimed now: {clean(str(page.now))}", first="    ", rest="      ")
    _tell_more_figures(sheet, pages)
    sums = sums_of(desk)
    if pages and not sums:
        sheet.skip()
        sheet.write("No sum ties these figures together.")
    if sums:
        sheet.skip()
        sheet.write(Run("Sums", Ink.STRONG))
    for made in sums[:SUMS]:
        verdict = Run("✓ works out: ", Ink.GOOD) if made.holds else Run("✕ does not work out: ", Ink.BAD)
        terms = refs(made.quotations)
        sheet.write(verdict, f"{made.explanation} ({made.kind})", terms, first="    ", rest="      ")
    if len(sums) > SUMS:
        sheet.write(faint(f"Not shown: {several(len(sums) - SUMS, 'more sum')}; {MORE}."))


def _tell_more_figures(sheet: Sheet, pages: Sequence[Page]) -> None:
    rest = sum(len(page.lines) for page in pages[PAGES:])
    if rest:
        sheet.skip()
        sheet.write(faint(f"Not shown: {several(rest, 'more figure')}; {MORE}."))


def _line(line: Line) -> list[Run]:
    details = ", ".join(part for part in (line.whose, line.when) if part)
    runs = [Run(f"{details + '; ' if details else ''}{line.claimant}:")]
    told = ""
    for quotation in line.quotations:
        text, ref = quoted(quotation, SHORT)
        runs += [ref] if quotation.text.casefold() == told else [Run(" "), text, ref]
        told = quotation.text.casefold()
    return runs


def _tell_changes(sheet: Sheet, desk: Desk) -> None:
    sheet.head(4, "Changed on the way")
    changes = changes_of(desk)
    if not changes:
        sheet.write("No change was found between what was said and how it was passed on.")
    for change in changes[:CHANGES]:
        sheet.skip()
        write_change(sheet, change)
    if len(changes) > CHANGES:
        sheet.skip()
        sheet.write(faint(f"Not shown: {several(len(changes) - CHANGES, 'more change')}; {MORE}."))


def _tell_documents(sheet: Sheet, desk: Desk) -> None:
    sheet.head(5, "Documents read, and how they were dated")
    notes = notes_of(desk.brief)
    for number, document in enumerate(desk.documents, 1):
        title = f": {shorten(clean(document.title), QUOTATION)}" if document.title else ""
        by = f" ({joined(document.authors)})" if document.authors else ""
        sheet.write(
            Run(f"[{number}] ", Ink.STRONG), Run(desk.outlet(document.id), Ink.STRONG), f"{title}{by}", rest="    "
        )
        sheet.write(_dated(desk, number), first="    ")
        sheet.write(faint(document.path), first="    ")
        for note in notes.get(document.id, ()):
            sheet.write(f"note: {note}", first="    ")


def _dated(desk: Desk, number: int) -> str:
    published = desk.documents[number - 1].published
    if published.basis is Basis.NONE or published.interval is None:
        return f"no date found{f': {published.evidence}' if published.evidence else ''}"
    ref = f" [{number}]:{published.span.start}" if published.span else ""
    evidence = f": {clean(published.evidence)}" if published.evidence else ""
    return f"{days(published.interval)}, {published.basis}{evidence}{ref}"


def _tell_gaps(sheet: Sheet, desk: Desk) -> None:
    sheet.head(6, "Not understood")
    gaps = gaps_of(desk)
    lines = []
    if gaps.unresolved:
        shown = [f"“{shorten(clean(q.text), SHORT)}” {q.ref}" for q in gaps.unresolved[:UNRESOLVED]]
        more = len(gaps.unresolved) - UNRESOLVED
        lines.append(f"Who is meant by: {', '.join(shown)}{f' and {more} more' if more > 0 else ''}")
    if gaps.unnamed:
        count, first = several(len(gaps.unnamed), "statement"), gaps.unnamed[0].ref
        lines.append(f"Who says it: {count} without a speaker in the text, the first {first}")
    lines += [
        f"When it was published: [{number}] {desk.outlet(desk.documents[number - 1].id)}" for number in gaps.undated
    ]
    lines += [
        f"[{number}] is in another language ({language}); only English is read well"
        for number, language in gaps.foreign
    ]
    lines += [f"[{number}]: no statement was found in it" for number in gaps.empty]
    lines += [clean(notice) for notice in gaps.notices]
    for line in lines:
        sheet.write(line, first="· ", rest="  ")
    if not lines:
        sheet.write("Nothing that was noticed.")
