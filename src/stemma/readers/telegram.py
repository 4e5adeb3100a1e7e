"""Posts of Telegram, from an export of the desktop app that holds one of them."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from stemma.errors import UnreadableError
from stemma.model import Layer
from stemma.readers.layout import single_spaced
from stemma.readers.objects import object_in
from stemma.readers.posts import Post, lay_out_post

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["TelegramPageReader", "TelegramReader"]

_DAY = re.compile(r"(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)")
_LISTED = ("supergroup", "channel")
"""Chats whose posts have an address."""


class TelegramReader:
    """One post of an export as JSON."""

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of the post.

        Raises:
            UnreadableError: It is no export of one post, or the post has no words.
        """
        chat = object_in(data, path)
        messages = chat.get("messages")
        if not isinstance(messages, list) or len(messages) != 1:
            raise UnreadableError(path, "is no export of one post")
        message = messages[0]
        if not isinstance(message, dict) or message.get("type") == "service":
            raise UnreadableError(path, "is a post without words")
        return lay_out_post(_post(chat, message), "telegram/1", path)


class TelegramPageReader:
    """One post of an export as HTML."""

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of the post.

        Raises:
            UnreadableError: It is no export of one post, or the post has no words.
        """
        from lxml.etree import LxmlError
        from lxml.html import HTMLParser, document_fromstring

        try:
            page = document_fromstring(data, parser=HTMLParser(encoding="utf-8"))
        except (LxmlError, ValueError) as error:
            raise UnreadableError(path, "is no page of an export; export the chat again") from error
        messages = page.xpath('//div[starts-with(@id, "message")]')
        if len(messages) != 1:
            raise UnreadableError(path, "is no export of one post")
        return lay_out_post(_post_on_page(page, messages[0]), "telegram-page/1", path)


def _post(chat: Mapping[str, object], message: Mapping[str, object]) -> Post:
    name = _words(chat.get("name"))
    kind, place, number = _words(chat.get("type")) or "", chat.get("id"), message.get("id")
    is_listed = kind.endswith(_LISTED) and isinstance(place, int) and isinstance(number, int)
    return Post(
        chat=name or _words(message.get("from")),
        author=_words(message.get("from")),
        text=_text(message.get("text")),
        published=_words(message.get("date")),
        forwarded_from=_words(message.get("forwarded_from")),
        url=f"https://t.me/c/{place}/{number}" if is_listed else None,
    )


def _words(value: object) -> str | None:
    return single_spaced(value) or None if isinstance(value, str) else None


def _text(value: object) -> str:
    """Return the text of a message, which is in pieces where some of it is bold or a link."""
    if isinstance(value, str):
        return value
    pieces = value if isinstance(value, list) else ()
    return "".join(_text(piece.get("text") if isinstance(piece, dict) else piece) for piece in pieces)


def _post_on_page(page: "HtmlElement", message: "HtmlElement") -> Post:
    found = _DAY.search(message.xpath('string(.//div[contains(@class, "date")]/@title)'))
    # What stands behind a name in the same box is the forward's day, or the bot it came by.
    forwarded = message.xpath('string(.//div[contains(@class, "forwarded")]/div[@class="from_name"]/text()[1])')
    own = './/div[@class="from_name" and not(ancestor::div[contains(@class, "forwarded")])]/text()[1]'
    chat = single_spaced(page.xpath('string(//div[contains(@class, "page_header")]//div[contains(@class, "text")])'))
    author = single_spaced(message.xpath(f"string({own})")) or None
    texts = message.xpath('.//div[@class="text"]')
    return Post(
        chat=chat or author,
        author=author,
        text="\n".join(_broken_lines(text) for text in texts),
        published=f"{found[3]}-{found[2]}-{found[1]}T{found[4]}" if found else None,
        forwarded_from=single_spaced(forwarded) or None,
    )


def _broken_lines(text: "HtmlElement") -> str:
    """Return the words in *text*, a new line where its markup breaks one."""
    pieces = text.xpath("descendant::text() | descendant::br")
    return "".join(piece if isinstance(piece, str) else "\n" for piece in pieces).strip()
