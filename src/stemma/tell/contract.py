"""The JSON that other programs read: version 1 of the contract in ``docs/json.md``."""

import json
from collections.abc import Iterable, Mapping

from stemma.model import (
    Attribution,
    Brief,
    Claim,
    Derivation,
    Document,
    Drift,
    Entry,
    Event,
    Figure,
    Place,
    Position,
    Source,
    Span,
    Tally,
    by_date,
)
from stemma.model.ruling import Ruling
from stemma.tell.judged import pointed
from stemma.tell.records import JSON, document_record, ends, published_record

__all__ = ["VERSION", "as_json", "records_in"]

VERSION = "1"

Texts = Mapping[str, str]
"""Text layers by the id of their document."""


def as_json(brief: Brief) -> str:
    """Return *brief* as JSON with sorted lists and a final newline; offsets are code points of the text layer."""
    numbers = {document.id: number for number, document in enumerate(by_date(brief.documents), 1)}
    return json.dumps({"stemma": VERSION, **records_in(brief, numbers)}, ensure_ascii=False, indent=1) + "\n"


def records_in(brief: Brief, numbers: Mapping[str, int]) -> dict[str, list[JSON]]:
    """Return the lists of *brief*, whose documents have these *numbers*."""
    texts = {document.id: document.text for document in brief.documents}
    return {
        "documents": [{**_document(d), "number": numbers[d.id]} for d in brief.documents],
        "sources": [_source(s) for s in brief.sources],
        "attributions": [_attribution(a, texts[a.document]) for a in brief.attributions],
        "claims": [_claim(c) for c in brief.claims],
        "links": [{"kind": k.kind, "claim": k.claim, "other": k.other, "reason": k.reason} for k in brief.links],
        "derivations": [_derivation(d, texts) for d in brief.derivations],
        "circles": [{"claim": c.claim, "derivations": [*c.derivations]} for c in brief.circles],
        "positions": [_position(p) for p in brief.positions],
        "figures": [_figure(f) for f in brief.figures],
        "checks": [
            {"kind": c.kind, "figures": [*c.figures], "holds": c.holds, "explanation": c.explanation}
            for c in brief.checks
        ],
        "ledger": [_tally(t) for t in brief.ledger],
        "events": [_event(e, texts) for e in brief.events],
        "drift": [_drift(d, texts) for d in brief.drift],
        **({"judgements": [_ruling(r) for r in brief.rulings]} if brief.rulings else {}),
        "notices": [{"path": n.path, "text": n.text} for n in brief.notices],
        "models": [*brief.models],
    }


def _span(span: Span | None) -> JSON:
    return None if span is None else [span.start, span.end]


def _spans(spans: Iterable[Span]) -> JSON:
    return [_span(span) for span in spans]


def _cut(span: Span | None, text: str) -> JSON:
    return None if span is None else span.cut(text)


def _place(place: Place, texts: Texts) -> dict[str, JSON]:
    return {
        "document": place.document,
        "span": _span(place.span),
        "text": place.span.cut(texts[place.document]),
    }


def _document(d: Document) -> dict[str, JSON]:
    published: JSON = {
        **published_record(d.published),
        "evidence": d.published.evidence,
        "written": ends(d.published.written),
        "span": _span(d.published.span),
        "text": _cut(d.published.span, d.text),
    }
    return {
        **document_record(d),
        "title_span": _span(d.title_span),
        "title_text": _cut(d.title_span, d.text),
        "body": _spans(d.body),
        "furniture": _spans(d.furniture),
        "published": published,
    }


def _source(s: Source) -> JSON:
    return {"id": s.id, "name": s.name, "aliases": [*s.aliases], "kind": s.kind, "role": s.role, "party": s.party}


def _attribution(a: Attribution, text: str) -> JSON:
    return {
        "id": a.id,
        "document": a.document,
        "source": a.source,
        "source_span": _span(a.source_span),
        "source_text": _cut(a.source_span, text),
        "cue_span": _span(a.cue_span),
        "cue_text": _cut(a.cue_span, text),
        "content_spans": _spans(a.content_spans),
        "content": a.content,
        "quote": a.quote,
        "narrated": a.narrated,
        "stance": a.stance,
        "hedges": [*a.hedges],
        "on": ends(a.on),
        "time_span": _span(a.time_span),
        "time_text": _cut(a.time_span, text),
        "via": [*a.via],
        "via_spans": _spans(a.via_spans),
        "via_texts": [_cut(span, text) for span in a.via_spans],
        "claim": a.claim,
    }


def _claim(c: Claim) -> JSON:
    origins, grade = c.origins, c.grade
    return {
        "id": c.id,
        "text": c.text,
        "attributions": [*c.attributions],
        "outlets": c.outlets,
        "origins": {
            "low": origins.low,
            "high": origins.high,
            "sources": [*origins.sources],
            "parties": origins.parties,
            "settle": origins.settle,
            "reasons": [*origins.reasons],
            "folds": [
                {"source": f.source, "into": f.into, "reason": f.reason, "is_certain": f.is_certain}
                for f in origins.folds
            ],
        },
        "grade": None
        if grade is None
        else {"digit": grade.digit, "words": grade.words, "reasons": [f"{reason}." for reason in grade.reasons]},
    }


def _derivation(d: Derivation, texts: Texts) -> JSON:
    return {
        "id": d.id,
        "from": d.document,
        "to": d.to,
        "evidence": d.evidence,
        "spans": [_place(place, texts) for place in d.places],
        "score": d.score,
        "claims": [*d.claims],
    }


def _position(p: Position) -> JSON:
    return {"claim": p.claim, "actor": p.actor, "position": p.position, "on": ends(p.on), "evidence": [*p.evidence]}


def _figure(f: Figure) -> JSON:
    return {
        "id": f.id,
        "document": f.document,
        "span": _span(f.span),
        "text": f.text,
        "low": f.low,
        "high": f.high,
        "bound": f.bound,
        "unit": f.unit,
        "counts": f.counts,
        "who": f.who,
        "where": f.where,
        "when": ends(f.when),
        "per": f.per,
        "attribution": f.attribution,
        "part_of": f.part_of,
    }


def _tally(t: Tally) -> JSON:
    now: JSON = None
    if t.now is not None:
        now = {"low": t.now.low, "high": t.now.high, "figures": [*t.now.figures]}
    return {"id": t.id, "counts": t.counts, "per": t.per, "entries": [_entry(e) for e in t.entries], "now": now}


def _entry(e: Entry) -> JSON:
    return {
        "figure": e.figure,
        "places": [*e.places],
        "claimant": e.claimant,
        "counted": ends(e.counted),
        "told": ends(e.told),
        "relation": e.relation,
        "against": e.against,
        "reason": e.reason,
    }


def _event(e: Event, texts: Texts) -> JSON:
    return {
        "id": e.id,
        "kind": e.kind,
        "on": ends(e.on),
        "is_running": e.is_running,
        "source": e.source,
        "claim": e.claim,
        "documents": [*e.documents],
        "attributions": [*e.attributions],
        "places": [_place(place, texts) for place in e.places],
        "times": [_place(place, texts) for place in e.times],
    }


def _ruling(r: Ruling) -> JSON:
    one = r.judgement
    things = [*zip(one.about, r.found or [None] * len(one.about), strict=True)]
    return {
        "id": one.id,
        "verb": one.verb,
        "by": one.by,
        "at": one.at.isoformat(),
        "about": [{"thing": anchor.thing, "id": id, "words": pointed(anchor)} for anchor, id in things],
        "value": one.value,
        "state": r.state,
        "against": [*r.against],
        "reason": r.reason,
    }


def _drift(d: Drift, texts: Texts) -> JSON:
    against = _place(d.against, texts)
    return {"kind": d.kind, **_place(d.place, texts), "against": against, "explanation": d.explanation}
