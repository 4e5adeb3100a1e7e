"""Office documents (DOCX)."""

import re
import zipfile
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

from stemma.errors import UnreadableError
from stemma.model import Layer
from stemma.readers.lacking import refuse_without
from stemma.readers.layout import lay_out, single_spaced

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

__all__ = ["DocxReader", "is_docx"]

MOST_UNPACKED = 100_000_000
"""Bytes of all parts unpacked: what an illustrated report has, ten times over."""
MOST_OF_A_PART = 30_000_000
"""Bytes of one part with text; War and Peace with its markup has fifteen million."""
_MAIN_PART = "word/document.xml"
_TITLE = re.compile(r"^(?:title|heading 1)$", re.IGNORECASE)


class DocxReader:
    """
    A DOCX: the text layer is its title and its paragraphs, those in tables too, in their order.

    The dates in its properties are those of the file, not of the report, so none is taken from there.
    """

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of the DOCX *data*.

        Raises:
            UnreadableError: It is damaged, a bomb, or without text; or python-docx is not installed.
        """
        _refuse_bombs(data, path)
        document = _open(data, path)
        filled = [(text, paragraph) for paragraph in _paragraphs(document) if (text := single_spaced(paragraph.text))]
        if not filled:
            raise UnreadableError(path, "is a DOCX without text; if it holds pictures of pages, run OCR first")
        first, paragraph = filled[0]
        style = paragraph.style  # looked up among all styles, so not for each
        title = first if style is not None and _TITLE.match(style.name or "") else None
        text, blocks = lay_out(title, [text for text, _ in filled[1 if title else 0 :]])
        return Layer(text, reader=f"docx/1 python-docx/{version('python-docx')}", blocks=blocks, title=title)


def is_docx(data: bytes) -> bool:
    """Tell whether *data* is a ZIP archive with a text document of an office in it."""
    if not data.startswith(b"PK\x03\x04"):
        return False
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return _MAIN_PART in archive.NameToInfo
    except (zipfile.BadZipFile, ValueError, OSError):  # one that is cut off still shows its first names
        return _MAIN_PART.encode() in data


def _refuse_bombs(data: bytes, path: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            sizes = [info.file_size for info in archive.infolist()]  # no more than this is unpacked of each
            texts = [info.file_size for info in archive.infolist() if info.filename.endswith((".xml", ".rels"))]
    except (zipfile.BadZipFile, ValueError, OSError) as error:
        raise UnreadableError(path, "is a DOCX that is cut off or damaged; get the whole file again") from error
    if sum(sizes) > MOST_UNPACKED or max(texts, default=0) > MOST_OF_A_PART:
        size = f"{sum(sizes) / 1e6:,.0f} MB"
        raise UnreadableError(path, f"is a DOCX that unpacks to {size}, which no report does; save its text")


def _open(data: bytes, path: str) -> "Document":
    try:
        import docx
    except ImportError as error:
        raise refuse_without(path, "a DOCX", error) from error
    try:
        return docx.Document(BytesIO(data))
    except Exception as error:  # what is wrong with a part may fail python-docx, lxml or zlib in any way there is
        raise UnreadableError(path, f"is a damaged DOCX ({type(error).__name__}); open it and save it anew") from error


def _paragraphs(place: "Document | _Cell") -> "Iterator[Paragraph]":
    from docx.table import Table

    for part in place.iter_inner_content():
        if isinstance(part, Table):
            yield from _in_table(part)
        else:
            yield part


def _in_table(table: "Table") -> "Iterator[Paragraph]":
    from docx.table import _Cell

    # Not row.cells: that gives a cell over several columns or rows once for each, and a file may say a billion.
    for row in table.rows:
        for inner in row._tr.tc_lst:
            yield from _paragraphs(_Cell(inner, table))
