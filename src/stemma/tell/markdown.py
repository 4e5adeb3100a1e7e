"""The brief in Markdown: what the terminal says, with the places as footnotes. GitHub renders it well."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from stemma.model import Basis, Brief, Document
from stemma.tell.accounts import Account, accounts_of, summary_of
from stemma.tell.changes import changes_of
from stemma.tell.days import days
from stemma.tell.desk import Desk, Quotation
from stemma.tell.gaps import gaps_of
from stemma.tell.judged import notes_of
from stemma.tell.layout import clean
from stemma.tell.ledger import Page, ledger_of, sums_of
from stemma.tell.stands import Standing, standings_of
from stemma.tell.wording import SIGNS, STANCES, joined, several

__all__ = ["as_markdown"]

SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$!])")
STARTS = re.compile(r"^(\s*)([-+=]|\d+[.)])(?=\s|$)")


def as_markdown(brief: Brief) -> str:
    """Return *brief* as Markdown with a final newline."""
    desk = Desk.of(brief)
    accounts = accounts_of(desk)
    notes = _Notes()
    blocks = [
        *_head(desk, accounts),
        *_claims(accounts, notes),
        *_stands(desk, accounts, notes),
        *_figures(desk, notes),
        *_changes(desk, notes),
        *_documents(desk),
        *_gaps(desk, notes),
        *notes.blocks(desk),
    ]
    return "\n\n".join(blocks) + "\n"


@dataclass(slots=True)
class _Notes:
    """The footnotes that were referred to, in the order in which they were."""

    quotations: dict[str, Quotation] = field(default_factory=dict)

    def refer(self, quotations: Iterable[Quotation]) -> str:
        """Return marks that lead to the places of *quotations*."""
        marks = []
        for quotation in quotations:
            name = f"d{quotation.number}-{quotation.span.start}-{quotation.span.end}"
            self.quotations.setdefault(name, quotation)
            marks.append(f"[^{name}]")
        return " ".join(dict.fromkeys(marks))

    def quote(self, quotation: Quotation) -> str:
        """Return the words in quotation marks, with their mark."""
        return f"“{_plain(quotation.text)}”{self.refer([quotation])}"

    def blocks(self, desk: Desk) -> Iterator[str]:
        """Yield the footnotes."""
        lines = []
        for name, q in self.quotations.items():
            where = f"\\[{q.number}\\] {_plain(desk.outlet(desk.documents[q.number - 1].id))}"
            lines.append(f"[^{name}]: {where}, characters {q.span.start}–{q.span.end}: “{_plain(q.text)}”")
        if lines:
            yield "\n".join(lines)


def _plain(text: str) -> str:
    """Return *text* so that no character of it is read as Markdown or HTML."""
    return STARTS.sub(r"\1\\\2", SPECIAL.sub(r"\\\1", clean(text)))


def _list(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines)


def _head(desk: Desk, accounts: tuple[Account, ...]) -> Iterator[str]:
    yield "# Stemma brief"
    yield f"{several(len(desk.documents), 'document')} · {several(len(accounts), 'claim')}"
    yield f"**{summary_of(accounts)}**"
    yield (
        "An outlet printed it; an origin is a voice that it can be traced back to. Five outlets with one "
        "origin are one voice heard five times. Each footnote leads to a document and its characters."
    )


def _claims(accounts: tuple[Account, ...], notes: _Notes) -> Iterator[str]:
    yield "## 1. Claimed by several outlets"
    shared = [account for account in accounts if account.is_shared]
    if not shared:
        yield "Nothing: no two outlets were found to say the same."
    for account in shared:
        yield f"### {account.number}. “{_plain(account.quotation.text)}”"
        yield _list(_account(account, notes))
    single = [account for account in accounts if not account.is_shared]
    if single:
        lines = [f"{notes.quote(a.quotation)} ({_plain(joined(a.origins) or 'no origin named')})" for a in single]
        summary = f"{several(len(single), 'claim')} in one outlet only"
        yield f"<details><summary>{summary}</summary>"
        yield _list(lines)
        yield "</details>"


def _account(account: Account, notes: _Notes) -> Iterator[str]:
    names = f": {_plain(joined(account.origins))}" if account.origins else ""
    voice = "▲ **one voice.** " if account.is_loud else ""
    yield f"{voice}**{account.reach}**{names}"
    yield from (f"↻ circle: {_plain(circle)}" for circle in account.circles)
    if account.settle:
        yield f"to settle: {_plain(account.settle)}"
    if account.grade:
        reasons = f": {_plain('; '.join(map(str, account.reasons)))}" if account.reasons else ""
        yield f"credibility {_plain(account.grade)}{reasons}"
    yield from map(_plain, account.remarks)
    for tie in account.ties:
        yield f"{tie.verb} claim {tie.number}: “{_plain(tie.text)}”"
    for w in account.wordings:
        cue = f", “{_plain(w.cue.text)}”" if w.cue else ""
        details = "".join(f", {part}" for part in (w.stance, w.on) if part)
        yield f"{_plain(w.outlet)}: {_plain(w.route)}{cue}{details}: {notes.quote(w.quotation)}"


def _stands(desk: Desk, accounts: tuple[Account, ...], notes: _Notes) -> Iterator[str]:
    yield "## 2. Who stands where, and who is silent"
    standings = [s for s in standings_of(accounts, desk) if s.account.is_shared or s.is_contested]
    if not standings:
        yield "No position was found that could be held against another."
    for standing in sorted(standings, key=lambda s: not s.is_contested):
        yield f"**{standing.account.number}. “{_plain(standing.account.quotation.text)}”**"
        yield _list(_standing(standing, notes))


def _standing(standing: Standing, notes: _Notes) -> Iterator[str]:
    for stand in standing.stands:
        on = f", {stand.on}" if stand.on else ""
        refs = notes.refer(stand.evidence)
        yield f"{_plain(SIGNS[stand.stance])} {STANCES[stand.stance]}: {_plain(stand.actor + stand.voices)}{on}{refs}"
    if standing.absent:
        yield f"*not in these documents:* {_plain(joined(standing.absent))}"


def _figures(desk: Desk, notes: _Notes) -> Iterator[str]:
    yield "## 3. Figures, and how they go together"
    pages = ledger_of(desk)
    if not pages:
        yield "No figure was found in the text of these documents."
        return
    yield _table(pages, notes)
    sums = sums_of(desk)
    if not sums:
        yield "No sum ties these figures together."
        return
    lines = []
    for made in sums:
        verdict = "✓ works out" if made.holds else "✕ **does not work out**"
        refs = notes.refer(made.quotations)
        lines.append(f"{verdict}: {_plain(made.explanation)} ({made.kind}){refs}")
    yield _list(lines)


def _table(pages: Sequence[Page], notes: _Notes) -> str:
    rows = ["| counts | figure | whose, when | given by | words |", "|---|---:|---|---|---|"]
    for page in pages:
        for line in page.lines:
            counts = _plain(page.counts or "not clear what") if line.number == 1 else ""
            details = ", ".join(part for part in (line.whose, line.when) if part)
            quotes = " ".join(map(notes.quote, line.quotations))
            cells = (counts, _plain(line.amount), _plain(details), _plain(line.claimant), quotes)
            rows.append(f"| {' | '.join(cells)} |")
        if page.now and len(page.lines) > 1:
            rows.append(f"| *claimed now* | | | {_plain(str(page.now))} | |")
    return "\n".join(rows)


def _changes(desk: Desk, notes: _Notes) -> Iterator[str]:
    yield "## 4. Changed on the way"
    changes = changes_of(desk)
    if not changes:
        yield "No change was found between what was said and how it was passed on."
        return
    yield _list(
        f"**{change.kind}**: {_plain(change.explanation)}\n"
        f"  - {_plain(change.outlet)}: {notes.quote(change.words)}\n"
        f"  - against {_plain(change.against_outlet)}: {notes.quote(change.against)}"
        for change in changes
    )


def _documents(desk: Desk) -> Iterator[str]:
    yield "## 5. Documents read, and how they were dated"
    notes = notes_of(desk.brief)
    rows = ["| | outlet | title | published | how it was dated | file |", "|---|---|---|---|---|---|"]
    for number, document in enumerate(desk.documents, 1):
        when, how = _dated(document)
        title = _plain("; ".join([*filter(None, [document.title]), *notes.get(document.id, ())]))
        cells = (f"\\[{number}\\]", _plain(desk.outlet(document.id)), title, when, how, _plain(document.path))
        rows.append(f"| {' | '.join(cells)} |")
    yield "\n".join(rows)


def _dated(document: Document) -> tuple[str, str]:
    published = document.published
    if published.basis is Basis.NONE or published.interval is None:
        return "no date found", _plain(published.evidence)
    return days(published.interval), f"{published.basis}: {_plain(published.evidence)}"


def _gaps(desk: Desk, notes: _Notes) -> Iterator[str]:
    yield "## 6. Not understood"
    gaps = gaps_of(desk)
    lines = [f"Who is meant by {notes.quote(quotation)}" for quotation in gaps.unresolved]
    lines += [f"Who says {notes.quote(quotation)}" for quotation in gaps.unnamed]
    if gaps.undated:
        lines.append(f"When it was published: {', '.join(f'document {number}' for number in gaps.undated)}")
    lines += [f"Document {n} is in another language ({language})" for n, language in gaps.foreign]
    lines += [f"No statement was found in document {number}" for number in gaps.empty]
    lines += [_plain(notice) for notice in gaps.notices]
    yield _list(lines) if lines else "Nothing that was noticed."
