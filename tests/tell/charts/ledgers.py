"""Ledgers for tests, in a small language: a line is ``day | number | claimant``, with a bound before the number."""

from dataclasses import replace
from datetime import date, timedelta

from stemma.model import (
    Basis,
    Bound,
    Brief,
    Entry,
    Figure,
    Interval,
    Published,
    Relation,
    Source,
    SourceKind,
    Standing,
    Tally,
)
from stemma.tell.desk import Desk
from stemma.tell.ledger import Page, ledger_of
from tests.factories import make_document, make_figure

__all__ = ["FIRST", "a_page", "brief_with"]

FIRST = date(2031, 3, 1)
SIGNS = {
    "≈": Bound.ABOUT, "≥": Bound.AT_LEAST, "≤": Bound.AT_MOST, ">": Bound.MORE_THAN, "<": Bound.LESS_THAN,
}  # fmt: skip


def brief_with(*lines: str, ties: dict[int, tuple[Relation, int]] | None = None) -> Brief:
    """
    Return a brief whose ledger has one page with these *lines*.

    A day is a number of days after the first of March, several of them ``2-9``; a range is ``10-20``. *ties* says how
    a line, by its number, stands to another.
    """
    text = " ".join(f"{at:04d}" for at in range(1, len(lines) + 1)) + " were hurt"
    published = Published(Interval.day(FIRST), Basis.STATED)
    document = make_document("paper", text, outlet="Harbour Paper", published=published)
    names = dict.fromkeys(line.split("|")[2].strip() for line in lines)
    sources = {name: Source(f"s{at}", name, SourceKind.ORGANISATION) for at, name in enumerate(names)}
    figures = [_figure(document, at, line) for at, line in enumerate(lines, 1)]
    entries = []
    for at, (line, figure) in enumerate(zip(lines, figures, strict=True), 1):
        relation, against = (ties or {}).get(at, (None, 0))
        other = figures[against - 1].id if relation else None
        claimant = sources[line.split("|")[2].strip()].id
        entries.append(Entry(figure.id, (figure.id,), claimant, _days(line.split("|")[0]), None, relation, other))
    standing = Standing(figures[0].id, figures[-1].id, tuple(figure.id for figure in figures))
    tally = Tally("t1", "hurt", None, tuple(entries), standing)
    return Brief((document,), sources=tuple(sources.values()), figures=tuple(figures), ledger=(tally,))


def a_page(*lines: str, ties: dict[int, tuple[Relation, int]] | None = None) -> Page:
    """Return the page of the ledger with these *lines*."""
    return ledger_of(Desk.of(brief_with(*lines, ties=ties)))[0]


def _figure(document, at: int, line: str) -> Figure:
    words = line.split("|")[1].strip()
    bound = SIGNS.get(words[0], Bound.RANGE if "-" in words else Bound.EXACT)
    low, _, high = words.lstrip("≈≥≤>< ").partition("-")
    figure = make_figure(document, f"f{at:04d}", f"{at:04d}", float(low), bound=bound, counts="hurt")
    return replace(figure, low=float(low), high=float(high or low))


def _days(words: str) -> Interval | None:
    if not words.strip():
        return None
    first, _, last = words.strip().partition("-")
    return Interval(*(FIRST + timedelta(days=int(day)) for day in (first, last or first)))
