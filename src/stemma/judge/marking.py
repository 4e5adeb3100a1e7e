"""
What analysts marked in documents: attributions and figures that were missed, and words put right.

They are laid into the readings before anything is compared. What is put right keeps its id, so that all else that
was judged of it holds.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from stemma.judge.following import around
from stemma.judge.placing import Finder, has_source
from stemma.judge.searching import find_words
from stemma.judge.settling import followed, settle
from stemma.model import Attribution, Document, Figure, Reading, Span, overlap
from stemma.model.anchor import Anchor, Thing
from stemma.model.judgement import Judgement, Verb
from stemma.model.ruling import Ruling, State

__all__ = ["Marked", "Pen", "is_mark", "mark"]

NO_DOCUMENT = "its document is not among these"
NOT_FOUND = "its words were not found again in the document"
NO_QUANTITY = "no quantity is read in its words"
HALF = 0.5
"""Of a statement in the document's own voice: what is mostly somebody's word is the document's no longer."""


@dataclass(frozen=True, slots=True)
class Pen:
    """Draws what stands in words that somebody marked; the stages that read one document lend it."""

    attribution: Callable[[Document, tuple[Span, ...], Span | None, Span | None], Attribution]
    """From the spans of its content, its source and its cue."""
    figure: Callable[[Document, Span, Sequence[Attribution]], Figure | None]
    """None where no quantity is read in the words."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Readings as analysts marked them."""

    readings: tuple[Reading, ...]
    rulings: tuple[Ruling, ...] = ()
    earlier: Mapping[str, Reading] = field(default_factory=dict)
    """What was marked, by document, also where it is not followed: others may have judged it as they saw it then."""


def is_mark(judgement: Judgement) -> bool:
    """Tell whether *judgement* marks words of a document."""
    return judgement.verb in (Verb.MISSED, Verb.WORDS)


def mark(judgements: Iterable[Judgement], readings: Sequence[Reading], pen: Pen) -> Marked:
    """Return *readings* with what *judgements*, in the order of the journal, mark in them."""
    marks = [one for one in judgements if is_mark(one)]
    if not marks:
        return Marked(tuple(readings))
    table = _Table(readings, pen)
    rulings = settle([table.place(one) for one in marks])
    for verb in (Verb.MISSED, Verb.WORDS):  # words are put right also of what was missed
        for ruling in followed(rulings, verb):
            table.lay(ruling.judgement)
    return Marked(tuple(table.now[reading.document.id] for reading in readings), rulings, table.earlier)


class _Table:
    """Readings while they are marked."""

    def __init__(self, readings: Sequence[Reading], pen: Pen) -> None:
        self.now = {reading.document.id: reading for reading in readings}
        self.earlier: dict[str, Reading] = {}
        self._finder = Finder(readings, earlier=self.earlier)
        self._pen = pen
        self._drawn: dict[str, Attribution | Figure] = {}

    def place(self, judgement: Judgement) -> Ruling:
        """Draw what *judgement* marks, and tell what it is in the readings."""
        about, new = judgement.about, judgement.about[-1]
        lost = Ruling(judgement, State.LOST, (None,) * len(about))
        reading = self._finder.reading(new)
        if reading is None:
            return replace(lost, reason=NO_DOCUMENT)
        spans = _spans(new, reading.document)
        id = self._finder.find(about[0]) if judgement.verb is Verb.WORDS else self._known(new)
        if spans is None or (judgement.verb is Verb.WORDS and id is None):
            return replace(lost, reason=NOT_FOUND)
        drawn = self._draw(new, spans, reading)
        if drawn is None:
            return replace(lost, reason=NO_QUANTITY)
        drawn = replace(drawn, id=id or drawn.id)
        self._drawn[judgement.id] = drawn
        seen = self.earlier.get(reading.document.id, Reading(reading.document, (), ()))
        self.earlier[reading.document.id] = _with(seen, drawn)
        return Ruling(judgement, State.APPLIED, (drawn.id,) * len(about))

    def lay(self, judgement: Judgement) -> None:
        """Lay what was drawn for *judgement* into its reading."""
        drawn = self._drawn[judgement.id]
        reading = self.now[drawn.document]
        if isinstance(drawn, Figure):
            left = [figure for figure in reading.figures if figure.id != drawn.id]
            figures = tuple(sorted([*left, drawn], key=lambda figure: (figure.span, figure.id)))
            self.now[drawn.document] = replace(reading, figures=figures)
        else:
            self.now[drawn.document] = _retold(reading, drawn)

    def _draw(self, anchor: Anchor, spans: "_Spans", reading: Reading) -> Attribution | Figure | None:
        if anchor.thing is Thing.FIGURE:
            attributions = self.now[reading.document.id].attributions
            return self._pen.figure(reading.document, spans.content[0], attributions)
        return self._pen.attribution(reading.document, spans.content, spans.source, spans.cue)

    def _known(self, anchor: Anchor) -> str | None:
        """Return the id of what the machine, or another analyst, has found at the words of *anchor*, of one source."""
        id, reading = self._finder.find(anchor), self._finder.reading(anchor)
        if id is None or reading is None or anchor.thing is Thing.FIGURE:
            return id
        by = find_words(anchor.by, reading.document.text) if anchor.by else None
        known = (*reading.attributions, *self._finder.seen(reading).attributions)
        return id if any(one.id == id and has_source(one, by) for one in known) else None


@dataclass(frozen=True, slots=True)
class _Spans:
    content: tuple[Span, ...]
    source: Span | None
    cue: Span | None


def _spans(anchor: Anchor, document: Document) -> _Spans | None:
    """Return where the words of *anchor* stand; None where one of them is not found again."""
    content = [find_words(words, document.text) for words in anchor.words]
    source, cue = (find_words(words, document.text) if words else None for words in (anchor.by, anchor.cue))
    found = tuple(span for span in content if span)
    if not found or len(found) < len(content) or (anchor.by and not source) or (anchor.cue and not cue):
        return None
    return _Spans(found, source, cue)


def _with(seen: Reading, drawn: Attribution | Figure) -> Reading:
    if isinstance(drawn, Figure):
        return replace(seen, figures=(*seen.figures, drawn))
    return replace(seen, attributions=(*seen.attributions, drawn))


def _retold(reading: Reading, drawn: Attribution) -> Reading:
    """Return *reading* with *drawn* for what had its id, and without what was mostly that in the document's voice."""
    before = next((one for one in reading.attributions if one.id == drawn.id), None)
    if before is not None:
        is_own = before.narrated and drawn.narrated
        drawn = replace(drawn, via_spans=before.via_spans, time_span=before.time_span, narrated=is_own)
    left = [one for one in reading.attributions if one.id != drawn.id and not _is_taken(one, drawn)]
    told = tuple(sorted([*left, drawn], key=lambda one: (one.content_spans, one.id)))
    gone = {one.id for one in reading.attributions} - {one.id for one in left}
    figures = (
        replace(f, attribution=around(f.span, told)) if f.attribution in gone or drawn.holds(f.span) else f
        for f in reading.figures
    )
    return replace(reading, attributions=told, figures=tuple(figures))


def _is_taken(one: Attribution, by: Attribution) -> bool:
    shared = overlap(one.content_spans, by.content_spans)
    return one.narrated and not by.narrated and shared >= HALF * sum(map(len, one.content_spans))
