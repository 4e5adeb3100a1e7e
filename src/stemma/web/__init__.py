"""The desk: pages over a case, one module a page; what they show is computed in the rooms below."""

from stemma.web.app import create_app
from stemma.web.door.passwords import hash_password
from stemma.web.serving import Address, Served, serve_desk
from stemma.web.site import Door, Limits, Site

__all__ = ["Address", "Door", "Limits", "Served", "Site", "create_app", "hash_password", "serve_desk"]
