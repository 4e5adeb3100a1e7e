"""The desk put together."""

from fastapi import Depends, FastAPI
from fastapi.middleware.gzip import GZipMiddleware

from stemma import __version__
from stemma.web import delivery
from stemma.web.describing import describe
from stemma.web.door.security import Security
from stemma.web.door.visitor import guard
from stemma.web.pages import PAGES
from stemma.web.problems import tell_problems
from stemma.web.site import Site
from stemma.web.tags import send_what_is_new

__all__ = ["create_app"]

SMALL = 1000
"""Bytes of an answer that is not worth packing."""
LEVEL = 5
"""Of packing: 9 takes half as long again, for a fiftieth less."""


def create_app(site: Site) -> FastAPI:
    """Return the pages of *site*, as an ASGI application."""
    app = FastAPI(
        title="Stemma",
        version=__version__,
        description="Who said what in a case, who took it from whom, and how many independent origins are left.",
        docs_url=None,  # both pages of FastAPI load scripts from elsewhere
        redoc_url=None,
        dependencies=[Depends(guard)],
    )
    app.state.site = site
    for router in (*PAGES, delivery.router):
        app.include_router(router)
    tell_problems(app)
    send_what_is_new(app)
    describe(app)
    app.add_middleware(GZipMiddleware, minimum_size=SMALL, compresslevel=LEVEL)
    app.add_middleware(Security, site=site)
    return app
