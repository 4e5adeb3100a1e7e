"""A document's text as pieces that each lead to what was made of them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Document, Place, Span
from stemma.tell.cutting import Cut, Mark, cut_text
from stemma.tell.desk import Desk, bare
from stemma.tell.marking import classes_of
from stemma.tell.oddities import Oddity, oddities_in, shown

__all__ = ["Marked", "mark_document", "mark_spans"]

HERE = "here"
"""Class, and anchor, of a place that an address asks for."""
DEEP = 3
"""Contents inside each other from which one is marked as deeper than nested."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters that share their marks."""

    start: int
    """In the text layer, in code points; each character that is shown stands for the one at its place."""
    text: str
    marks: str = ""
    """CSS classes, sorted."""
    to: str = ""
    """Anchor of the innermost thing that was made of them."""
    is_first: bool = False
    """Nothing before them leads there."""
    begins: tuple[str, ...] = ()
    """Anchors of what begins here."""
    anchor: str = ""
    """Its own, where a link may lead to its beginning."""
    odd: str = ""
    """What they are, where they look like something else."""


def mark_document(document: Document, desk: Desk, here: Span | None = None) -> tuple[Marked, ...]:
    """
    Return *document* as pieces; their texts joined are as long as its text layer.

    Args:
        document: Of the *desk*.
        desk: What was made of it.
        here: A place that is marked besides.
    """
    said = [a for a in desk.brief.attributions if a.document == document.id]
    told = {claim.id for claim in desk.brief.claims if claim.outlets > 1}
    marks = [mark for a in said for mark in _of_attribution(a, is_told=not a.narrated or a.claim in told)]
    marks += [Mark(f.span, "figure", f"f-{f.id}") for f in desk.brief.figures if f.document == document.id]
    marks += _of_drift(document, desk)
    marks += [Mark(span, "furniture") for span in document.furniture]
    plain = ((document.title_span, "title"), (document.published.span, "date"), (here, HERE))
    marks += [Mark(span, name) for span, name in plain if span]
    pins = {bare(span, document.text).start for a in said for span in a.content_spans}
    pins |= {place.span.start for place in _pinned(desk) if place.document == document.id}
    return tuple(_pieces(document.text, marks, pins))


def mark_spans(text: str, spans: Iterable[Span], name: str) -> tuple[Marked, ...]:
    """Return *text* as pieces with *spans* marked as *name*; the text is no layer but words of one."""
    return tuple(_pieces(text, [Mark(span, name) for span in spans], ()))


def _of_attribution(a: Attribution, *, is_told: bool) -> Iterator[Mark]:
    name = "content" if not a.narrated else "voice" if is_told else "text"
    anchor = f"a-{a.id}"
    for span in a.content_spans:
        yield Mark(span, name, anchor)
    if a.cue_span:
        yield Mark(a.cue_span, "cue", anchor)
    for words in filter(None, (a.source_span, *a.via_spans)):
        yield Mark(words, "source", anchor)


def _of_drift(document: Document, desk: Desk) -> Iterator[Mark]:
    for drift in desk.brief.drift:
        if drift.place.document == document.id:
            span = drift.place.span
            yield Mark(span, "drift", f"d-{span.start}-{span.end}")
        if drift.against.document == document.id:
            yield Mark(drift.against.span, "drift")


def _pinned(desk: Desk) -> Iterator[Place]:
    for derivation in desk.brief.derivations:
        yield from derivation.places
    for event in desk.brief.events:
        yield from event.places


def _pieces(text: str, marks: Sequence[Mark], pins: Iterable[int]) -> Iterator[Marked]:
    odd = {oddity.span: oddity for oddity in oddities_in(text)}
    starts = {mark.span.start for mark in marks} | {*pins}
    all_marks = [*marks, *(Mark(span, "odd") for span in odd)]
    begun: set[str] = set()
    led: set[str] = set()
    for cut in cut_text(len(text), all_marks, starts):
        inner = cut.inner
        to = inner.of if inner else ""
        begins = tuple(dict.fromkeys(mark.of for mark in cut.marks if mark.of and mark.of not in begun))
        yield Marked(
            start=cut.span.start,
            text=shown(cut.span.cut(text)),
            marks=" ".join(sorted(_classes(cut))),
            to=to,
            is_first=bool(to) and to not in led,
            begins=begins,
            anchor=_anchor(cut, starts),
            odd=_oddness(cut, odd),
        )
        begun.update(begins)
        led.add(to)


def _classes(cut: Cut) -> set[str]:
    deep = [mark.name for mark in cut.marks].count("content") >= DEEP
    return classes_of(cut) | ({"deep"} if deep else set())


def _anchor(cut: Cut, starts: set[int]) -> str:
    if any(mark.name == HERE and mark.span.start == cut.span.start for mark in cut.marks):
        return HERE
    return f"s{cut.span.start}" if cut.span.start in starts else ""


def _oddness(cut: Cut, odd: dict[Span, Oddity]) -> str:
    return next((odd[mark.span].words for mark in cut.marks if mark.name == "odd"), "")
