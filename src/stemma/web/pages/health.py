"""``/health``: whether the desk answers, for what watches over servers."""

from dataclasses import dataclass

from fastapi import APIRouter, Request

from stemma import __version__
from stemma.web.answering import view_of

__all__ = ["Health", "router"]

router = APIRouter()


@dataclass(frozen=True, slots=True)
class Health:
    """That the desk is up, and what it shows."""

    status: str
    version: str
    revision: str


@router.get("/health")
def health(request: Request) -> Health:
    """Say that the desk is up."""
    return Health("up", __version__, view_of(request).revision)
