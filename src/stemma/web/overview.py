"""``/``: what is loud, what is new, what waits."""

from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import Response

from stemma.case import Window
from stemma.model.listing import ClaimLine, Part, StoryLine, Totals
from stemma.web.pages import answer, page, view_of

__all__ = ["Overview", "router"]

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Overview:
    """The case in one glance."""

    totals: Totals
    loud: Part[ClaimLine]
    """What several outlets carry and one origin said."""
    stories: Part[StoryLine]


@page(router, "/", Overview)
def overview(request: Request) -> Response:
    """Show the case in one glance."""
    view = view_of(request)
    shown = Overview(view.totals(), view.claims(Window(count=12), loud=True), view.stories(Window(count=12)))
    return answer(request, "overview.html.j2", {"overview": shown}, shown)
