"""A claim's tree for a terminal: the origins at the top, and below each who has it from there, in which words."""

from collections.abc import Iterator
from dataclasses import dataclass

from stemma.model import Attribution, Brief, Evidence, Stance
from stemma.tell.changes import Change, changes_of
from stemma.tell.days import days
from stemma.tell.desk import Desk
from stemma.tell.layout import Ink, Run, clean, paint, shorten
from stemma.tell.portion import Portion
from stemma.tell.sheet import Sheet, described, faint, quoted, write_documents
from stemma.tell.trees.bonds import Bond
from stemma.tell.trees.branches import Branch, Seen, branches_of
from stemma.tell.trees.choosing import choose
from stemma.tell.trees.lineage import Lineage, lineage_of
from stemma.tell.wording import STANCES

__all__ = ["tree_as_terminal"]

SIGNS = {
    "origin": ("◆ ", Ink.LOUD),
    "relay": ("◇ ", Ink.LOUD),
    "document": ("● ", Ink.PLAIN),
    "voice": ("○ ", Ink.PLAIN),
    "denier": ("✕ ", Ink.BAD),
}
PLACES = {
    Seen.NEW: "",
    Seen.ABOVE: " · see above",
    Seen.CIRCLE: " · in a circle: it stands above",
    Seen.ELSEWHERE: " · see its other place",
}
WORDS = 100
"""Columns of what a document writes; its place leads to the rest."""
DEEP = 12
"""Levels that are shown by their lines; deeper ones stand below the last."""


def tree_as_terminal(told: Brief | Portion, claim: str, width: int = 80, *, color: bool = False) -> str:
    """Return the tree of a claim as text of at most *width* columns."""
    account, desk = choose(told, claim)
    lineage = lineage_of(account, desk)
    sheet = Sheet(width)
    text, ref = quoted(account.quotation)
    head = Run(f"{account.number:>2}  ")
    sheet.write(Run(text.text, Ink.STRONG), ref, faint(f" {account.claim.id}"), first=head, rest="    ")
    mark = Run("▲ one voice. ", Ink.LOUD) if account.is_loud else Run("")
    sheet.write(mark, account.reach, first="    ")
    sheet.skip()
    changes = tuple(change for change in changes_of(desk) if account.claim.id in change.claims)
    for branch in branches_of(lineage):
        _write_branch(sheet, branch, _Telling(lineage, desk, changes))
    sheet.skip()
    for circle in account.circles:
        sheet.write(Run(f"↻ circle: {clean(circle)}", Ink.LOUD), rest="  ")
    if account.settle:
        sheet.write(f"to settle: {clean(account.settle)}", rest="  ")
    sheet.write(faint("◆ origin · ◇ relay, or folded into an origin · ● document · ○ in its own voice"), rest="  ")
    write_documents(sheet, desk, lineage.documents)
    return "".join(paint(line, color=color) + "\n" for line in sheet.lines)


@dataclass(frozen=True, slots=True)
class _Telling:
    """What the lines are told from."""

    lineage: Lineage
    desk: Desk
    changes: tuple[Change, ...]


def _write_branch(sheet: Sheet, branch: Branch, telling: _Telling) -> None:
    first, rest = _rails(branch)
    sheet.write(*_member(branch, telling), first=Run(first, Ink.FAINT), rest=rest)
    if branch.id not in telling.desk.numbers or branch.seen in (Seen.CIRCLE, Seen.ELSEWHERE):
        return
    for a in _wordings(branch, telling.lineage):
        sheet.write(*_words(a, branch, telling.desk), first=rest, rest=rest + "  ")
    if branch.seen is Seen.NEW:
        for bond in branch.also:
            how = f" ({bond.words})" if bond.parent in telling.desk.numbers else ""
            also = f"also from {clean(telling.desk.name(bond.parent))}{how}"
            sheet.write(faint(also), first=rest, rest=rest + "  ")
        for change in telling.changes:
            if change.drift.place.document == branch.id:
                kind = Run(f"≠ {change.kind.lower()}: ", Ink.BAD)
                sheet.write(kind, clean(change.explanation), first=rest, rest=rest + "  ")


def _rails(branch: Branch) -> tuple[str, str]:
    """Return what stands before the first line of a member, and before its others."""
    levels = branch.is_last[-DEEP:]
    if not levels:
        return "", "│  " if branch.has_below else "   "
    before = "".join("   " if is_last else "│  " for is_last in levels[:-1])
    mine = "   " if levels[-1] else "│  "
    below = "│  " if branch.has_below else "   "
    return before + ("└─ " if levels[-1] else "├─ "), before + mine + below


def _member(branch: Branch, telling: _Telling) -> Iterator[Run]:
    """Yield who it is, when, and how they have it from the one above."""
    desk, id, bond = telling.desk, branch.id, branch.bond
    sign, ink = SIGNS[telling.lineage.kind(id)]
    is_source = id not in desk.numbers
    yield Run("↻ " if branch.seen is Seen.CIRCLE else sign, Ink.LOUD if branch.seen is Seen.CIRCLE else ink)
    yield Run(clean(desk.name(id) if is_source else desk.label(id)), Ink.STRONG)
    if is_source and branch.seen is Seen.NEW:
        yield from described(id, desk)
    if not is_source:
        yield faint(f", {days(desk.document(id).published.interval) or 'no date'}")
    if bond is not None:
        yield from _bonded(bond, telling)
    yield faint(PLACES[branch.seen])


def _bonded(bond: Bond, telling: _Telling) -> Iterator[Run]:
    """Yield how one has it from the one above, and how sure that is."""
    if bond.is_denial:
        yield Run(" · tells that they deny it", Ink.BAD)
    elif bond.evidence is Evidence.CITES and bond.parent not in telling.desk.numbers:
        yield Run(_cited(bond, telling))
    else:
        yield Run(f" · {bond.words}")
    if bond.is_circular:
        yield Run(" ↻", Ink.LOUD)
    if bond.is_open:
        yield Run(" ? not decided", Ink.LOUD)


def _cited(bond: Bond, telling: _Telling) -> str:
    """Return the words by which a document names a source; it goes without saying that it does."""
    if bond.child not in telling.desk.numbers:
        return " · passes it on"
    for a in telling.lineage.wordings(bond.child):
        if a.cue_span and bond.parent in (a.source, *a.via):
            return f" · “{shorten(clean(telling.desk.quote(a.document, a.cue_span).text), WORDS)}”"
    return ""


def _wordings(branch: Branch, lineage: Lineage) -> Iterator[Attribution]:
    """Yield what the document writes of it as far as it comes from the one above; at its first place also the rest."""
    dropped = {bond.parent for bond in branch.also}
    others = {bond.parent for bond in lineage.bonds if bond.child == branch.id} - dropped
    above = branch.bond.parent if branch.bond else ""
    for a in lineage.wordings(branch.id):
        chain = {a.source, *a.via}
        if above in chain or (branch.seen is Seen.NEW and not chain & (others - {above})):
            yield a


def _words(a: Attribution, branch: Branch, desk: Desk) -> Iterator[Run]:
    quotation = desk.quote_content(a)
    if a.source and (branch.bond is None or a.source != branch.bond.parent):
        yield Run(f"{clean(desk.name(a.source))}: ")
    yield from quoted(quotation, WORDS)
    if a.stance is not Stance.ASSERT:
        yield Run(f" {STANCES[a.stance]}")
    if a.hedges:
        yield faint(f" hedged: {', '.join(map(clean, a.hedges))}")
