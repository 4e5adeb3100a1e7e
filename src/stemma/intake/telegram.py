"""Posts of an export of Telegram Desktop, as JSON or as HTML."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import IO, TYPE_CHECKING

from stemma.errors import UnreadableError
from stemma.intake.objects import list_objects
from stemma.model.item import Item

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["posts_of_export", "posts_of_page"]

MOST_OF_PAGE = 50_000_000
"""Bytes; the app begins a new page after a thousand posts."""
_OWN_NAME = './/div[@class="from_name" and not(ancestor::div[contains(@class, "forwarded")])]'
_FORWARD = './/div[contains(concat(" ", @class, " "), " forwarded ")]'
_CHAT = ("name", "type", "id")


def posts_of_export(file: IO[bytes], path: str) -> Iterator[Item]:
    """
    Yield each message of an export as JSON, of one chat or of all, as an export of nothing else.

    Raises:
        UnreadableError: The export is cut off or damaged.
        MissingExtraError: ijson is not installed.
    """
    chats: dict[object, None] = {}
    for beside, message in list_objects(file, path, "messages"):
        if message.get("type") == "service":
            continue
        chats.setdefault(beside.get("id"))
        place = f"{beside.get('id')}/{message.get('id')}" if len(chats) > 1 else f"{message.get('id')}"
        chat = {key: beside[key] for key in _CHAT if key in beside}
        one = json.dumps({**chat, "messages": [message]}, ensure_ascii=False, separators=(",", ":"))
        yield Item(f"{path}#{place}", one.encode("utf-8", "surrogatepass"))


def posts_of_page(file: IO[bytes], path: str) -> Iterator[Item]:
    """
    Yield each message on a page of an export as HTML, as a page with nothing else.

    The app writes a name once where one message follows another of the same person; each gets it here.

    Raises:
        UnreadableError: The page is too large, or cannot be read.
    """
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    data = file.read(MOST_OF_PAGE + 1)
    if len(data) > MOST_OF_PAGE:
        raise UnreadableError(path, "is larger than a page of an export; export the chat again, as JSON")
    try:
        page = document_fromstring(data, parser=HTMLParser(encoding="utf-8"))
    except (LxmlError, ValueError) as error:
        raise UnreadableError(path, "is no page of an export; export the chat again") from error
    head = page.xpath('//div[contains(@class, "page_header")]')[:1]
    name: HtmlElement | None = None
    forward: HtmlElement | None = None
    for message in page.xpath('//div[starts-with(@id, "message") and contains(@class, "default")]'):
        name = _carried(message, _OWN_NAME, name, './/div[@class="body"]')
        is_forward = bool(message.xpath(_FORWARD))
        forward = _carried(message, f'{_FORWARD}/div[@class="from_name"]', forward, _FORWARD) if is_forward else None
        yield Item(f"{path}#{message.get('id').removeprefix('message')}", _page_of(head, message))


def _carried(message: "HtmlElement", where: str, last: "HtmlElement | None", into: str) -> "HtmlElement | None":
    """Return the name that *message* has, or give it the *last* one."""
    own: list[HtmlElement] = message.xpath(where)
    if own:
        return own[0]
    place: list[HtmlElement] = message.xpath(into)
    if last is not None and place:
        place[0].insert(0, _without_tail(last))
    return last


def _without_tail(element: "HtmlElement") -> "HtmlElement":
    copied: HtmlElement = deepcopy(element)
    copied.tail = None
    return copied


def _page_of(head: "list[HtmlElement]", message: "HtmlElement") -> bytes:
    from lxml.html import builder, tostring

    wrapped = builder.HTML(builder.BODY(builder.DIV(*map(_without_tail, head), _without_tail(message))))
    wrapped.find("body/div").set("class", "page_wrap")
    written: bytes = tostring(wrapped, encoding="utf-8", doctype="<!DOCTYPE html>")
    return written
