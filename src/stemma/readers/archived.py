"""The page that Bellingcat's auto-archiver writes of each address it has kept."""

import re
from typing import TYPE_CHECKING

from stemma.errors import UnreadableError
from stemma.model import Layer
from stemma.readers.layout import lay_out, single_spaced

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["ArchivedReader", "is_archived"]

HEAD = 65_536
_MARK = re.compile(rb"<h2>\s*Archived media for\b")


class ArchivedReader:
    """What auto-archiver noted of one address: the text layer is the title and the text of the post."""

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of the post.

        Raises:
            UnreadableError: The page notes no text.
        """
        from lxml.etree import LxmlError
        from lxml.html import HTMLParser, document_fromstring

        try:
            page = document_fromstring(data, parser=HTMLParser(encoding="utf-8"))
        except (LxmlError, ValueError) as error:
            raise UnreadableError(path, "is no page of auto-archiver that can be read") from error
        noted = _noted(page)
        title = single_spaced(noted.get("title")) or None
        lines = [line for line in map(single_spaced, noted.get("content", "").splitlines()) if line]
        paragraphs = [line for line in lines if line != title]
        if not title and not paragraphs:
            raise UnreadableError(path, "holds files that auto-archiver kept, and no text; give the page that it kept")
        text, blocks = lay_out(title, paragraphs)
        return Layer(
            text=text,
            reader="auto-archiver/1",
            blocks=blocks or None,
            title=title,
            authors=tuple(filter(None, (single_spaced(noted.get("author")),))),
            published=noted.get("timestamp", "")[:19].replace(" ", "T") or None,
            url=noted.get("url"),
        )


def is_archived(data: bytes) -> bool:
    """Tell whether *data* is such a page."""
    return bool(_MARK.search(data[:HEAD]))


def _noted(page: "HtmlElement") -> dict[str, str]:
    """Return the rows of its table of metadata: a name, and what was noted under it."""
    rows = page.xpath('//table[contains(@class, "metadata")]//tr[count(td) = 2]')
    found = {single_spaced(row[0].text_content()): row[1].text_content().strip() for row in rows}
    return {name.casefold(): value for name, value in found.items() if value}
