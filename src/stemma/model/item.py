"""One document inside a file that holds many."""

from dataclasses import dataclass
from datetime import datetime

__all__ = ["Item"]


@dataclass(frozen=True, slots=True)
class Item:
    """
    The bytes of one document, whole by themselves: a page, a record, or a feed or export with nothing else in it.

    What reads them later needs no look at the file that they came in.
    """

    path: str
    """The path of the file and its place there, such as ``export.json#123``."""
    data: bytes
    url: str | None = None
    """Where it was published, if the file says so."""
    at: datetime | None = None
    """When it was fetched, where the file is the archive of a crawl."""
    headers: tuple[tuple[str, str], ...] = ()
    """What the server said with it then, names in lower case."""
