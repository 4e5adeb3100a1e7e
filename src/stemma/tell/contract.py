"""The JSON that other programs read: version 1 of the contract in ``docs/json.md``."""

import json
from typing import Any

from stemma.model import (
    Attribution,
    Brief,
    Claim,
    Derivation,
    Document,
    Drift,
    Figure,
    Interval,
    Place,
    Position,
    Source,
    Span,
)

__all__ = ["VERSION", "as_json"]

VERSION = "1"


def as_json(brief: Brief) -> str:
    """Return *brief* as JSON with sorted lists and a final newline; offsets are code points of the text layer."""
    value = {
        "stemma": VERSION,
        "documents": [_document(d) for d in brief.documents],
        "sources": [_source(s) for s in brief.sources],
        "attributions": [_attribution(a) for a in brief.attributions],
        "claims": [_claim(c) for c in brief.claims],
        "links": [{"kind": k.kind, "claim": k.claim, "other": k.other, "reason": k.reason} for k in brief.links],
        "derivations": [_derivation(d) for d in brief.derivations],
        "positions": [_position(p) for p in brief.positions],
        "figures": [_figure(f) for f in brief.figures],
        "checks": [
            {"kind": c.kind, "figures": list(c.figures), "holds": c.holds, "explanation": c.explanation}
            for c in brief.checks
        ],
        "drift": [_drift(d) for d in brief.drift],
        "notices": [{"path": n.path, "text": n.text} for n in brief.notices],
        "models": list(brief.models),
    }
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _days(interval: Interval | None) -> dict[str, str] | None:
    return None if interval is None else {"earliest": str(interval.earliest), "latest": str(interval.latest)}


def _place(place: Place) -> dict[str, Any]:
    return {"document": place.document, "span": _span(place.span)}


def _document(d: Document) -> dict[str, Any]:
    days: dict[str, str | None] = {"earliest": None, "latest": None, **(_days(d.published.interval) or {})}
    return {
        "id": d.id, "path": d.path, "sha256": d.sha256, "reader": d.reader, "title": d.title, "title_span": _span(d.title_span),
        "outlet": d.outlet, "authors": list(d.authors), "language": d.language, "url": d.url,
        "body": [_span(s) for s in d.body],
        "published": {**days, "basis": d.published.basis, "evidence": d.published.evidence, "span": _span(d.published.span)},
    }  # fmt: skip


def _source(s: Source) -> dict[str, Any]:
    return {"id": s.id, "name": s.name, "aliases": list(s.aliases), "kind": s.kind, "role": s.role, "party": s.party}


def _attribution(a: Attribution) -> dict[str, Any]:
    return {
        "id": a.id, "document": a.document, "source": a.source, "source_span": _span(a.source_span),
        "cue_span": _span(a.cue_span), "content_spans": [_span(s) for s in a.content_spans], "content": a.content,
        "quote": a.quote, "narrated": a.narrated, "stance": a.stance, "hedges": list(a.hedges), "on": _days(a.on),
        "via": list(a.via), "via_spans": [_span(s) for s in a.via_spans], "claim": a.claim,
    }  # fmt: skip


def _claim(c: Claim) -> dict[str, Any]:
    o, g = c.origins, c.grade
    return {
        "id": c.id, "text": c.text, "attributions": list(c.attributions), "outlets": c.outlets,
        "origins": {"low": o.low, "high": o.high, "sources": list(o.sources), "parties": o.parties, "settle": o.settle, "reasons": list(o.reasons)},
        "grade": None if g is None else {"digit": g.digit, "words": g.words, "reasons": list(g.reasons)},
    }  # fmt: skip


def _derivation(d: Derivation) -> dict[str, Any]:
    return {
        "id": d.id,
        "from": d.document,
        "to": d.to,
        "evidence": d.evidence,
        "spans": [_place(p) for p in d.places],
        "score": d.score,
        "claims": list(d.claims),
    }


def _position(p: Position) -> dict[str, Any]:
    return {"claim": p.claim, "actor": p.actor, "position": p.position, "on": _days(p.on), "evidence": list(p.evidence)}


def _figure(f: Figure) -> dict[str, Any]:
    return {
        "id": f.id, "document": f.document, "span": _span(f.span), "text": f.text, "low": f.low, "high": f.high,
        "bound": f.bound, "unit": f.unit, "counts": f.counts, "who": f.who, "where": f.where, "when": _days(f.when),
        "per": f.per, "attribution": f.attribution,
    }  # fmt: skip


def _drift(d: Drift) -> dict[str, Any]:
    return {"kind": d.kind, **_place(d.place), "against": _place(d.against), "explanation": d.explanation}
