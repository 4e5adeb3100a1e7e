"""
A small language: one body a report, then each check expected of one kind as ``holds: text + text``.

The figures are those that ``measure`` finds, so that a check is told from sentences, not from values.
"""

from dataclasses import replace
from datetime import date

from stemma.measure import date_figures, measure
from stemma.model import Basis, Check, Document, Figure, Interval, Published
from stemma.weigh import check
from tests.factories import make_document

__all__ = ["check_sums", "checks_of", "reports"]


PUBLISHED = Published(Interval.day(date(2031, 6, 1)), Basis.STATED)


def reports(*bodies: str) -> list[Document]:
    made = [make_document(f"d{i}", f"Title {i}\n{body}") for i, body in enumerate(bodies)]
    return [replace(document, published=PUBLISHED) for document in made]


def checks_of(*bodies: str, kind: str) -> tuple[list[Check], dict[str, Figure]]:
    documents = reports(*bodies)
    figures = [figure for document in documents for figure in date_figures(document, measure(document, ()))]
    found = check(documents, (), figures)
    return [c for c in found if c.kind == kind], {f.id: f for f in figures}


def check_sums(kind: str, bodies: tuple[str, ...], *expected: str) -> None:
    found, figures = checks_of(*bodies, kind=kind)
    told = [(c.holds, sorted(figures[i].text for i in c.figures)) for c in found]
    wanted = []
    for row in expected:
        holds, _, texts = row.partition(": ")
        wanted.append((holds == "true", sorted(texts.split(" + "))))
    assert sorted(told) == sorted(wanted)
