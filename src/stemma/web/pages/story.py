"""``/stories/{id}``: a story in one glance, and where the rest of it is told."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from stemma.tell.accounts import summary_in_words
from stemma.tell.board import rows_of
from stemma.tell.slices import slice_groups
from stemma.tell.twins import StoryTwin
from stemma.tell.twins.story import Head
from stemma.web.answering import Windowed, page, view_of
from stemma.web.laid import laid_out
from stemma.web.saving import Saving, Telling, tell

__all__ = ["router"]

FIRST = 3
"""Of what is told on a page of its own, so many lines stand here."""

router = APIRouter()


@page(router, "/stories/{id}", StoryTwin, fails=(404,))
def story(request: Request, id: str, window: Windowed, save: Saving) -> Response:
    """Show a story: its claims by reach against roots, and the first of all else."""
    laid = laid_out(request, id)
    claims = view_of(request).claims(window, story=id)
    days = [(day.head, day.told) for day in laid.days]
    head = Head(
        line=laid.line,
        summary=summary_in_words(laid.line.shared, laid.line.loud),
        changed=len(laid.changes),
        contested=laid.board.contested,
        figures=sum(len(one.lines) for one in laid.ledger),
        days=len(days),
    )
    context = {
        "head": head,
        "claims": claims,
        "shown": laid.told(line.id for line in claims.lines),
        "window": window,
        "board": laid.board,
        "rows": rows_of(laid.board, laid.told(laid.board.claims[:FIRST]), laid.desk),
        "first": FIRST,
        "counted": [one for one in laid.ledger if one.now and len(one.lines) > 1][:FIRST],
        "days": list(slice_groups(days, 0, FIRST)),
        "gaps": laid.gaps,
    }
    twin = StoryTwin.of(head, claims, laid.changes[:FIRST], laid.desk)
    return tell(request, Telling("story.html.j2", laid, context, twin), save=save)
