"""``/documents/{id}``: one archived text, with what was made of each of its words."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from stemma.model import Document, Span
from stemma.tell.made import Made, made_of
from stemma.tell.marked import mark_document
from stemma.web.opened import Id, opened
from stemma.web.pages import answer, page, view_of
from stemma.web.provenance import Provenance, provenance_of
from stemma.web.versions import Number, VersionsPage, answer_versions

__all__ = ["DocumentPage", "router"]

router = APIRouter()
NOTES = 120
"""Notes that stand in the page beside the words; of a text with more, each is fetched when it is asked for."""
LAST = 100_000_000
"""Characters into a text that an address may ask for."""


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document, with all that was made of it."""

    document: Document
    story: str
    made: tuple[Made, ...]
    provenance: Provenance
    here: Span | None
    """The place that the address asks for."""


@page(router, "/documents/{id}", DocumentPage | VersionsPage, fails=(404,))
def document(
    request: Request,
    id: Id,
    version: Number = None,
    against: Number = None,
    start: Annotated[int | None, Query(ge=0, le=LAST, description="First character of a place to show.")] = None,
    end: Annotated[int | None, Query(ge=0, le=LAST, description="The character after its last.")] = None,
) -> Response:
    """Show a text with what was made of it, or what was changed from one version of it to another."""
    if version or against:
        return answer_versions(request, id, version, against)
    laid, text = opened(request, id)
    here = None
    if start is not None and start < len(text.text):
        here = Span(start, min(max(end or start + 1, start + 1), len(text.text)))
    made = made_of(id, laid.desk, laid.remarks)
    shown = DocumentPage(text, laid.id, made, provenance_of(view_of(request), text.sha256), here)
    notes: dict[str, list[Made]] = {}
    for one in made:
        notes.setdefault(one.anchor, []).append(one)
    context = {
        "page": shown,
        "laid": laid,
        "pieces": mark_document(text, laid.desk, here),
        "notes": notes,
        "has_notes": len(notes) <= NOTES,
    }
    return answer(request, "document.html.j2", context, shown)
