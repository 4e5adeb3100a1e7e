"""``/stories/{id}/figures``: what is counted, by whom and when, and which sums tie it together."""

from fastapi import APIRouter, Request
from fastapi.responses import Response

from stemma.model.listing import Part
from stemma.tell.charts import draw_chart
from stemma.tell.ledger import topics_of
from stemma.tell.slices import slice_groups
from stemma.tell.twins import FiguresTwin
from stemma.web.answering import Windowed, page
from stemma.web.laid import laid_out
from stemma.web.saving import Saving, Telling, tell

__all__ = ["router"]

router = APIRouter()
CHARTS = 6
"""Charts on a page; the ledger below them has all."""
SUMS = 30


@page(router, "/stories/{id}/figures", FiguresTwin, fails=(404,))
def figures(request: Request, id: str, window: Windowed, save: Saving) -> Response:
    """Show the ledger with its sums, and what is given in several numbers along time."""
    laid = laid_out(request, id)
    sought = window.words.casefold().split()
    pages = [one for one in laid.ledger if all(word in one.counts.casefold() for word in sought)]
    groups = list(slice_groups([(one, one.lines) for one in pages], window.start, window.count))
    shown = {figure.id for group in groups for line in group.lines for figure in line.figures}
    sums = [made for made in laid.sums if shown.intersection(made.figures)]
    begun = {group.head.topic for group in groups if not group.before and group.head.counts}
    charts = [chart for same in topics_of(pages) if same[0].topic in begun and (chart := draw_chart(same))]
    total = sum(len(one.lines) for one in pages)
    context = {
        "groups": groups,
        "part": Part([line for group in groups for line in group.lines], total),
        "window": window,
        "charts": charts[:CHARTS],
        "sums": sums[:SUMS],
        "left": max(len(sums) - SUMS, 0),
    }
    twin = FiguresTwin.of(groups, sums, total, id, laid.desk)
    return tell(request, Telling("figures.html.j2", laid, context, twin), save=save)
