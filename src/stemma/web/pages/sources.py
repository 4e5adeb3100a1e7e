"""``/sources``: who is heard in the case, those who say the most first."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from stemma.model.listing import Part, SourceLine
from stemma.web.answering import Windowed, answer, page, view_of

__all__ = ["router"]

router = APIRouter()


@page(router, "/sources", Part[SourceLine])
def sources(request: Request, window: Windowed) -> Response:
    """List sources."""
    part = view_of(request).sources(window)
    return answer(request, "sources.html.j2", {"part": part, "window": window}, part)
