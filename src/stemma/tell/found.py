"""A place that a search found: its words, what of them was searched for, and who says them."""

from dataclasses import dataclass

from stemma.model import Interval, Span, Stance
from stemma.model.hit import Hit, HitKind
from stemma.tell.cutting import Mark, cut_text
from stemma.tell.desk import Desk
from stemma.tell.layout import clean
from stemma.tell.named import Named

__all__ = ["Bite", "Spot", "spot_of"]

BEFORE, AFTER = 120, 240
"""Characters that are shown on each side of the first word that was searched for."""


@dataclass(frozen=True, slots=True)
class Bite:
    """A run of characters."""

    text: str
    is_sought: bool


@dataclass(frozen=True, slots=True)
class Spot:
    """Words of a document that hold what was searched for."""

    kind: HitKind
    span: Span
    bites: tuple[Bite, ...]
    anchor: str
    """Of the attribution; empty where nobody says it."""
    speaker: Named | None
    stance: Stance | None
    on: Interval | None


def spot_of(hit: Hit, desk: Desk) -> Spot:
    """Return *hit* as it is told."""
    said = desk.attributions.get(hit.attribution or "")
    is_said = said is not None and hit.kind is not HitKind.SOURCE
    return Spot(
        kind=hit.kind,
        span=hit.span,
        bites=_bites(hit, desk.document(hit.document).text),
        anchor=f"a-{said.id}" if said else "",
        speaker=Named(said.source, desk.speaker(said)) if said else None,
        stance=said.stance if said and is_said else None,
        on=said.on if said and is_said else None,
    )


def _bites(hit: Hit, text: str) -> tuple[Bite, ...]:
    first = (hit.marks or (Span(hit.span.start, hit.span.start),))[0]
    start, end = max(hit.span.start, first.start - BEFORE), min(hit.span.end, first.end + AFTER)
    marks = [Mark(Span(m.start - start, m.end - start), "sought") for m in hit.marks if m.end <= end]
    words = text[start:end]
    bites = [Bite(_flat(cut.span.cut(words)), bool(cut.marks)) for cut in cut_text(len(words), marks)]
    lead, tail = "…" if start > hit.span.start else "", "…" if end < hit.span.end else ""
    return tuple(bite for bite in (Bite(lead, False), *bites, Bite(tail, False)) if bite.text)


def _flat(words: str) -> str:
    """Return *words* on one line; the spaces at their ends stay, since more words stand beside them."""
    inner = clean(words)
    return f"{' ' * words[:1].isspace()}{inner}{' ' * (words[-1:].isspace() and bool(inner))}"
