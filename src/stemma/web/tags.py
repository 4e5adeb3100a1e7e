"""What a browser has of a page already, told before the page is made."""

import hashlib
import re

from fastapi import FastAPI, Request
from fastapi.responses import Response

from stemma.web.door.visitor import visitor_of
from stemma.web.problems import wants_json
from stemma.web.site import Site
from stemma.web.visits import visit_of

__all__ = ["send_what_is_new", "tag_of", "unless_known"]

STEADY = re.compile(r"/|/(?:stories|claims|sources)(?:/.*)?|/documents(?:/[^/]+/marks/.*)?")
"""
Pages that follow from the case as it was told, and from nothing else.

The journal and accounts change beside it, and so does where a document came from when the same bytes come again.
"""


class KnownError(Exception):
    """The browser has the page already."""

    def __init__(self, tag: str) -> None:
        super().__init__(tag)
        self.tag = tag


def tag_of(request: Request) -> str | None:
    """Return what names a page as this visitor sees it; None where that could not be known before it was made."""
    tag: str | None = getattr(request.state, "tag", None)
    return tag


def unless_known(request: Request) -> None:
    """
    Go on where the browser has an older page, or none; the page that is made then has the name of now.

    Raises:
        KnownError: It has this one.
    """
    known = request.headers.get("if-none-match")
    request.state.tag = tag = _tag(request)
    if known and tag and tag in known:
        raise KnownError(tag)


def send_what_is_new(app: FastAPI) -> None:
    """Have *app* send no page twice to a browser that keeps it."""

    @app.exception_handler(KnownError)
    def known(request: Request, error: KnownError) -> Response:
        return Response(status_code=304, headers={"ETag": error.tag, "Vary": "Accept, Cookie"})


def _tag(request: Request) -> str | None:
    if not STEADY.fullmatch(request.url.path):
        return None
    site: Site = request.app.state.site
    visitor = visitor_of(request)
    before = visit_of(request).before if request.url.path == "/" else None
    seen = (
        repr(before),
        *(site.view.revision, site.arrivals.look().words, str(site.retelling.waiting)),
        *(visitor.name, visitor.role, visitor.token, str(request.url), str(wants_json(request))),
    )
    return f'W/"{hashlib.sha256(repr(seen).encode()).hexdigest()[:24]}"'
