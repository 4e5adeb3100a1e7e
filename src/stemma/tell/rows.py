"""The brief of one story as rows of flat tables, for programs that read many stories at once."""

from collections.abc import Iterator, Mapping

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

__all__ = ["Row", "rows_of"]

Row = Mapping[str, object]


def rows_of(brief: Brief, story: str) -> Mapping[str, list[Row]]:
    """
    Return the rows of each table, in the order of the brief.

    Each row has the id of the *story*; spans count in code points of the document's text, days are dates.
    """
    names = {source.id: source.name for source in brief.sources}
    return {
        "documents": _rows(story, map(_document, brief.documents)),
        "attributions": _rows(story, (_attribution(one, names) for one in brief.attributions)),
        "sources": _rows(story, map(_source, brief.sources)),
        "claims": _rows(story, map(_claim, brief.claims)),
        "derivations": _rows(story, map(_derivation, brief.derivations)),
        "figures": _rows(story, map(_figure, brief.figures)),
        "positions": _rows(story, map(_position, brief.positions)),
        "drift": _rows(story, map(_drift, brief.drift)),
    }


def _rows(story: str, rows: Iterator[dict[str, object]]) -> list[Row]:
    return [{"story": story, **row} for row in rows]


def _document(d: Document) -> dict[str, object]:
    return {
        "id": d.id,
        "path": d.path,
        "url": d.url,
        "sha256": d.sha256,
        "title": d.title,
        "outlet": d.outlet,
        "authors": list(d.authors),
        "language": d.language,
        **_days("published", d.published.interval),
        "published_basis": d.published.basis.value,
        "reader": d.reader,
        "text": d.text,
        "body": [_span(span) for span in d.body],
    }


def _attribution(a: Attribution, names: Mapping[str, str]) -> dict[str, object]:
    return {
        "id": a.id,
        "document": a.document,
        "source": a.source,
        "source_name": names.get(a.source or ""),
        "source_span": _span(a.source_span),
        "cue_span": _span(a.cue_span),
        "content_spans": [_span(span) for span in a.content_spans],
        "content": a.content,
        "quote": a.quote.value,
        "narrated": a.narrated,
        "stance": a.stance.value,
        "hedges": list(a.hedges),
        **_days("said", a.on),
        "via": list(a.via),
        "claim": a.claim,
    }


def _source(s: Source) -> dict[str, object]:
    return {
        "id": s.id,
        "name": s.name,
        "kind": s.kind.value,
        "role": s.role,
        "party": s.party,
        "aliases": list(s.aliases),
    }


def _claim(c: Claim) -> dict[str, object]:
    return {
        "id": c.id,
        "text": c.text,
        "attributions": list(c.attributions),
        "outlets": c.outlets,
        "origins_low": c.origins.low,
        "origins_high": c.origins.high,
        "origins": list(c.origins.sources),
        "parties": c.origins.parties,
        "settle": c.origins.settle,
        "digit": c.grade.digit if c.grade else None,
        "reasons": [str(reason) for reason in c.grade.reasons] if c.grade else [],
    }


def _derivation(d: Derivation) -> dict[str, object]:
    return {
        "id": d.id,
        "document": d.document,
        "taken_from": d.to,
        "evidence": d.evidence.value,
        "score": d.score,
        "claims": list(d.claims),
        "places": [_place(place) for place in d.places],
    }


def _figure(f: Figure) -> dict[str, object]:
    return {
        "id": f.id,
        "document": f.document,
        "span": _span(f.span),
        "text": f.text,
        "low": f.low,
        "high": f.high,
        "bound": f.bound.value,
        "unit": f.unit,
        "counts": f.counts,
        "who": f.who,
        "place": f.where,
        **_days("counted", f.when),
        "per": f.per,
        "attribution": f.attribution,
        "part_of": f.part_of,
    }


def _position(p: Position) -> dict[str, object]:
    return {
        "claim": p.claim,
        "actor": p.actor,
        "position": p.position.value,
        **_days("taken", p.on),
        "evidence": list(p.evidence),
    }


def _drift(d: Drift) -> dict[str, object]:
    return {
        "kind": d.kind,
        "document": d.place.document,
        "span": _span(d.place.span),
        "against": _place(d.against),
        "explanation": d.explanation,
    }


def _days(name: str, interval: Interval | None) -> dict[str, object]:
    return {
        f"{name}_earliest": interval.earliest if interval else None,
        f"{name}_latest": interval.latest if interval else None,
    }


def _span(span: Span | None) -> dict[str, int] | None:
    return None if span is None else {"start": span.start, "end": span.end}


def _place(place: Place) -> dict[str, object]:
    return {"document": place.document, "start": place.span.start, "end": place.span.end}
