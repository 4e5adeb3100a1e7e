"""The words that every fact leads back to."""

from dataclasses import dataclass

from stemma.tell.desk import Desk, Quotation

__all__ = ["Words", "words_of"]


@dataclass(frozen=True, slots=True)
class Words:
    """A quotation with its place; offsets are code points of the document's text layer."""

    text: str
    """White space as one space; pieces that stand apart with an ellipsis between."""
    document: str
    outlet: str
    start: int
    end: int


def words_of(quotation: Quotation, desk: Desk) -> Words:
    """Return *quotation* with what its document is known as."""
    document = desk.documents[quotation.number - 1]
    return Words(quotation.text, document.id, desk.outlet(document.id), quotation.span.start, quotation.span.end)
