"""The words that every fact leads back to, and who says them."""

from collections.abc import Iterable
from dataclasses import dataclass

from stemma.tell.desk import Desk, Quotation

__all__ = ["Voice", "Words", "voice_of", "words_of"]


@dataclass(frozen=True, slots=True)
class Words:
    """A quotation with its place; offsets are code points of the document's text layer."""

    text: str
    """White space as one space; pieces that stand apart with an ellipsis between."""
    document: str
    outlet: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Voice:
    """A source or a document."""

    id: str
    name: str


def words_of(quotation: Quotation, desk: Desk) -> Words:
    """Return *quotation* with what its document is known as."""
    document = desk.documents[quotation.number - 1]
    return Words(quotation.text, document.id, desk.outlet(document.id), quotation.span.start, quotation.span.end)


def voice_of(ids: Iterable[str], desk: Desk) -> tuple[Voice, ...]:
    """Return who is known by *ids*."""
    return tuple(Voice(id, desk.name(id)) for id in ids)
