"""What was not understood: the part of a brief that says where not to lean on it."""

from dataclasses import dataclass

from stemma.model import Attribution, Basis, Document
from stemma.tell.desk import Desk, Quotation
from stemma.tell.judged import unfollowed

__all__ = ["Gaps", "gaps_of", "unresolved_in_order"]


@dataclass(frozen=True, slots=True)
class Gaps:
    """What the reader should not expect to be in the brief."""

    notices: tuple[str, ...]
    """What was noticed on the way, and judgements that were not followed."""
    unresolved: tuple[Quotation, ...]
    """Words that stand for a speaker whom nothing tells apart."""
    unnamed: tuple[Quotation, ...]
    """Contents that someone says, where the text does not tell who."""
    undated: tuple[int, ...]
    """Numbers of documents."""
    foreign: tuple[tuple[int, str], ...]
    """Numbers of documents that are not in English, with their language."""
    empty: tuple[int, ...]
    """Numbers of documents in which nobody says anything."""


def gaps_of(desk: Desk) -> Gaps:
    """Return what is missing from *desk*, in reading order."""
    lost = unresolved_in_order(desk)
    speaking = {a.document for a in desk.brief.attributions}
    notices = (n.text if n.path in n.text else f"{n.path}: {n.text}" for n in desk.brief.notices)
    return Gaps(
        notices=(*notices, *unfollowed(desk.brief)),
        unresolved=tuple(desk.quote(a.document, a.source_span) for a in lost if a.source_span),
        unnamed=tuple(desk.quote_content(a) for a in lost if not a.source_span),
        undated=tuple(n for n, d in _numbered(desk) if d.published.basis is Basis.NONE),
        foreign=tuple((n, d.language) for n, d in _numbered(desk) if d.language and d.language != "en"),
        empty=tuple(n for n, d in _numbered(desk) if d.id not in speaking),
    )


def unresolved_in_order(desk: Desk) -> list[Attribution]:
    """Return, in reading order, what somebody says of whom the text leaves open who it is."""
    lost = [a for a in desk.brief.attributions if a.source is None and not a.narrated]
    return sorted(lost, key=lambda a: (desk.numbers[a.document], a.content_spans, a.id))


def _numbered(desk: Desk) -> list[tuple[int, Document]]:
    return [(desk.numbers[document.id], document) for document in desk.documents]
