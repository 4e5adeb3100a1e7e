"""The desk put together."""

from fastapi import Depends, FastAPI

from stemma import __version__
from stemma.web import (
    claim,
    days,
    delivery,
    document,
    documents,
    drift,
    figures,
    health,
    judgements,
    log,
    mark,
    news,
    overview,
    positions,
    review,
    search,
    signing,
    source,
    sources,
    stories,
    story,
    users,
    versions,
)
from stemma.web.describing import describe
from stemma.web.problems import tell_problems
from stemma.web.security import Security
from stemma.web.site import Site
from stemma.web.visitor import guard

__all__ = ["create_app"]

PAGES = (
    overview.router,
    stories.router,
    story.router,
    claim.router,
    positions.router,
    figures.router,
    drift.router,
    days.router,
    documents.router,
    document.router,
    versions.router,
    mark.router,
    sources.router,
    source.router,
    search.router,
    review.router,
    judgements.router,
    log.router,
    news.router,
    health.router,
    signing.router,
    users.router,
    delivery.router,
)
"""All pages, one module each."""


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
    for router in PAGES:
        app.include_router(router)
    tell_problems(app)
    describe(app)
    app.add_middleware(Security, site=site)
    return app
