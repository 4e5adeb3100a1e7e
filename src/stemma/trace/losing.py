"""Which of two reports lost whom the other names: names are dropped on the way, and seldom come back."""

import re

from stemma.model import Document, Source, SourceKind
from stemma.trace.edge import Material

__all__ = ["loser_of"]

_INDEFINITE = re.compile(r"^(?:an?|some|several|many|other)\s", re.IGNORECASE)
_NAME = re.compile(r"\s[A-Z]")


def loser_of(material: Material, left: Document, right: Document) -> tuple[Document, Document] | None:
    """Return the one of two that lost names, and the one that has them; None where neither did."""
    told = {d.id: {a.claim for a in material.said_in[d.id] if a.claim} for d in (left, right)}
    named = {d.id: _named(material, d) for d in (left, right)}
    lost_left = len((named[right.id] & told[left.id]) - named[left.id])
    lost_right = len((named[left.id] & told[right.id]) - named[right.id])
    if lost_left == lost_right:
        return None
    return (right, left) if lost_right > lost_left else (left, right)


def _named(material: Material, document: Document) -> set[str | None]:
    """Return the claims that *document* has from somebody by name."""
    heard = (a for a in material.said_in[document.id] if a.claim and a.source in material.source)
    return {a.claim for a in heard if _is_named(material.source[a.source or ""])}


def _is_named(source: Source) -> bool:
    """Tell whether *source* has a name: "Doctors for Peace" has, "a Geneva-based group" has not."""
    if source.kind is SourceKind.UNNAMED or _INDEFINITE.match(source.name):
        return False
    return source.kind is not SourceKind.GROUP or bool(_NAME.search(source.name))
