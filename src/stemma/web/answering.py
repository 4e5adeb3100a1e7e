"""
What every page of the desk shares: how it is declared, asked for, and answered.

A page is a function that asks the case, makes a *twin* (a frozen dataclass, which is what programs get as JSON) and
calls `answer`::

    router = APIRouter()

    @page(router, "/stories", Part[StoryLine])
    def stories(request: Request, window: Windowed) -> Response:
        part = view_of(request).stories(window)
        return answer(request, "stories.html.j2", {"part": part, "window": window}, part)
"""

import json
from collections.abc import Callable, Mapping
from typing import Annotated, Any, Literal, TypeVar

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from pydantic_core import PydanticSerializationError, to_json, to_jsonable_python

from stemma.case import CaseView, Window
from stemma.web.door.visitor import visitor_of
from stemma.web.problems import Problem, wants_json
from stemma.web.rendering import render
from stemma.web.site import Site
from stemma.web.tags import tag_of, unless_known

__all__ = ["Windowed", "answer", "change", "download", "page", "site_of", "view_of"]

Handler = TypeVar("Handler", bound=Callable[..., Response])
OK = 200
LAST = 10_000_000
"""Lines into a list that can be asked for."""
TWIN = "The page, or its JSON twin."
DONE = "It was done; the page to go on to."
TOLD = "It was done; what a program is told of it."
WHY = "Why there is no answer."
LONGEST_QUERY = 1000
"""Characters of what is looked for in a list."""


def page(router: APIRouter, path: str, twin: object, *, fails: tuple[int, ...] = ()) -> Callable[[Handler], Handler]:
    """
    Declare a page and its JSON twin at *path*.

    Args:
        router: Of the page's module.
        path: Its address.
        twin: The type of the twin: its place in the OpenAPI description.
        fails: Statuses that it answers with beside 200 and 422, as 404 where the path holds an id.
    """
    answers = _answers(OK, {"content": {"text/html": {}}, "description": TWIN}, (401, 503, *fails))
    return router.get(
        path, response_model=twin, responses=answers, dependencies=[Depends(_wish), Depends(unless_known)]
    )


def download(router: APIRouter, path: str, form: str, words: str) -> Callable[[Handler], Handler]:
    """
    Declare a file of the case, to be kept.

    Args:
        router: Of the page's module.
        path: Its address, which holds an id.
        form: Its media type.
        words: What it is.
    """
    answers = _answers(OK, {"content": {form: {}}, "description": words}, (401, 404, 503))
    return router.get(path, response_class=Response, responses=answers)


def change(
    router: APIRouter, path: str, *, twin: object = None, fails: tuple[int, ...] = ()
) -> Callable[[Handler], Handler]:
    """
    Declare what a form is sent to, and what leads on to a page.

    Its token is checked by `stemma.web.door.visitor.guard`, which stands before all of them.

    Args:
        router: Of the page's module.
        path: Its address.
        twin: The type of what a program is told in place of being led on.
        fails: Statuses that it answers with beside 303 and those of every form.
    """
    answers = _answers(303, {"description": DONE}, (401, 403, 413, 503, *fails))
    if twin is not None:
        answers[200] = {"model": twin, "description": TOLD}
    return router.post(path, response_class=RedirectResponse, status_code=303, responses=answers)


def _answers(status: int, words: dict[str, Any], fails: tuple[int, ...]) -> dict[int | str, dict[str, Any]]:
    """Return what an address answers with, for the OpenAPI description."""
    problem: dict[str, Any] = {"model": Problem, "description": WHY}
    return {status: words, **dict.fromkeys((400, 421, 422, 429, *fails), problem)}


def answer(
    request: Request, template: str, context: Mapping[str, object], twin: object, *, status: int = 200
) -> Response:
    """
    Return a page, or its twin where the request asks for JSON.

    Args:
        request: What is answered.
        template: One of ``web/templates``; it extends ``base.html.j2``.
        context: What it shows; ``site``, ``visitor``, ``path``, ``way`` and ``news`` are there besides.
        twin: The same facts as a dataclass.
        status: Of the answer.
    """
    tag = tag_of(request) if status == OK else None
    headers = {"Vary": "Accept, Cookie"} | ({"ETag": tag} if tag else {})
    if wants_json(request):
        return Response(_as_json(twin), status, headers, "application/json")
    site, url = site_of(request), request.url
    shared = {"site": site, "visitor": visitor_of(request), "path": url.path, "news": site.arrivals.look()}
    shared["way"] = "/" if url.path == "/news" else url.path + (f"?{url.query}" if url.query else "")
    return HTMLResponse(render(template, {**shared, **context}), status, headers)


def _as_json(twin: object) -> bytes:
    try:
        return to_json(twin)
    except PydanticSerializationError:  # half a character, for which UTF-8 has no form and JSON has one
        return json.dumps(to_jsonable_python(twin)).encode("ascii")


def site_of(request: Request) -> Site:
    """Return what all pages share."""
    site: Site = request.app.state.site
    return site


def view_of(request: Request) -> CaseView:
    """Return the case that is shown."""
    return site_of(request).view


def _window(
    start: Annotated[int, Query(ge=0, le=LAST, description="Lines of the list that are passed over.")] = 0,
    q: Annotated[str, Query(max_length=LONGEST_QUERY, description="Words that stand in the line.")] = "",
) -> Window:
    return Window(start, words=q)


Windowed = Annotated[Window, Depends(_window)]
"""The part of a list that is asked for: ``?start=50&q=words``."""


def _wish(
    format: Annotated[Literal["html", "json"] | None, Query(description="The page or its JSON twin.")] = None,
) -> None:
    """Stand in the OpenAPI description; `wants_json` reads it."""
