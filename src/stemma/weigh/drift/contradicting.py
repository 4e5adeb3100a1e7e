"""Headlines that give a smaller number than all of the report below them."""

import re
from collections.abc import Iterator

from stemma.lexicon import pairs_of
from stemma.model import Document, Drift, Figure, Span
from stemma.weigh.counts.limits import limits
from stemma.weigh.drift.witnesses import Witnesses, drift

__all__ = ["contradicted_headlines"]

_NUMBERED = re.compile(
    r"(?P<number>\b\d[\d,]*|\b[a-z]+(?:-[a-z]+)?)(?: [a-z]+){0,2}? (?P<state>[a-z]+)\b", re.IGNORECASE
)
_KILLS = re.compile(r"\b(?P<state>[a-z]+) (?:at least |some |about )?(?P<number>\d[\d,]*|[a-z]+)\b", re.IGNORECASE)


def contradicted_headlines(witnesses: Witnesses) -> Iterator[Drift]:
    """
    Yield "58 killed" above a body that knows of no number but "at least 59 people killed".

    The other way round, a body may count parts of the headline's whole.
    """
    for document in witnesses.brief.documents:
        figures = [f for f in witnesses.brief.figures if f.document == document.id and f.low and not f.unit]
        for span, number, state in _told(document):
            same = [
                f
                for f in figures
                if state in (f.counts or "").split() and not (document.title_span or span).meets(f.span)
            ]
            most = max(same, key=lambda f: (f.low or 0.0, f.span), default=None)
            if most and limits(most)[0] > number and not any(_may_be(f, number) for f in figures):
                said = " ".join(span.cut(document.text).split())
                words = f"The headline says “{said}”; the body “{most.text}”."
                yield drift("self_contradiction", (document.id, span), (document.id, most.span), words)


def _told(document: Document) -> Iterator[tuple[Span, float, str]]:
    """Yield the counts of people that the headline gives, with what befell them."""
    title = document.title_span
    if title is None:
        return
    for shape in (_NUMBERED, _KILLS):
        for found in shape.finditer(document.text, title.start, title.end):
            state = pairs_of("counted_states").get(found["state"].casefold(), "")
            word = found["number"].casefold().replace(",", "")
            number = word if word.isdigit() else pairs_of("cardinals").get(word)
            if number and state and " or " not in state:
                yield Span(found.start(), found.end()), float(number), state


def _may_be(figure: Figure, number: float) -> bool:
    low, high = limits(figure)
    return low <= number <= high
