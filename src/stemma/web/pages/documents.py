"""``/documents``: all documents of the case, the newest first."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from stemma.model.listing import DocumentLine, Part
from stemma.web.answering import LAST, Windowed, answer, page, view_of

__all__ = ["Documents", "router"]

router = APIRouter()
LONGEST_ID = 200
"""Characters of an id that are looked up."""


@dataclass(frozen=True, slots=True)
class Documents:
    """A part of the list of documents."""

    part: Part[DocumentLine]
    story: str | None
    """The one that they belong to, where one is asked for."""
    after: int | None
    """Of new ones, the coming after which theirs was."""


@page(router, "/documents", Documents)
def documents(
    request: Request,
    window: Windowed,
    story: Annotated[str | None, Query(max_length=LONGEST_ID, description="Of this story alone.")] = None,
    after: Annotated[int | None, Query(ge=0, le=LAST, description="That came after this coming alone.")] = None,
) -> Response:
    """List documents."""
    view = view_of(request)
    if after is None:
        shown = Documents(view.documents(window, story=story or None), story or None, None)
    else:
        lines = view.came_after(after)
        shown = Documents(Part(lines[window.start : window.start + window.count], len(lines)), None, after)
    return answer(request, "documents.html.j2", {"list": shown, "window": window}, shown)
