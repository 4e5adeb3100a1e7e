"""Which reader for which bytes."""

from stemma.ports import Reader
from stemma.readers.html import HtmlReader
from stemma.readers.plain import PlainReader
from stemma.readers.sniffing import is_html

__all__ = ["choose_reader"]

_PAGE_NAMES = (".html", ".htm", ".xhtml")


def choose_reader(data: bytes, path: str) -> Reader:
    """
    Return the reader for *data*, by its first characters more than by the name of its file.

    A saved page is often called .txt, and text .html; the name decides only for a page that
    begins like text but has tags throughout.
    """
    if is_html(data):
        return HtmlReader()
    named_page = path.casefold().endswith(_PAGE_NAMES)
    return HtmlReader() if named_page and b"</" in data else PlainReader()
