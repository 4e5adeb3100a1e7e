"""A document that a page speaks of, in its story."""

from typing import Annotated

from fastapi import Path, Request

from stemma.errors import UnknownError
from stemma.model import Document
from stemma.web.answering import view_of
from stemma.web.laid import Laid, laid_out

__all__ = ["Id", "opened"]

LONGEST_ID = 200
Id = Annotated[str, Path(max_length=LONGEST_ID)]


def opened(request: Request, id: str) -> tuple[Laid, Document]:
    """
    Return a document with its story.

    Raises:
        UnknownError: There is none with this id.
    """
    laid = laid_out(request, view_of(request).home(id))
    if id not in laid.desk.numbers:
        raise UnknownError("document", id)
    return laid, laid.desk.document(id)
