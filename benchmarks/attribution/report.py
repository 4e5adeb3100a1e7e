"""The figures as a plain table or as Markdown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from benchmarks.attribution.scoring import ALL, FORMS, Score
from benchmarks.attribution.tagging import Tagging
from stemma.model import Quote, Role

__all__ = ["kinds_table", "render", "speed_table", "tagging_table", "whole_table"]

Table = list[list[str]]


def tagging_table(tagging: Tagging) -> Table:
    rows = [["tagger", "token F1", "exact span F1", "right links"]]
    for role in Role:
        linked = "" if role is Role.CONTENT else f"{tagging.links.recall(role):.3f} of {tagging.links.true[role]}"
        rows.append([str(role), f"{tagging.tokens.f1(role):.4f}", f"{tagging.spans.f1(role):.4f}", linked])
    return rows


def whole_table(scores: Sequence[Score]) -> Table:
    """One row a system and a form: F1 of each rule, and precision and recall of the whole ones."""
    head = ["", "form", "found", "content F1", "and source F1", "whole P", "whole R", "whole F1", "exact F1"]
    return [head, *(_whole_row(score, form) for form in FORMS for score in scores)]


def _whole_row(score: Score, form: str) -> list[str]:
    tally, whole = score.tally, (form, "whole", ALL)
    milder = [f"{tally.f1((form, rule, ALL)):.3f}" for rule in ("content", "source")]
    parts = [f"{value:.3f}" for value in (tally.precision(whole), tally.recall(whole), tally.f1(whole))]
    return [score.name, form, str(tally.found[whole]), *milder, *parts, f"{tally.f1((form, 'exact', ALL)):.3f}"]


def kinds_table(scores: Sequence[Score], form: str = FORMS[1]) -> Table:
    """Precision and recall of whole attributions by kind, with how many of a kind were found and are true."""
    rows = [["", *(f"{kind}: P (of found), R (of true)" for kind in Quote)]]
    for score in scores:
        rows.append([score.name, *(_kind_cell(score, (form, "whole", kind)) for kind in Quote)])
    return rows


def _kind_cell(score: Score, key: tuple[str, str, Quote]) -> str:
    tally = score.tally
    return f"{tally.precision(key):.3f} of {tally.found[key]}, {tally.recall(key):.3f} of {tally.true[key]}"


def speed_table(scores: Sequence[Score]) -> Table:
    """Articles a second of processor time as multiples of the first system's: seconds are the machine's."""
    rows = [["", "articles a second"]]
    for score in scores:
        rows.append([score.name, f"{scores[0].seconds / score.seconds:.2f}"])
    return rows


def render(table: Table, *, as_markdown: bool) -> str:
    return "\n".join(_markdown(table) if as_markdown else _plain(table))


def _markdown(table: Table) -> Iterator[str]:
    for number, row in enumerate(table):
        yield f"| {' | '.join(row)} |"
        if number == 0:
            yield f"|{'---|' * len(row)}"


def _plain(table: Table) -> Iterator[str]:
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    for row in table:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
