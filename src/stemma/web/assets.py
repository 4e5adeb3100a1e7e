"""The desk's own files: the stylesheet, which it shares with the saved brief, and the few scripts and the icon."""

import hashlib
from functools import cache
from importlib import resources

__all__ = ["has_asset", "read_asset", "static"]

SHEETS = ("style.css", "drawings.css")
"""Rules that the desk shares with the saved brief; its own come after them."""
OWN = ("desk.css", "judging.css", "reading.css", "story.css")
"""Sent as one file, so that a page waits for one alone."""


@cache
def static(name: str) -> str:
    """Return the address of a file of ours, which is another one when the file has changed."""
    return f"/static/{name}?{hashlib.sha256(read_asset(name)).hexdigest()[:12]}"


def has_asset(name: str) -> bool:
    """Tell whether there is a file of ours with this name."""
    return name in _names()


@cache
def read_asset(name: str) -> bytes:
    """Return the bytes of a file of ours."""
    static, templates = resources.files("stemma.web") / "static", resources.files("stemma.tell") / "templates"
    if name != OWN[0]:
        return (static / name).read_bytes()
    shared, own = ([folder / sheet for sheet in sheets] for folder, sheets in ((templates, SHEETS), (static, OWN)))
    return b"\n".join(sheet.read_bytes() for sheet in (*shared, *own))


@cache
def _names() -> frozenset[str]:
    return frozenset(one.name for one in (resources.files("stemma.web") / "static").iterdir())
