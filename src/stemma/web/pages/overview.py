"""``/``: what is loud, what waits, what came, and the stories."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from stemma.case import Window
from stemma.model.listing import ClaimLine, DocumentLine, Part, StoryLine, Totals
from stemma.model.question import Question
from stemma.tell.reach import ReachPlot, cell_of, draw_reach
from stemma.web.answering import answer, page, view_of
from stemma.web.door.visitor import visitor_of
from stemma.web.visits import Seen, remember, visit_of

__all__ = ["Overview", "router"]

DRAWN = 400
"""Claims in the drawing, those that the most outlets carry: enough to see the shape of any case."""
SHOWN = 12
"""Lines of each list; the lists themselves are a step away."""
WAITING = 5
"""Questions that are shown of those that wait."""

router = APIRouter()


@dataclass(frozen=True, slots=True)
class New:
    """What has come since the visit before."""

    since: datetime
    after: int
    """Documents whose bytes came after the coming with this number: ``/documents?after=``."""
    documents: Part[DocumentLine]
    judgements: int
    """Of others."""


@dataclass(frozen=True, slots=True)
class Overview:
    """The case in one glance."""

    totals: Totals
    plot: ReachPlot | None
    """Claims by outlets and origins; None where no claim is carried by several outlets."""
    drawn: int
    """Claims in the drawing."""
    claims: Part[ClaimLine]
    """What several outlets carry and one origin said; where a mark of the drawing was chosen, its claims."""
    stories: Part[StoryLine]
    documents: Part[DocumentLine]
    """The newest."""
    questions: Part[Question]
    """What waits for a judgement, the most consequential first."""
    new: New | None
    """What has come since this browser was here before; None where it was not."""


@page(router, "/", Overview)
def overview(
    request: Request,
    at: Annotated[str, Query(pattern=r"^(\d{1,2}\.\d{1,2})?$", description="A mark of the drawing: column.row.")] = "",
) -> Response:
    """Show the case in one glance."""
    view, visit = view_of(request), visit_of(request)
    top = [line for line in view.claims(Window(count=DRAWN)).lines if line.is_shared]
    chosen = tuple(map(int, at.split("."))) if at else None
    claims = view.claims(Window(count=SHOWN), loud=True) if chosen is None else _in_cell(top, chosen)
    twin = Overview(
        totals=view.totals(),
        plot=draw_reach(top),
        drawn=len(top),
        claims=claims,
        stories=view.stories(Window(count=SHOWN)),
        documents=view.documents(Window(count=SHOWN)),
        questions=view.questions(Window(count=WAITING)),
        new=_new(request, visit.before),
    )
    response = answer(request, "overview.html.j2", {"overview": twin, "at": at, "window": Window(count=SHOWN)}, twin)
    remember(request, response, visit)
    return response


def _new(request: Request, before: Seen | None) -> New | None:
    if before is None:
        return None
    view = view_of(request)
    documents = view.came_after(before.comings)
    judgements = view.judged_after(before.journal, visitor_of(request).name)
    return New(before.at, before.comings, Part(documents[:SHOWN], len(documents)), judgements)


def _in_cell(lines: list[ClaimLine], chosen: tuple[int, ...]) -> Part[ClaimLine]:
    found = [line for line in lines if cell_of(line) == chosen]
    return Part(found, len(found))
