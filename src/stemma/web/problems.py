"""What went wrong with a request: the right status and one clear sentence, as a page and as JSON."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, Response
from pydantic_core import to_json
from starlette.exceptions import HTTPException

from stemma.errors import CaseError, InputError, StemmaError, UnknownError
from stemma.web.door.headers import HEADERS
from stemma.web.rendering import render

__all__ = ["Problem", "ProblemError", "tell_error", "tell_problems", "wants_json"]

SHOWN = 5
"""Faults of a request that one message lists."""
OURS = "this is a fault of Stemma's own; nothing that was kept is lost: go back, and please report it"
LONGEST_ID = 40
"""Characters of what was asked for that a message gives back."""
_WORDS = {
    404: "there is no page at this address; the overview leads to all there are",
    405: "this address takes no such request; use the buttons on its page",
}


@dataclass(frozen=True, slots=True)
class Problem:
    """Why there is no answer, as RFC 9457 has it."""

    status: int
    title: str
    detail: str
    """What is wrong and what to do."""


class ProblemError(Exception):
    """A request that cannot be answered: its status, and a sentence that says what is wrong and what to do."""

    def __init__(self, status: int, detail: str, headers: Mapping[str, str] | None = None) -> None:
        super().__init__(detail)
        self.status, self.detail, self.headers = status, detail, dict(headers or {})


def wants_json(request: Request) -> bool:
    """Tell whether a program asks: ``?format=json``, or an Accept header that puts JSON before HTML."""
    wish = request.query_params.get("format")
    if wish in ("json", "html"):
        return wish == "json"
    accepted = request.headers.get("accept", "")
    return _weight(accepted, "application/json") > _weight(accepted, "text/html")


def tell_error(request: Request, error: ProblemError | StemmaError) -> Response:
    """Return why there is no answer, in the form that the request asks for."""
    if isinstance(error, ProblemError):
        return _told(request, _problem(error.status, error.detail), error.headers)
    return _told(request, _of(error))


def _told(request: Request, problem: Problem, headers: Mapping[str, str] | None = None) -> Response:
    shared = {"Cache-Control": "no-store", "Vary": "Accept, Cookie", **(headers or {})}
    if wants_json(request):
        return Response(to_json(problem), problem.status, shared, "application/problem+json")
    context = {"problem": problem, "path": request.url.path, "site": None, "visitor": None}
    if hasattr(request.state, "visitor"):
        context |= {"site": request.app.state.site, "visitor": request.state.visitor}
    return HTMLResponse(render("problem.html.j2", context), problem.status, shared)


def tell_problems(app: FastAPI) -> None:
    """Have *app* tell what it cannot answer."""

    @app.exception_handler(ProblemError)
    @app.exception_handler(StemmaError)
    def at_fault(request: Request, error: ProblemError | StemmaError) -> Response:
        return tell_error(request, error)

    @app.exception_handler(HTTPException)
    def refused(request: Request, error: HTTPException) -> Response:
        words = _WORDS.get(error.status_code, str(error.detail))
        return _told(request, _problem(error.status_code, words), error.headers)

    @app.exception_handler(RequestValidationError)
    def malformed(request: Request, error: RequestValidationError) -> Response:
        words = "; ".join(f"{one['loc'][-1]}: {one['msg']}" for one in error.errors()[:SHOWN])
        return _told(request, _problem(422, f"this was not understood: {words}"))

    @app.exception_handler(Exception)
    def broken(request: Request, error: Exception) -> Response:
        return _told(request, _problem(500, OURS), HEADERS)  # the log has its traceback


def _of(error: StemmaError) -> Problem:
    if isinstance(error, UnknownError):
        return _problem(404, str(UnknownError(error.thing, _shortened(error.id))))
    if isinstance(error, CaseError):
        return _problem(503, f"the case cannot be asked now: {error}; try again, nothing that was kept is lost")
    return _problem(422 if isinstance(error, InputError) else 500, str(error))


def _problem(status: int, detail: str) -> Problem:
    return Problem(status, HTTPStatus(status).phrase, detail)


def _shortened(id: str) -> str:
    return id if len(id) <= LONGEST_ID else f"{id[:LONGEST_ID]}…"


def _weight(accepted: str, form: str) -> float:
    """Return how much an Accept header wants *form*, as RFC 9110 12.5.1 reads it; 0 where it does not name it."""
    best = 0.0
    for part in accepted.split(","):
        name, *parameters = (piece.strip() for piece in part.split(";"))
        if name.lower() == form:
            wanted = next((p[2:] for p in parameters if p.startswith("q=")), "1")
            best = max(best, float(wanted) if wanted.replace(".", "", 1).isdecimal() else 0.0)
    return best
