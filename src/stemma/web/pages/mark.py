"""``/documents/{id}/marks/{anchor}``: what was made of some words, by itself."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from stemma.errors import UnknownError
from stemma.model import Span
from stemma.tell.made import Made, Said, made_of
from stemma.tell.marked import mark_spans
from stemma.web.answering import answer, page
from stemma.web.opened import Id, opened

__all__ = ["MarkPage", "router"]

router = APIRouter()
AROUND = 300
"""Characters that are shown before and after the words."""


@dataclass(frozen=True, slots=True)
class MarkPage:
    """What was made of some words of a document."""

    document: str
    outlet: str
    made: tuple[Made, ...]
    before: str
    words: str
    after: str


@page(router, "/documents/{id}/marks/{anchor}", MarkPage, fails=(404,))
def mark(request: Request, id: Id, anchor: Annotated[str, Path(max_length=200)]) -> Response:
    """Show what was made of some words."""
    laid, document = opened(request, id)
    made = tuple(one for one in made_of(id, laid.desk, laid.remarks) if one.anchor == anchor)
    if not made:
        raise UnknownError("mark", anchor)
    spans = made[0].spans if isinstance(made[0], Said) else (made[0].span,)
    first, last = spans[0].start, spans[-1].end
    start, end = max(0, first - AROUND), min(len(document.text), last + AROUND)
    moved = [Span(span.start - start, span.end - start) for span in spans]
    shown = MarkPage(
        id,
        laid.desk.known_as(id),
        made,
        document.text[start:first],
        document.text[first:last],
        document.text[last:end],
    )
    context = {"page": shown, "laid": laid, "pieces": mark_spans(document.text[start:end], moved, "here")}
    return answer(request, "mark.html.j2", context, shown)
