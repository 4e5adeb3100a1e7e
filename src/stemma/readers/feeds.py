"""Items of feeds (RSS, Atom, JSON Feed), from a feed that holds one of them."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from stemma.errors import UnreadableError
from stemma.model import Layer
from stemma.readers.clocks import iso_time
from stemma.readers.fragments import paragraphs_of_fragment
from stemma.readers.layout import lay_out, single_spaced
from stemma.readers.objects import object_in

if TYPE_CHECKING:
    from lxml.etree import _Element

__all__ = ["FeedReader", "JsonFeedReader"]

Fields = Mapping[str, str]

_PARTS = (
    ("text", ("encoded", "content", "description", "summary", "subtitle")),  # the whole article before the teaser
    ("published", ("pubDate", "published", "issued", "date", "updated")),
    ("title", ("title",)),
    ("author", ("creator", "author")),
)
"""Which elements of an item hold what, the best first."""
_DASHES = (" - ", " – ", " — ", " | ")


class FeedReader:
    """
    One item of RSS or Atom: the text layer is its headline and its text, or the teaser where that is all.

    An item that names its source (``<source url>``) was published there, and only listed by the feed.
    """

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of the item.

        Raises:
            UnreadableError: It is no feed of one item, or the item has no text.
        """
        from lxml.etree import XMLParser, XMLSyntaxError, fromstring

        try:
            root = fromstring(data, XMLParser(resolve_entities=False, no_network=True, recover=True))
        except (XMLSyntaxError, ValueError) as error:
            raise UnreadableError(path, "is no XML that can be read") from error
        items = [element for element in root.iter("{*}item", "{*}entry")] if root is not None else []
        if len(items) != 1:
            raise UnreadableError(path, "is no feed of one item")
        return _layer(_of_xml(root, items[0]), "feed/1", path)


class JsonFeedReader:
    """One item of a JSON feed."""

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of the item.

        Raises:
            UnreadableError: It is no feed of one item, or the item has no text.
        """
        feed = object_in(data, path)
        items = feed.get("items")
        if not isinstance(items, list) or len(items) != 1 or not isinstance(items[0], dict):
            raise UnreadableError(path, "is no feed of one item")
        return _layer(_of_json(feed, items[0]), "json-feed/1", path)


def _layer(fields: Fields, reader: str, path: str) -> Layer:
    outlet = fields.get("outlet")
    title = _without_outlet(fields.get("title"), outlet)
    paragraphs = [line for line in paragraphs_of_fragment(fields.get("text", "")) if line != title]
    if not title and not paragraphs:
        raise UnreadableError(path, "is an item without words")
    text, blocks = lay_out(title, paragraphs)
    return Layer(
        text=text,
        reader=reader,
        blocks=blocks or None,
        title=title,
        outlet=outlet,
        authors=tuple(filter(None, (fields.get("author"),))),
        published=iso_time(fields.get("published")),
        url=fields.get("url"),
    )


def _of_xml(root: "_Element", item: "_Element") -> Fields:
    channel = {_name(e): _all_text(e) for e in _around(root, item) if _name(e) in ("title", "link")}
    found = {"outlet": channel.get("title", "")}
    children = list(item)
    for name, keys in _PARTS:
        values = (_all_text(child) for key in keys for child in children if _name(child) == key)
        found[name] = next((value for value in values if value), "")
    for child in children:
        if _name(child) == "source":  # RSS names it in the element, Atom in a title within
            title = next((_all_text(e) for e in child if _name(e) == "title"), "") or single_spaced(child.text)
            found["outlet"] = title or child.get("url") or found["outlet"]
        if _name(child) == "link" and child.get("rel", "alternate") == "alternate":
            found.setdefault("url", single_spaced(child.get("href") or child.text))
    return {name: value for name, value in found.items() if value}


def _around(root: "_Element", item: "_Element") -> "Iterator[_Element]":
    parent = item.getparent()
    for place in (root, *root) if parent is root else (parent,):
        if place is not None and place is not item:
            yield from (child for child in place if child is not item)


def _name(element: "_Element") -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _all_text(element: "_Element") -> str:
    """Return the text in *element*: of XHTML in an Atom entry the markup, else what is written there."""
    from lxml.etree import tostring

    if element.get("type") == "xhtml":
        return "".join(tostring(child, encoding="unicode") for child in element)
    return "".join(element.itertext()).strip()


def _of_json(feed: Mapping[str, object], item: Mapping[str, object]) -> Fields:
    authors = item.get("authors")
    author = authors[0] if isinstance(authors, list) and authors else item.get("author")
    found = {
        "outlet": feed.get("title"),
        "title": item.get("title"),
        "text": item.get("content_html") or item.get("content_text") or item.get("summary"),
        "published": item.get("date_published") or item.get("date_modified"),
        "author": author.get("name") if isinstance(author, dict) else None,
        "url": item.get("external_url") or item.get("url"),
    }
    return {name: value.strip() for name, value in found.items() if isinstance(value, str) and value.strip()}


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """Return the headline without the outlet's name, which lists of many outlets write behind it."""
    bare = single_spaced(paragraph[0]) if (paragraph := paragraphs_of_fragment(title or "")) else ""
    for dash in _DASHES:
        if outlet and bare.endswith(f"{dash}{outlet}"):
            return bare.removesuffix(f"{dash}{outlet}").strip() or None
    return bare or None
