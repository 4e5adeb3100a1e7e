"""``/stories/{id}/days``: what happened day by day, and on whose word."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from stemma.model.listing import Part
from stemma.tell.slices import slice_groups
from stemma.tell.twins import DaysTwin
from stemma.web.answering import Windowed, page
from stemma.web.laid import laid_out
from stemma.web.saving import Saving, Telling, tell

__all__ = ["router"]

router = APIRouter()


@page(router, "/stories/{id}/days", DaysTwin, fails=(404,))
def days(request: Request, id: str, window: Windowed, save: Saving) -> Response:
    """Show what happened and what is expected, in the order of its days."""
    laid = laid_out(request, id)
    sought = window.words.casefold().split()
    told = [
        (day.head, [one for one in day.told if all(word in one.quotation.text.casefold() for word in sought)])
        for day in laid.days
    ]
    groups = list(slice_groups(told, window.start, window.count))
    total = sum(len(lines) for _, lines in told)
    part = Part([one for group in groups for one in group.lines], total)
    context = {"groups": groups, "part": part, "window": window}
    twin = DaysTwin.of(groups, total, id, laid.desk)
    return tell(request, Telling("days.html.j2", laid, context, twin), save=save)
