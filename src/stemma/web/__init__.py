"""The desk: pages over a case, one module a page; what they show is computed in the rooms below."""

from stemma.web.app import create_app
from stemma.web.site import Site

__all__ = ["Site", "create_app"]
