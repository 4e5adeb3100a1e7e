"""Addresses in sitemaps."""

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from stemma.errors import UnreadableError
from stemma.intake.bounded import Bounded

__all__ = ["Place", "places_of_sitemap"]


@dataclass(frozen=True, slots=True)
class Place:
    """An address that a sitemap lists."""

    url: str
    is_sitemap: bool
    """Another sitemap is there, no page."""
    changed: str | None = None
    """When the page changed last, as the sitemap says it."""


def places_of_sitemap(file: IO[bytes], path: str) -> Iterator[Place]:
    """
    Yield the addresses of a sitemap, or of an index of sitemaps.

    Raises:
        UnreadableError: It is no XML from some place on.
    """
    from lxml.etree import LxmlError, iterparse

    bounded, done = Bounded(file, path), 0
    try:
        for _, element in iterparse(
            bounded,
            events=("end",),
            tag=("{*}url", "{*}sitemap"),
            resolve_entities=False,
            no_network=True,
            recover=True,
        ):
            location, changed = element.findtext("{*}loc"), element.findtext("{*}lastmod")
            is_sitemap = element.tag.endswith("sitemap")
            if location and location.strip():
                done += 1
                yield Place(location.strip(), is_sitemap, changed.strip() if changed else None)
            bounded.restart()
            element.clear()
            while element.getprevious() is not None:
                del element.getparent()[0]
    except (LxmlError, ValueError, OSError, EOFError, zlib.error) as error:
        raise UnreadableError(path, f"is no sitemap that can be read behind {done:,} addresses") from error
