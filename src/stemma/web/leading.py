"""Where a request that has changed something leads on to."""

from urllib.parse import urlsplit, urlunsplit

__all__ = ["own_way", "with_query"]


def own_way(way: str) -> str:
    """Return an address of ours to go on to; the overview where *way* leads elsewhere (``//evil.example``)."""
    is_own = way.startswith("/") and not way.startswith(("//", "/\\", "/sign-")) and way.isprintable()
    return way if is_own else "/"


def with_query(way: str, more: str) -> str:
    """Return *way*, an address of ours, with *more* at the end of its query."""
    parts = urlsplit(way)
    return urlunsplit(parts._replace(query=f"{parts.query}&{more}" if parts.query else more))
