"""Web pages."""

from datetime import datetime
from importlib.metadata import version

from stemma.errors import UnreadableError
from stemma.model import Layer
from stemma.readers.encodings import Decoded, decode
from stemma.readers.layout import lay_out, single_spaced
from stemma.readers.plain import refuse_empty
from stemma.readers.sniffing import binary_kind, declared_encoding, is_garbled

__all__ = ["HtmlReader", "draw_page"]

MOST_MARKUP = 10_000_000
"""Characters of a page with its markup; the heaviest news pages hold some millions."""
LEAST_WORDS = 12
"""Words below which what was drawn from a page is its buttons, not an article."""

# Fixed, so that a page is dated alike on every day that it is read.
_EARLIEST, _LATEST = datetime(1990, 1, 1), datetime(2100, 1, 1)
_NOT_AUTHORS = {"admin", "administrator", "editor", "editorial", "staff", "newsroom", "unknown"}


class HtmlReader:
    """A web page: the text layer is its title and the paragraphs that trafilatura draws from it."""

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of the page *data*, with what its metadata says.

        Raises:
            UnreadableError: The page has no body, or is no page.
        """
        refuse_empty(data, path)
        kind = binary_kind(data)
        if kind:
            raise UnreadableError(path, f"is no web page but {kind}")
        return draw_page(decode(data, declared_encoding(data)), path)


def draw_page(decoded: Decoded, path: str) -> Layer:
    """
    Return the text layer of a page that is decoded already.

    Raises:
        UnreadableError: The page has no body, or is no page.
    """
    if is_garbled(decoded.text) or len(decoded.text) > MOST_MARKUP:
        raise UnreadableError(path, "is no web page that can be read; save the article as plain text")
    page = _extract(decoded.text)
    paragraphs = _paragraphs(page.get("text"), page.get("title"))
    if sum(len(paragraph.split()) for paragraph in paragraphs) < LEAST_WORDS:
        raise UnreadableError(path, "is a web page without an article; save the article's own page, or its text")
    return _layer(page, paragraphs, _date(decoded.text), decoded.note)


def _extract(html: str) -> dict[str, str | None]:
    from trafilatura import bare_extraction

    found = bare_extraction(
        html,
        include_comments=False,
        include_tables=False,
        with_metadata=True,
        date_extraction_params={"original_date": True, "max_date": _LATEST.strftime("%Y-%m-%d")},
    )
    if found is None:
        return {}
    values = found if isinstance(found, dict) else found.as_dict()
    keys = ("text", "title", "author", "sitename", "hostname", "url", "date")
    return {key: value if isinstance(value := values.get(key), str) else None for key in keys}


def _date(html: str) -> str | None:
    from htmldate import find_date

    return find_date(
        html, original_date=True, extensive_search=False, outputformat="%Y-%m-%d", min_date=_EARLIEST, max_date=_LATEST
    )


def _paragraphs(text: str | None, title: str | None) -> list[str]:
    lines = [line for line in map(single_spaced, (text or "").splitlines()) if line]
    return lines[1:] if lines and title and lines[0] == single_spaced(title) else lines


def _layer(page: dict[str, str | None], paragraphs: list[str], published: str | None, note: str | None) -> Layer:
    title = single_spaced(page.get("title")) or None
    text, blocks = lay_out(title, paragraphs)
    return Layer(
        text=text,
        reader=f"html/1 trafilatura/{version('trafilatura')} htmldate/{version('htmldate')}",
        blocks=blocks,
        title=title,
        outlet=page.get("sitename") or page.get("hostname"),
        authors=_authors(page.get("author")),
        published=published or page.get("date"),
        url=page.get("url"),
        note=note,
    )


def _authors(names: str | None) -> tuple[str, ...]:
    found = [name.strip() for name in (names or "").split(";")]
    return tuple(name for name in found if name and name.casefold() not in _NOT_AUTHORS)
