"""``/log``: the journal, newest first: who said what, and what has become of it."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from stemma.case import Logged, LogLine, log_of
from stemma.model.listing import Part
from stemma.web.answering import Windowed, answer, page, view_of
from stemma.web.door.visitor import visitor_of

__all__ = ["Log", "router"]

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Log:
    """Lines of the journal."""

    part: Part[LogLine]
    people: tuple[str, ...]
    """Who has said anything."""
    kinds: tuple[str, ...]
    """What was said: the verbs of judgements, and for owners who came in."""


@page(router, "/log", Log)
def log(
    request: Request,
    window: Windowed,
    by: Annotated[str, Query(max_length=200, description="Of this person alone.")] = "",
    what: Annotated[str, Query(max_length=40, description="Of this verb or kind alone.")] = "",
) -> Response:
    """Show what was judged, by whom, and what has become of it."""
    visitor = visitor_of(request)
    logged: Logged = log_of(view_of(request), window, by, what, with_door=visitor.may_appoint)
    shown = Log(logged.part, logged.people, logged.kinds)
    return answer(request, "log.html.j2", {"log": shown, "window": window, "by": by, "what": what}, shown)
