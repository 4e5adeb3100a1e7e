"""``/documents/{id}?version=1``: two versions of one article held against each other, and the bytes of each."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from stemma.errors import UnknownError
from stemma.model import Span
from stemma.tell.contrast import Bit
from stemma.tell.revising import revise
from stemma.tell.wording import DRIFT, plain_kind
from stemma.web.answering import answer, download, view_of
from stemma.web.opened import Id, opened
from stemma.web.provenance import Provenance, provenance_of

__all__ = ["Edit", "Number", "VersionsPage", "answer_versions", "router"]

router = APIRouter()
LAST = 1_000_000
"""Versions that one article can have."""
Number = Annotated[int | None, Query(ge=1, le=LAST, description="Of a version, from 1.")]


@dataclass(frozen=True, slots=True)
class Edit:
    """One thing that was changed."""

    kind: str
    explanation: str
    was: str
    became: str
    span: Span
    """In the newer version."""


@dataclass(frozen=True, slots=True)
class VersionsPage:
    """An older and a newer version."""

    document: str
    outlet: str
    older: int
    newer: int
    edits: tuple[Edit, ...]
    bits: tuple[Bit, ...]
    """Both texts as one."""
    provenance: Provenance


def answer_versions(request: Request, id: str, version: int | None, against: int | None) -> Response:
    """Show what was changed from one version to another: to the newest from the one before, unless told otherwise."""
    laid, document = opened(request, id)
    view, provenance = view_of(request), provenance_of(view_of(request), document.sha256)
    newest = len(provenance.versions)
    one = version or newest
    other = against or (newest if one != newest else max(1, newest - 1))
    older, newer = sorted((one, other))
    revised = view.revised(document.sha256, older, newer)
    edits = tuple(
        Edit(
            plain_kind(DRIFT, edit.kind),
            edit.explanation,
            edit.against.span.cut(revised.older.text),
            edit.place.span.cut(revised.newer.text),
            edit.place.span,
        )
        for edit in revised.edits
    )
    bits = revise(revised.older.text, revised.newer.text)
    shown = VersionsPage(id, laid.desk.known_as(id), older, newer, edits, bits, provenance)
    return answer(request, "versions.html.j2", {"page": shown, "laid": laid}, shown)


@download(router, "/documents/{id}/bytes", "application/octet-stream", "The bytes as they came.")
def bytes_of(request: Request, id: Id, version: Number = None) -> Response:
    """Send the archived bytes, to be kept and never to be shown."""
    _, document = opened(request, id)
    held = provenance_of(view_of(request), document.sha256).versions
    number = version or len(held)
    if number > len(held):
        raise UnknownError("version", str(number))
    sha256 = held[number - 1].sha256
    headers = {"Content-Disposition": f'attachment; filename="{sha256[:16]}.bin"'}
    return Response(view_of(request).data(sha256), headers=headers, media_type="application/octet-stream")


@download(router, "/documents/{id}/text", "text/plain", "The text layer, which offsets count in.")
def text_of(request: Request, id: Id) -> Response:
    """Send the text layer as a file."""
    _, document = opened(request, id)
    headers = {"Content-Disposition": f'attachment; filename="{document.sha256[:16]}.txt"'}
    return Response(document.text.encode("utf-8", "replace"), headers=headers, media_type="text/plain; charset=utf-8")
