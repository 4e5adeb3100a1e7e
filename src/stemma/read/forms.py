"""What form some bytes have that hold records, posts or items, told by the bytes themselves."""

import re
from enum import StrEnum

__all__ = ["HEAD", "Form", "form_of"]

HEAD = 65_536
"""Bytes from which a form is told; a whole account's export has its contacts before its chats."""


class Form(StrEnum):
    """A form of which one file may hold one document or many."""

    TELEGRAM = "an export of Telegram as JSON"
    TELEGRAM_PAGE = "an export of Telegram as HTML"
    FEED = "a feed"
    JSON_FEED = "a JSON feed"
    SITEMAP = "a sitemap"
    RECORDS = "a list of JSON records"
    RECORD_LINES = "JSON Lines"


_MARK = re.compile(rb"^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*")
# Atomic groups: a comment is not tried again with the next one inside it, which would take for ever.
_ROOT = re.compile(
    rb"(?>\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>)*+<(?:\w+:)?(rss|feed|rdf|urlset|sitemapindex)\b",
    re.IGNORECASE | re.DOTALL,
)
_ROOTS = {b"rss": Form.FEED, b"feed": Form.FEED, b"rdf": Form.FEED}
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org\\?/version')
_CHAT = re.compile(rb'"type"\s*:\s*"(?:\w+_)?(?:chat|group|supergroup|channel|messages)"')
_MESSAGES = re.compile(rb'"messages"\s*:\s*\[')
_ACCOUNT = re.compile(rb'^\{\s*"about"\s*:\s*"[^"]*\b(?:Telegram|data you requested)\b')
_LIST = re.compile(rb"\[\s*(?:\{|\]\s*$)")
_LINE = re.compile(rb"\{[ \t]*(?:\"[^\r\n]*)?\}[ \t]*(?:[\r\n]\s*+(?:\{|$)|$)")
_LINE_NAMES = (".jsonl", ".ndjson", ".jsonlines")


def form_of(head: bytes, path: str) -> Form | None:
    """
    Return the form of a file by its first bytes, None for any other.

    The name decides nothing but that of JSON Lines whose first line is longer than *head*.
    """
    bare = head.replace(b"\x00", b"")[:HEAD]
    bare = _MARK.sub(b"", bare, count=1)
    if bare.startswith(b"{"):
        return _object(bare, path)
    if _LIST.match(bare):
        return Form.RECORDS
    if not bare.startswith(b"<"):
        return None
    root = _ROOT.match(bare)
    if root:
        return _ROOTS.get(root[1].lower(), Form.SITEMAP)
    is_export = b'class="page_wrap' in bare and (b'class="page_header' in bare or b'id="message' in bare)
    return Form.TELEGRAM_PAGE if is_export else None


def _object(head: bytes, path: str) -> Form | None:
    if (_CHAT.search(head) and _MESSAGES.search(head)) or _ACCOUNT.match(head):
        return Form.TELEGRAM
    if _JSON_FEED.search(head):
        return Form.JSON_FEED
    named = path.casefold().removesuffix(".gz").endswith(_LINE_NAMES)
    return Form.RECORD_LINES if named or _LINE.match(head) else None
