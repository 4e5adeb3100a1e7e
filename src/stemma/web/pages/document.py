"""``/documents/{id}``: one archived text, with what was made of each of its words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from stemma.model import Document, Span
from stemma.tell.leaves import leaf_at, leaves_of
from stemma.tell.made import Made, Said, made_of
from stemma.tell.marked import mark_document
from stemma.web.answering import answer, page, view_of
from stemma.web.opened import Id, opened
from stemma.web.pages.versions import Number, VersionsPage, answer_versions
from stemma.web.provenance import Provenance, provenance_of

__all__ = ["DocumentPage", "router"]

router = APIRouter()
NOTES = 120
"""Notes that stand in the page beside the words; of a text with more, each is fetched when it is asked for."""
LAST = 100_000_000
"""Characters into a text that an address may ask for."""


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document, with what was made of it; of a long one as much as the page shows."""

    document: Document
    """Where it is told in parts its text is that of the part alone; spans count in the whole text all the same."""
    story: str
    characters: int
    """Of the whole text."""
    made: tuple[Made, ...]
    """What stands in the part, wherever it begins."""
    provenance: Provenance
    here: Span | None
    """The place that the address asks for."""
    leaf: int
    """Which part of the text is told of a long one, from 1; 0 where it is asked for whole."""
    leaves: tuple[Span, ...]
    """Where the parts of the text lie."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What of the text is to be shown."""

    start: int | None
    end: int | None
    of: str
    whole: bool

    def here(self, document: Document) -> Span | None:
        """Return the place that is to be marked, as far as *document* goes."""
        start, length = self.start, len(document.text)
        if start is None or start >= length:
            return None
        return Span(start, min(max(self.end or start + 1, start + 1), length))


def _wanted(
    start: Annotated[int | None, Query(ge=0, le=LAST, description="First character of a place to show.")] = None,
    end: Annotated[int | None, Query(ge=0, le=LAST, description="The character after its last.")] = None,
    of: Annotated[str, Query(max_length=100, description="Anchor of what the part to show holds.")] = "",
    whole: Annotated[bool, Query(description="All of a long text on one page.")] = False,
) -> _Wanted:
    return _Wanted(start, end, of, whole)


@page(router, "/documents/{id}", DocumentPage | VersionsPage, fails=(404,))
def document(
    request: Request,
    id: Id,
    wanted: Annotated[_Wanted, Depends(_wanted)],
    version: Number = None,
    against: Number = None,
) -> Response:
    """Show a text with what was made of it, or what was changed from one version of it to another."""
    if version or against:
        return answer_versions(request, id, version, against)
    laid, text = opened(request, id)
    here = wanted.here(text)
    made = made_of(id, laid.desk, laid.remarks)
    notes: dict[str, list[Made]] = {}
    for one in made:
        notes.setdefault(one.anchor, []).append(one)
    has_notes = len(notes) <= NOTES
    pieces = mark_document(text, laid.desk)
    leaves = leaves_of(pieces, has_notes=has_notes)
    pieces = mark_document(text, laid.desk, here) if here else pieces
    leaf = None
    if not wanted.whole and len(leaves) > 1:
        leaf = leaf_at(pieces, leaves, here.start if here else 0, wanted.of)
    number = leaf.number if leaf else 0 if wanted.whole else 1
    provenance = provenance_of(view_of(request), text.sha256)
    shown = DocumentPage(
        part_of(text, leaf.span) if leaf else text,
        laid.id,
        len(text.text),
        made_in(made, leaf.span) if leaf else made,
        provenance,
        here,
        number,
        leaves,
    )
    pieces = leaf.pieces if leaf else pieces
    context = {
        "page": shown,
        "laid": laid,
        "pieces": pieces,
        "notes": notes,
        "has_notes": has_notes,
        "begun": {anchor for piece in pieces for anchor in piece.begins},
    }
    return answer(request, "document.html.j2", context, shown)


def part_of(document: Document, span: Span) -> Document:
    """Return *document* with its text in *span* alone, and with the paragraphs and furniture that reach into it."""
    body = tuple(one for one in document.body if one.meets(span))
    furniture = tuple(one for one in document.furniture if one.meets(span))
    return replace(document, text=span.cut(document.text), body=body, furniture=furniture)


def made_in(made: Sequence[Made], span: Span) -> tuple[Made, ...]:
    """Return those of *made* that have words in *span*."""
    return tuple(one for one in made if any(map(span.meets, one.spans if isinstance(one, Said) else (one.span,))))
