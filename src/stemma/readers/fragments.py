"""The paragraphs in a piece of HTML that is no whole page: what a feed or a letter holds."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from stemma.readers.layout import single_spaced

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["paragraphs_of_fragment"]

_BREAKS = frozenset(
    {
        *("address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figcaption", "figure", "footer"),
        *("form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section"),
        *("table", "td", "th", "tr", "ul"),
    }
)
_SILENT = frozenset({"script", "style", "head", "template", "noscript", "iframe", "svg", "title"})


def paragraphs_of_fragment(html: str) -> list[str]:
    """Return the text of *html*, cut where a browser would begin a new line; plain text is one paragraph a line."""
    if "<" not in html and "&" not in html:
        return _filled(html.splitlines())
    from lxml.etree import LxmlError
    from lxml.html import fragment_fromstring

    try:
        root = fragment_fromstring(html.replace("\x00", ""), create_parent="div")
    except (LxmlError, ValueError, AssertionError):  # no markup after all
        return _filled(html.splitlines())
    return _filled("".join(_pieces(root)).split("\n"))


def _pieces(root: "HtmlElement") -> Iterator[str]:
    """Yield the text under *root* with a line break at each border of a block; by a stack, for markup may be deep."""
    stack: list[tuple[HtmlElement, bool]] = [(root, False)]
    while stack:
        element, is_left = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""  # comments have none
        if is_left:
            yield "\n" if tag in _BREAKS else ""
            yield _unbroken(element.tail) if element is not root else ""
            continue
        yield "\n" if tag in _BREAKS else ""
        stack.append((element, True))
        if tag and tag not in _SILENT:
            yield _unbroken(element.text)
            stack += [(child, False) for child in reversed(element)]


def _unbroken(text: str | None) -> str:
    """Return *text* without line breaks, which mean nothing in HTML."""
    return (text or "").replace("\r", " ").replace("\n", " ")


def _filled(lines: list[str]) -> list[str]:
    return [line for line in map(single_spaced, lines) if line]
