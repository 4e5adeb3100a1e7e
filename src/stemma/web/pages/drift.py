"""``/stories/{id}/drift``: what was changed on the way, the words on both sides."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from stemma.model.listing import Part
from stemma.tell.contrast import contrast
from stemma.tell.twins import DriftTwin
from stemma.tell.wording import DRIFT, plain_kind
from stemma.web.answering import Windowed, page
from stemma.web.laid import laid_out
from stemma.web.saving import Saving, Telling, tell

__all__ = ["router"]

router = APIRouter()
Kind = Annotated[str, Query(max_length=60, description="One kind of change alone, as `figure_changed`.")]


@page(router, "/stories/{id}/drift", DriftTwin, fails=(404,))
def drift(request: Request, id: str, window: Windowed, save: Saving, kind: Kind = "") -> Response:
    """Show what documents changed in what they passed on."""
    laid = laid_out(request, id)
    kinds = sorted({change.drift.kind for change in laid.changes})
    sought = window.words.casefold().split()
    found = [
        change
        for change in laid.changes
        if kind in ("", change.drift.kind)
        and all(word in f"{change.words.text} {change.against.text}".casefold() for word in sought)
    ]
    shown = found[window.start : window.start + window.count]
    context = {
        "part": Part(shown, len(found)),
        "window": window,
        "kinds": {one: plain_kind(DRIFT, one) for one in kinds},
        "kind": kind,
        "contrast": contrast,
    }
    twin = DriftTwin.of(shown, len(found), id, laid.desk)
    return tell(request, Telling("drift.html.j2", laid, context, twin), save=save)
