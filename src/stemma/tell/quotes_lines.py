"""Quotes as JSON Lines, one attribution a line: the fields that ``docs/quotes.md`` lists."""

import json

from stemma.model import Attribution, Document, Quotes, Span, hash_layer
from stemma.tell.contract import JSON, ends

__all__ = ["VERSION", "quotes_as_json_lines"]

VERSION = "quotes/1"

_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
"""Characters that JSON leaves as they are and at which many programs part lines."""


def quotes_as_json_lines(quotes: Quotes) -> str:
    """Return each attribution as one line of JSON that stands by itself; every key is in every line."""
    document = _document(quotes.document)
    lines = ({"stemma": VERSION, "document": document, **_attribution(a, quotes)} for a in quotes.attributions)
    return "".join(json.dumps(line, ensure_ascii=False).translate(_LINE_ENDS) + "\n" for line in lines)


def _attribution(a: Attribution, quotes: Quotes) -> dict[str, JSON]:
    text = quotes.document.text
    return {
        "id": a.id,
        "source": {**_segment(a.source_span, text), **_who(a.source, quotes)},
        "cue": _segment(a.cue_span, text),
        "content": a.content,
        "segments": [_segment(span, text) for span in a.content_spans],
        "quote": a.quote,
        "stance": a.stance,
        "hedges": [*a.hedges],
        "via": [{**_segment(span, text), **_who(quotes.mentions.get(span), quotes)} for span in a.via_spans],
        "on": ends(a.on),
        "time": _segment(a.time_span, text),
        "narrated": a.narrated,
        "model": quotes.model,
    }


def _segment(span: Span | None, text: str) -> dict[str, JSON]:
    if span is None:
        return {"text": None, "start": None, "end": None}
    return {"text": span.cut(text), "start": span.start, "end": span.end}


def _who(id: str | None, quotes: Quotes) -> dict[str, JSON]:
    if id is None:
        return {"name": None, "kind": None, "role": None, "party": None}
    source = quotes.sources[id]
    party = quotes.sources[source.party].name if source.party else None
    return {"name": source.name, "kind": source.kind, "role": source.role, "party": party}


def _document(d: Document) -> JSON:
    days = d.published.interval
    return {
        "id": d.id,
        "path": d.path,
        "sha256": d.sha256,
        "reader": d.reader,
        "layer_sha256": hash_layer(d.text),
        "characters": len(d.text),
        "title": d.title,
        "outlet": d.outlet,
        "authors": [*d.authors],
        "language": d.language,
        "url": d.url,
        "published": {
            "earliest": str(days.earliest) if days else None,
            "latest": str(days.latest) if days else None,
            "basis": d.published.basis,
        },
    }
