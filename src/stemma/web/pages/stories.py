"""``/stories``: what the reports are of."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from stemma.model.listing import Part, StoryLine
from stemma.web.answering import Windowed, answer, page, view_of

__all__ = ["router"]

router = APIRouter()


@page(router, "/stories", Part[StoryLine])
def stories(request: Request, window: Windowed) -> Response:
    """Show the stories, those with the most documents first."""
    part = view_of(request).stories(window)
    return answer(request, "stories.html.j2", {"part": part, "window": window}, part)
