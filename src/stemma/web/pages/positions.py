"""``/stories/{id}/positions``: who stands where on what, and who changed."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from stemma.model.listing import Part
from stemma.tell.board import board_of, rows_of
from stemma.tell.twins import PositionsTwin
from stemma.web.answering import Windowed, page
from stemma.web.laid import laid_out
from stemma.web.saving import Saving, Telling, tell

__all__ = ["router"]

router = APIRouter()
ROWS = 25
"""Of the matrix on a page: each is as wide as the screen, and up to twelve actors speak in it."""
Actor = Annotated[str, Query(max_length=200, description="Words in the name of an actor.")]


@page(router, "/stories/{id}/positions", PositionsTwin, fails=(404,))
def positions(request: Request, id: str, window: Windowed, save: Saving, actor: Actor = "") -> Response:
    """Show actors against claims, each cell in the order of time."""
    laid = laid_out(request, id)
    board = laid.board
    if window.words or actor:
        board = board_of(laid.desk, laid.numbers, laid.positions, window.words.casefold().split(), actor)
    shown = board.claims[window.start : window.start + ROWS]
    rows = rows_of(board, laid.told(shown), laid.desk)
    context = {"board": board, "part": Part(rows, len(board.claims)), "window": window, "rows": ROWS, "actor": actor}
    twin = PositionsTwin.of(board, rows, id, laid.desk)
    return tell(request, Telling("positions.html.j2", laid, context, twin), save=save)
