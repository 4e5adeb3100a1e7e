"""PDF."""

import logging
import time
from collections.abc import Iterator
from importlib.metadata import version
from io import BytesIO
from typing import TYPE_CHECKING

from stemma.errors import UnreadableError
from stemma.model import Layer
from stemma.readers.lacking import refuse_without
from stemma.readers.plain import MOST_CHARACTERS
from stemma.readers.sheets import paragraphs_of

if TYPE_CHECKING:
    from pypdf import PageObject
    from pypdf import PdfReader as Pdf

__all__ = ["PdfReader", "is_pdf"]

MOST_PAGES = 600
"""A commission's report has hundreds of pages; what is longer is a book or an archive."""
MOST_SECONDS = 60.0
"""A page takes hundredths of a second; a file made to stop its reader takes minutes for one."""
TOO_MUCH = "is a PDF with more in it than a report has; cut out the pages that matter"
LEAST_LETTERS = 40
"""Below this a file holds pictures of pages with a stamp or a page number on them."""
HEAD = 1024
TAIL = 2048
"""Bytes in which the end of a whole file is marked; some producers write a little behind it."""


class PdfReader:
    """
    A PDF: the text layer is the lines that pypdf draws from its pages, put together to paragraphs.

    The dates in a PDF's metadata are those of the file, not of the report, so none is taken from there.
    """

    def read(self, data: bytes, path: str) -> Layer:
        """
        Return the text layer of the PDF *data*.

        Raises:
            UnreadableError: It is cut off, encrypted, damaged, without text, or too long; or pypdf is not installed.
        """
        if b"%%EOF" not in data[-TAIL:]:
            raise UnreadableError(path, "is a PDF that is cut off before its end; get the whole file again")
        pages = list(_pages(data, path))
        text = "\n\n".join(paragraphs_of(pages))
        if sum(character.isalpha() for character in text) < LEAST_LETTERS:
            raise UnreadableError(
                path, "is a PDF of pictures, without text; let OCR write the text into it (ocrmypdf IN.pdf OUT.pdf)"
            )
        return Layer(f"{text}\n", reader=f"pdf/1 pypdf/{version('pypdf')}")


def is_pdf(data: bytes) -> bool:
    """Tell whether *data* is a PDF; some servers put a line of their own before it."""
    return b"%PDF-" in data[:HEAD] and (data.startswith(b"%PDF-") or b"\x00" in data or b"endobj" in data)


def _pages(data: bytes, path: str) -> Iterator[list[str]]:
    """Yield the lines of each page."""
    deadline = time.monotonic() + MOST_SECONDS
    characters = 0
    pdf = _open(data, path)
    for number in range(_count(pdf, path)):
        try:
            lines = _lines(pdf.pages[number], deadline)
        except _LateError as error:
            raise UnreadableError(path, TOO_MUCH) from error
        except Exception as error:  # a damaged page fails pypdf in any way there is
            raise _damaged(path, error) from error
        characters += sum(map(len, lines))
        if characters > MOST_CHARACTERS or time.monotonic() > deadline:
            raise UnreadableError(path, TOO_MUCH)
        yield lines


class _LateError(Exception):
    """A page takes too long."""


def _lines(page: "PageObject", deadline: float) -> list[str]:
    """Return the lines of *page*; a few hundred bytes can unfold to operators that take minutes."""

    def mind_the_time(*operator: object) -> None:
        if time.monotonic() > deadline:
            raise _LateError

    return page.extract_text(visitor_operand_before=mind_the_time).splitlines()


def _open(data: bytes, path: str) -> "Pdf":
    try:
        from pypdf import PdfReader as Pdf
        from pypdf.errors import DependencyError
    except ImportError as error:
        raise refuse_without(path, "a PDF", error) from error
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters of its remarks we say ourselves
    try:
        pdf = Pdf(BytesIO(data))
        # Many reports may be read by everybody and are encrypted against changes alone: with no password.
        is_locked = pdf.is_encrypted and not pdf.decrypt("")
    except DependencyError as error:
        raise refuse_without(path, "an encrypted PDF", ImportError(str(error))) from error
    except Exception as error:  # as above
        raise _damaged(path, error) from error
    if is_locked:
        raise UnreadableError(path, "is a PDF that asks for a password; save it without one")
    return pdf


def _count(pdf: "Pdf", path: str) -> int:
    try:
        pages = len(pdf.pages)
    except Exception as error:  # as above
        raise _damaged(path, error) from error
    if pages > MOST_PAGES:
        raise UnreadableError(path, f"is a PDF of {pages:,} pages; cut out those that matter, {MOST_PAGES} at most")
    return pages


def _damaged(path: str, error: Exception) -> UnreadableError:
    return UnreadableError(path, f"is a damaged PDF ({type(error).__name__}); get the file again, or save its text")
