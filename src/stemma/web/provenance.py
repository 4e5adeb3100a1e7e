"""Where a document came from: its versions, and how their bytes came."""

from dataclasses import dataclass
from datetime import datetime

from stemma.case import CaseView
from stemma.model.archive import Capture

__all__ = ["Coming", "Provenance", "Version", "provenance_of"]

TELLING = ("date", "last-modified", "etag", "content-type", "age", "location", "memento-datetime", "warc-date")
"""Headers that say when a page was made, and which one it is."""
SHOWN = 20
"""Comings that are told, the last ones: a page that is watched comes every hour."""


@dataclass(frozen=True, slots=True)
class Version:
    """A version of the article."""

    number: int
    sha256: str
    at: datetime
    path: str
    reader: str
    characters: int


@dataclass(frozen=True, slots=True)
class Coming:
    """One coming of its bytes."""

    sha256: str
    address: str
    at: datetime
    headers: tuple[tuple[str, str], ...]
    """Those that tell which page it is, and of when."""


@dataclass(frozen=True, slots=True)
class Provenance:
    """All versions of an article, and their comings."""

    versions: tuple[Version, ...]
    """Oldest first."""
    comings: tuple[Coming, ...]
    """The last ones, in their order."""
    times: int
    """How often it came."""


def provenance_of(view: CaseView, sha256: str) -> Provenance:
    """
    Return where the article with these bytes came from.

    Raises:
        UnknownError: The case holds no such bytes.
    """
    found = view.archived(sha256)
    versions = (
        Version(number, held.sha256, held.at, held.path, held.layer.reader, len(held.layer.text))
        for number, held in enumerate(found.versions, 1)
    )
    return Provenance(tuple(versions), tuple(map(_coming, found.captures[-SHOWN:])), len(found.captures))


def _coming(capture: Capture) -> Coming:
    telling = tuple((name, value) for name, value in capture.headers if name in TELLING)
    return Coming(capture.sha256, capture.address, capture.at, telling)
