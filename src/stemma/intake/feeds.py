"""Items of feeds: RSS, Atom and JSON Feed."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import IO, TYPE_CHECKING
from urllib.parse import urljoin

from stemma.errors import UnreadableError
from stemma.intake.bounded import Bounded
from stemma.intake.objects import list_objects
from stemma.model.item import Item

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["feeds_named_by", "items_of_feed", "items_of_json_feed"]

MOST_ABOUT = 20
"""Elements on the feed itself that each item is kept with."""
MOST_NAMES = 200
"""Namespaces and attributes of a feed; those of podcasts declare some dozens."""
_CUT_OFF = ("ERR_TAG_NOT_FINISHED", "ERR_DOCUMENT_END", "ERR_CDATA_NOT_FINISHED", "ERR_GT_REQUIRED")
"""What is wrong with XML whose end is missing; the parser mends all else, as browsers do."""
HEAD = 200_000
"""Bytes of a page in which its head ends."""
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")
_ABOUT = ("version", "title", "home_page_url", "feed_url", "language")
_KEPT_OF_CHANNEL = ("title", "link", "language")


def items_of_feed(file: IO[bytes], path: str) -> Iterator[Item]:
    """
    Yield each item of RSS or Atom as a feed with no other.

    Entities that the feed declares are not expanded, and nothing is fetched for it.

    Raises:
        UnreadableError: It is no XML from some place on, or one item has no end.
    """
    from lxml.etree import LxmlError

    done = 0
    held: Item | None = None  # the parser closes what is open where a feed is cut off, as if it were whole
    try:
        for item in _items(file, path):
            if held is not None:
                done += 1
                yield held
            held = item
    except _CutOffError as error:
        raise UnreadableError(path, f"is cut off behind {done:,} items; get it again") from error
    except (LxmlError, ValueError, OSError) as error:
        raise UnreadableError(path, f"is no feed that can be read behind {done:,} items; get it again") from error
    if held is not None:
        yield held


class _CutOffError(Exception):
    """The end is missing."""


def _items(file: IO[bytes], path: str) -> Iterator[Item]:
    from lxml.etree import iterparse

    bounded, number = Bounded(file, path), 0
    about: list[_Element] = []
    parsing = iterparse(bounded, resolve_entities=False, no_network=True, recover=True, remove_pis=True)
    for _, element in parsing:
        name = _name(element)
        parent = element.getparent()
        if name in ("item", "entry"):
            number += 1
            yield Item(f"{path}#{number}", _feed_of(about, element), _link(element))
            bounded.restart()
            _forget(element)
        elif name in _KEPT_OF_CHANNEL and len(about) < MOST_ABOUT and parent is not None:
            about += [deepcopy(element)] if _name(parent) in ("channel", "feed") else []
    if any(fault.type_name in _CUT_OFF for fault in parsing.error_log):
        raise _CutOffError


def items_of_json_feed(file: IO[bytes], path: str) -> Iterator[Item]:
    """
    Yield each item of a JSON feed as a feed with no other.

    Raises:
        UnreadableError: The feed is cut off or damaged.
        MissingExtraError: ijson is not installed.
    """
    for number, (beside, item) in enumerate(list_objects(file, path, "items"), start=1):
        about = {key: beside[key] for key in _ABOUT if key in beside}
        one = json.dumps({**about, "items": [item]}, ensure_ascii=False, separators=(",", ":"))
        url = item.get("external_url") or item.get("url")
        address = url if isinstance(url, str) else None
        yield Item(f"{path}#{number}", one.encode("utf-8", "surrogatepass"), address)


def feeds_named_by(page: bytes, url: str) -> list[str]:
    """Return where the feeds are that the *page* at *url* names as its own."""
    from lxml.etree import LxmlError
    from lxml.html import document_fromstring

    try:
        links = document_fromstring(page[:HEAD]).xpath('//link[@rel="alternate" and @href]') if b"<link" in page else []
        return [urljoin(url, link.get("href")) for link in links if link.get("type") in _FEED_TYPES]
    except (LxmlError, ValueError):
        return []


def _feed_of(about: "list[_Element]", item: "_Element") -> bytes:
    """Return a feed of the same kind with *item* alone."""
    from lxml.etree import Element, SubElement, tostring

    root = item.getroottree().getroot()
    if len(root.nsmap) + len(root.attrib) > MOST_NAMES:
        raise ValueError("names without end, which each item would carry")
    feed = Element(root.tag, attrib=dict(root.attrib), nsmap=root.nsmap)
    inner = feed if _name(item) == "entry" else SubElement(feed, root.tag.replace(_name(root), "channel"))
    for part in (*about, item):
        copied = deepcopy(part)
        copied.tail = None
        inner.append(copied)
    written: bytes = tostring(feed, encoding="utf-8", xml_declaration=True)
    return written


def _link(item: "_Element") -> str | None:
    """Return where *item* leads: its link, else its id where that is one."""
    for child in item:
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            address = (child.get("href") or child.text or "").strip()
            if address:
                return address
    ids = ((child.text or "").strip() for child in item if _name(child) in ("guid", "id"))
    return next((id for id in ids if id.startswith(("http://", "https://"))), None)


def _name(element: "_Element") -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _forget(element: "_Element") -> None:
    """Let go of *element* and of what stood before it, so that the tree does not grow with the feed."""
    element.clear()
    parent = element.getparent()
    while parent is not None and element.getprevious() is not None:
        del parent[0]
