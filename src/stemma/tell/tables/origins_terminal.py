"""The origins of one claim for a terminal."""

from collections.abc import Iterable, Iterator, Sequence

from stemma.model import Attribution
from stemma.tell.desk import Desk
from stemma.tell.layout import Ink, Run, clean
from stemma.tell.roots import Folded, Root, Roots
from stemma.tell.sheet import Sheet, described, faint, quoted, refs
from stemma.tell.wording import STANCES, several

__all__ = ["write_roots"]

_INDENT = " " * 4
_REST = " " * 6


def write_roots(sheet: Sheet, roots: Roots, desk: Desk) -> None:
    """Write the claim, its number of origins, each of them, and what keeps the number open."""
    account = roots.account
    text, ref = quoted(account.quotation)
    number = Run(f"{account.number:>2}  ")
    sheet.write(Run(text.text, Ink.STRONG), ref, faint(f" {account.claim.id}"), first=number, rest=_INDENT)
    parties = several(account.claim.origins.parties, "party", "parties")
    mark = Run("▲ one voice. ", Ink.LOUD) if account.is_loud else Run("")
    reach = Run(f"{account.origins_line} · {parties} · reported by {several(account.claim.outlets, 'outlet')}")
    sheet.write(mark, reach, first=_INDENT)
    for root in roots.roots:
        _write_root(sheet, root, desk)
    for one in roots.strays:
        sheet.write(*_folded(one, "", desk), first=_INDENT, rest=_REST)
    for runs in _others(roots, desk):
        sheet.write(*runs, first=_INDENT, rest=_REST)
    for circle in account.circles:
        sheet.write(Run(f"↻ circle: {clean(circle)}", Ink.LOUD), first=_INDENT, rest=_REST)
    if account.settle:
        sheet.write(f"to settle: {clean(account.settle)}", first=_INDENT, rest=_REST)


def _write_root(sheet: Sheet, root: Root, desk: Desk) -> None:
    runs = [Run("◆ ", Ink.LOUD), Run(clean(desk.name(root.source)), Ink.STRONG), *described(root.source, desk)]
    sheet.write(*runs, _places(root.said, desk), first=_INDENT, rest=_REST)
    for one in root.folded:
        sheet.write(*_folded(one, root.source, desk), first=_REST, rest=_REST + "  ")


def _folded(one: Folded, root: str, desk: Desk) -> Iterator[Run]:
    fold = one.fold
    sign = "← " if fold.is_certain else "←? "
    yield Run(f"{sign}{clean(desk.name(fold.source))}")
    into = "" if fold.into == root else f"into {clean(desk.name(fold.into))}, "
    yield faint(f": {into}{fold.reason}")
    yield _places(one.said, desk)


def _others(roots: Roots, desk: Desk) -> Iterator[list[Run]]:
    """Yield those who are no origins: who keep out or speak against it, the documents themselves, and nobody."""
    groups: dict[tuple[str, str], list[Attribution]] = {}
    for a in roots.others:
        groups.setdefault((a.stance, a.source or ""), []).append(a)
    for (_, source), said in groups.items():
        yield [Run(f"no origin: {clean(desk.name(source))} {STANCES[said[0].stance]}"), _places(said, desk)]
    if roots.voices:
        yield [Run(f"in its own voice: {_outlets(roots.voices, desk)}"), _places(roots.voices, desk)]
    if roots.silences:
        yield [Run(f"tells of a silence: {_outlets(roots.silences, desk)}"), _places(roots.silences, desk)]
    if roots.unclear:
        yield [Run(f"who says it is not clear: {_outlets(roots.unclear, desk)}"), _places(roots.unclear, desk)]


def _outlets(said: Iterable[Attribution], desk: Desk) -> str:
    return ", ".join(dict.fromkeys(clean(desk.outlet(a.document)) for a in said))


def _places(said: Sequence[Attribution], desk: Desk) -> Run:
    return refs(desk.quote_content(a) for a in said)
