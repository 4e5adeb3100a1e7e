"""A page of a story, on the screen or as one HTML file that needs neither the desk nor a network."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Depends, Query, Request
from fastapi.responses import HTMLResponse, Response

from stemma.tell.accounts import Account
from stemma.tell.desk import Quotation
from stemma.tell.marking import pieces_by_number
from stemma.web.answering import answer, site_of
from stemma.web.assets import read_asset
from stemma.web.laid import Laid
from stemma.web.problems import wants_json
from stemma.web.rendering import render

__all__ = ["SavedWays", "Saving", "Telling", "tell"]

_UNSAFE = re.compile(r"[^A-Za-z0-9-]+")
LONGEST_NAME = 60
"""Characters of the name of a saved file, before its ending."""


def _wish(save: Annotated[bool, Query(description="The page as one HTML file.")] = False) -> bool:
    return save


Saving = Annotated[bool, Depends(_wish)]
"""Whether the page is asked for as a file: ``?save=1``."""


@dataclass(slots=True)
class SavedWays:
    """Links inside one file: to the texts at its end, and to the claims that it tells."""

    claims: Mapping[str, str] = field(default_factory=dict)
    """Anchors of the claims that the page tells, by their ids."""
    used: set[int] = field(default_factory=set)
    """Numbers of the documents that something leads to: the file holds their texts."""

    def words(self, quotation: Quotation) -> str:
        """Return where the words stand in the text at the end of the file."""
        self.used.add(quotation.number)
        return f"#{quotation.anchor}"

    def document(self, number: int) -> str:
        """Return where the text of a document begins."""
        self.used.add(number)
        return f"#doc-{number}"

    def claim(self, id: str) -> str:
        """Return where a claim is told; nothing for one of another page."""
        return f"#{self.claims[id]}" if id in self.claims else ""

    def source(self, id: str) -> str:
        """Return nothing: a source has a page of its own."""
        return ""


@dataclass(frozen=True, slots=True)
class Telling:
    """What a page of a story tells."""

    template: str
    """One of ``web/templates``; it extends ``base``."""
    laid: Laid
    context: Mapping[str, object]
    twin: object
    """The same facts for programs."""
    claims: Sequence[Account] = ()
    """Claims that the page itself tells, so that links to them stay on it."""


def tell(request: Request, telling: Telling, *, save: bool) -> Response:
    """Return a page of a story, or its twin; where *save*, the page as a file."""
    laid = telling.laid
    shared = {"laid": laid, "desk": laid.desk, "notes": {}, **telling.context}
    if not save or wants_json(request):
        on_screen = {"base": "base.html.j2", "saved": False, "to": laid.ways, **shared}
        return answer(request, telling.template, on_screen, telling.twin)
    saved = {
        "base": "saved.html.j2",
        "saved": True,
        "to": SavedWays({account.claim.id: account.anchor for account in telling.claims}),
        "style": read_asset("desk.css").decode(),
        "pieces": pieces_by_number(laid.desk, telling.claims),
        "site": site_of(request),
        "visitor": None,
        "path": request.url.path,
    }
    name = _UNSAFE.sub("-", request.url.path).strip("-")[:LONGEST_NAME]
    headers = {"Content-Disposition": f'attachment; filename="stemma-{name}.html"', "Vary": "Accept, Cookie"}
    return HTMLResponse(render(telling.template, {**shared, **saved}), headers=headers)
