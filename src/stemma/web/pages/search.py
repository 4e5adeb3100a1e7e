"""``/search``: where words stand in the case, and who says them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from pydantic import BeforeValidator

from stemma.case import Sought
from stemma.case.looking.seeking import Sighting, Sightings, seek
from stemma.errors import QueryError
from stemma.model import Interval, Stance
from stemma.model.hit import HitKind
from stemma.model.listing import ClaimLine, DocumentLine, SourceLine
from stemma.tell.desk import Desk
from stemma.tell.found import Spot, spot_of
from stemma.web.answering import LAST, LONGEST_QUERY, answer, page, view_of
from stemma.web.laid import laid_out

__all__ = ["Result", "SearchPage", "router"]

router = APIRouter()
LONGEST_NAME = 200
OR_EMPTY = BeforeValidator(lambda words: words or None)
"""A browser sends the fields of a form that are left empty too."""


@dataclass(frozen=True, slots=True)
class Result:
    """A document with places in it."""

    document: DocumentLine
    places: tuple[Spot, ...]
    more: int
    """Places in it that are not told."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What was found."""

    query: str
    results: tuple[Result, ...]
    documents: int
    """That may hold it: those with all the words."""
    next: int | None
    """Where to go on; None where all is told."""
    sources: Sequence[SourceLine]
    """The first that have the words in their names."""
    has_more_sources: bool
    claims: Sequence[ClaimLine]
    """The first with the words."""
    problem: str
    """Why nothing can be sought; empty where something can."""


def _within(
    first: Annotated[date | None, OR_EMPTY, Query(alias="from", description="Published then or later.")] = None,
    last: Annotated[date | None, OR_EMPTY, Query(alias="to", description="Published then or earlier.")] = None,
) -> Interval | None:
    if first is None and last is None:
        return None
    earliest, latest = first or date.min, last or date.max
    return Interval(min(earliest, latest), max(earliest, latest))


def _sought(
    within: Annotated[Interval | None, Depends(_within)],
    q: Annotated[str, Query(max_length=LONGEST_QUERY, description='Words; "in a row"; deni* for a beginning.')] = "",
    kind: Annotated[HitKind | None, OR_EMPTY, Query(description="Only words that stand there.")] = None,
    source: Annotated[str, Query(max_length=LONGEST_NAME, description="In a name of who says it.")] = "",
    outlet: Annotated[str, Query(max_length=LONGEST_NAME, description="In the name of the outlet.")] = "",
    stance: Annotated[Stance | None, OR_EMPTY, Query(description="Only what is said so.")] = None,
) -> Sought:
    return Sought(q, kind, source.strip(), outlet.strip(), stance, within)


@page(router, "/search", SearchPage)
def search(
    request: Request,
    sought: Annotated[Sought, Depends(_sought)],
    start: Annotated[int, Query(ge=0, le=LAST, description="Documents that are passed over.")] = 0,
) -> Response:
    """Search the case."""
    view, problem = view_of(request), ""
    sightings = Sightings((), 0, None)
    if sought.query.strip() or sought.has_filter:
        try:
            sightings = seek(view, sought, start)
        except QueryError as error:
            problem = str(error)
    results = tuple(_result(request, one) for one in sightings.found)
    shown = SearchPage(
        query=sought.query,
        results=results,
        documents=sightings.total,
        next=sightings.next,
        sources=sightings.sources,
        has_more_sources=sightings.has_more_sources,
        claims=sightings.claims,
        problem=problem,
    )
    context = {
        "search": shown,
        "sought": sought,
        "start": start,
        "stands": list(Stance),
        "request_from": request.query_params.get("from", ""),
        "request_to": request.query_params.get("to", ""),
    }
    return answer(request, "search.html.j2", context, shown)


def _result(request: Request, one: Sighting) -> Result:
    laid = laid_out(request, one.line.story)
    desk = laid.desk if laid.brief is one.brief else Desk.of(one.brief)  # the case was told anew meanwhile
    return Result(one.line, tuple(spot_of(hit, desk) for hit in one.hits), one.more)
