"""The part of the brief in the terminal that tells claims: who carries them, and whom they have them from."""

from collections.abc import Iterator, Sequence

from stemma.model import Side
from stemma.tell.accounts import Account, Wording
from stemma.tell.front import CLAIMS, Front
from stemma.tell.layout import Ink, Run, clean, shorten
from stemma.tell.sheet import SHORT, Sheet, faint, quoted
from stemma.tell.wording import joined, several

__all__ = ["tell_claims"]

NAMES = 6
TIES = 3


def tell_claims(sheet: Sheet, front: Front) -> None:
    """Write what several outlets claim."""
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
        days = {wording.on for wording in wordings if wording.on}
        on = next(iter(days)) if len(days) == 1 else ""
        told = _tellings(wordings, is_dated=len(days) > 1)
        yield [Run(f"{route}{f', {stance}' if stance else ''}{f', {on}' if on else ''}: "), *told]


def _tellings(wordings: Sequence[Wording], *, is_dated: bool) -> Iterator[Run]:
    """Yield the documents that tell it, each with its cue and place, and with its own day where they differ."""
    for at, wording in enumerate(wordings):
        cue = f" “{shorten(clean(wording.cue.text), SHORT)}”" if wording.cue else ""
        on = f" {wording.on}" if is_dated and wording.on else ""
        yield Run(f"{'; ' if at else ''}{wording.outlet}{cue}{on}")
        yield faint(f" {wording.quotation.ref}")
