"""What was made of the words of one document: each attribution, figure and change in it, told by itself."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stemma.model import Attribution, Brief, Claim, Drift, Figure, Interval, Quote, Span, Stance
from stemma.tell.desk import Desk
from stemma.tell.judged import Remark
from stemma.tell.named import Named
from stemma.tell.wording import DRIFT, amount, plain_kind

__all__ = ["Altered", "ClaimHead", "Made", "Measured", "Said", "made_of"]


@dataclass(frozen=True, slots=True)
class ClaimHead:
    """A claim by its reach and its roots."""

    id: str
    text: str
    outlets: int
    low: int
    high: int
    roots: tuple[Named, ...]
    digit: int | None
    confirmed_by: tuple[str, ...]
    """Analysts who judged what belongs to it; nobody where it is as the machine suggests."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was made of the words of an attribution."""

    anchor: str
    id: str
    spans: tuple[Span, ...]
    """Of the content."""
    content: str
    speaker: Named
    by: str
    """The words for the source."""
    relays: tuple[Named, ...]
    """From the document outward."""
    cue: str
    stance: Stance
    quote: Quote
    hedges: tuple[str, ...]
    on: Interval | None
    is_narrated: bool
    claim: ClaimHead | None
    inside: str
    """Anchor of the attribution that it stands inside of; empty where there is none."""
    figures: tuple[str, ...]
    """Anchors of the figures in it."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What was made of the words of a figure."""

    anchor: str
    id: str
    span: Span
    text: str
    amount: str
    counts: str
    who: str
    where: str
    when: Interval | None
    claimant: Named
    inside: str
    """Anchor of the attribution that gives it; empty where the document does so itself."""
    sums: tuple[str, ...]
    """Arithmetic that it is a part of."""


@dataclass(frozen=True, slots=True)
class Altered:
    """What the document changed in what it passed on."""

    anchor: str
    span: Span
    text: str
    kind: str
    explanation: str
    against: str
    """Words that it is held against."""
    document: str
    """Id of the document that they stand in."""
    against_span: Span


Made = Said | Measured | Altered


def made_of(document: str, desk: Desk, remarks: Mapping[str, Remark]) -> tuple[Made, ...]:
    """Return all that was made of a document's words, in reading order; what holds others comes before them."""
    brief = desk.brief
    figures = [figure for figure in brief.figures if figure.document == document]
    maker = _Maker(desk, remarks, _inside(a for a in brief.attributions if a.document == document))
    made: list[Made] = [maker.said(a, figures) for a in brief.attributions if a.document == document]
    sums = _sums(brief)
    made += [maker.measured(figure, sums.get(figure.id, ())) for figure in figures]
    made += [maker.altered(drift) for drift in brief.drift if drift.place.document == document]
    return tuple(sorted(made, key=_place))


@dataclass(frozen=True, slots=True)
class _Maker:
    desk: Desk
    remarks: Mapping[str, Remark]
    inside: Mapping[str, str]

    def said(self, a: Attribution, figures: Iterable[Figure]) -> Said:
        claim = self.desk.claims.get(a.claim or "")
        return Said(
            anchor=f"a-{a.id}",
            id=a.id,
            spans=a.content_spans,
            content=self.desk.quote_content(a).text,
            speaker=Named(a.source, self.desk.speaker(a)),
            by=self._words(a, a.source_span),
            relays=self._relays(a),
            cue=self._words(a, a.cue_span),
            stance=a.stance,
            quote=a.quote,
            hedges=a.hedges,
            on=a.on,
            is_narrated=a.narrated,
            claim=self._head(claim) if claim else None,
            inside=self.inside.get(a.id, ""),
            figures=tuple(f"f-{figure.id}" for figure in figures if figure.attribution == a.id),
        )

    def measured(self, figure: Figure, sums: Sequence[str]) -> Measured:
        attribution = self.desk.attributions.get(figure.attribution or "")
        speaker = Named(None, "in its own voice")
        if attribution:
            speaker = Named(attribution.source, self.desk.speaker(attribution))
        return Measured(
            anchor=f"f-{figure.id}",
            id=figure.id,
            span=figure.span,
            text=figure.text,
            amount=amount(figure),
            counts=figure.counts or "",
            who=figure.who or "",
            where=figure.where or "",
            when=figure.when,
            claimant=speaker,
            inside=f"a-{figure.attribution}" if attribution else "",
            sums=tuple(sums),
        )

    def altered(self, drift: Drift) -> Altered:
        span, other = drift.place.span, drift.against
        return Altered(
            anchor=f"d-{span.start}-{span.end}",
            span=span,
            text=self.desk.quote_place(drift.place).text,
            kind=plain_kind(DRIFT, drift.kind),
            explanation=drift.explanation,
            against=self.desk.quote_place(other).text,
            document=other.document,
            against_span=other.span,
        )

    def _relays(self, a: Attribution) -> tuple[Named, ...]:
        known = {span: id for id, span in a.relays}
        named = (Named(known.get(span), self._words(a, span)) for span in a.via_spans)
        return tuple(Named(one.id, self.desk.name(one.id)) if one.id else one for one in named)

    def _words(self, a: Attribution, span: Span | None) -> str:
        return self.desk.quote(a.document, span).text if span else ""

    def _head(self, claim: Claim) -> ClaimHead:
        remark = self.remarks.get(claim.id)
        return ClaimHead(
            id=claim.id,
            text=claim.text,
            outlets=claim.outlets,
            low=claim.origins.low,
            high=claim.origins.high,
            roots=tuple(
                Named(id if id in self.desk.sources else None, self.desk.name(id)) for id in claim.origins.sources
            ),
            digit=claim.grade.digit if claim.grade else None,
            confirmed_by=remark.confirmed_by if remark else (),
        )


def _place(made: Made) -> tuple[int, int, str]:
    spans = made.spans if isinstance(made, Said) else (made.span,)
    return spans[0].start, -spans[-1].end, made.anchor


def _sums(brief: Brief) -> Mapping[str, Sequence[str]]:
    sums: dict[str, list[str]] = {}
    for check in brief.checks:
        sign = "works out" if check.holds else "does not work out"
        for id in check.figures:
            sums.setdefault(id, []).append(f"{check.explanation} ({sign})")
    return sums


def _inside(attributions: Iterable[Attribution]) -> Mapping[str, str]:
    """Return the anchor of the innermost attribution whose content holds all of each one's, by id."""
    spans = sorted(
        ((span, a.id) for a in attributions if not a.narrated for span in a.content_spans),
        key=lambda pair: (pair[0].start, -pair[0].end, pair[1]),
    )
    inside: dict[str, str] = {}
    open_now: list[tuple[Span, str]] = []
    for span, id in spans:
        open_now = [(other, holder) for other, holder in open_now if other.end > span.start]
        holders = [holder for other, holder in open_now if other.holds(span) and other != span and holder != id]
        if holders:
            inside.setdefault(id, f"a-{holders[-1]}")
        open_now.append((span, id))
    return inside
