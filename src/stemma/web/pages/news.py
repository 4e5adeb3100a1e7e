"""``/news`` and ``/refresh``: what has come to the case since its pages were told."""

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import RedirectResponse, Response

from stemma.web.answering import answer, change, page, site_of
from stemma.web.arrivals import News
from stemma.web.leading import own_way

__all__ = ["router"]

PATIENCE = 4.0
"""Seconds that somebody waits for the case to be told anew; then its pages go on as they were until it is."""

router = APIRouter()


@page(router, "/news", News)
def news(request: Request) -> Response:
    """Say what has come to the case since its pages were told."""
    found = site_of(request).arrivals.look()
    return answer(request, "news.html.j2", {"news": found}, found)


@change(router, "/refresh")
def refresh(request: Request, next: Annotated[str, Form(max_length=2000)] = "/") -> Response:
    """Show what has come; where that takes long, the pages stay as they are until it is told."""
    site = site_of(request)
    site.retelling.renew()
    site.retelling.wait(PATIENCE)
    site.arrivals.forget()
    return RedirectResponse(own_way(next), 303)
