"""``/documents``: all documents of the case, the newest first."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from stemma.model.listing import DocumentLine, Part
from stemma.web.pages import Windowed, answer, page, view_of

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


@page(router, "/documents", Documents)
def documents(
    request: Request,
    window: Windowed,
    story: Annotated[str | None, Query(max_length=LONGEST_ID, description="Of this story alone.")] = None,
) -> Response:
    """List documents."""
    shown = Documents(view_of(request).documents(window, story=story or None), story or None)
    return answer(request, "documents.html.j2", {"list": shown, "window": window}, shown)
