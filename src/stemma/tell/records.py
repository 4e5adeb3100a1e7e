"""The pieces of JSON that a brief and the lines of quotes and tables share."""

import json
from collections.abc import Iterable, Mapping

from stemma.model import Attribution, Document, Interval, Published, Source, Span, hash_layer

__all__ = [
    "JSON",
    "as_line",
    "as_lines",
    "attribution_record",
    "document_record",
    "ends",
    "published_record",
    "segment",
    "who",
]

JSON = str | int | float | bool | None | Mapping[str, "JSON"] | list["JSON"]

_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
"""Characters that JSON leaves as they are and at which many programs part lines."""


def as_lines(values: Iterable[Mapping[str, JSON]]) -> str:
    """Return each of *values* as one line of JSON, with no line end inside."""
    return "".join(as_line(value) + "\n" for value in values)


def as_line(value: Mapping[str, JSON]) -> str:
    """Return *value* as JSON with no line end inside and none behind it."""
    return json.dumps(value, ensure_ascii=False).translate(_LINE_ENDS)


def ends(interval: Interval | None) -> JSON:
    """Return *interval* as its first and last day, or null."""
    return None if interval is None else {"earliest": str(interval.earliest), "latest": str(interval.latest)}


def segment(span: Span | None, text: str) -> dict[str, JSON]:
    """Return the words at *span* with their offsets; nulls where there are none."""
    if span is None:
        return {"text": None, "start": None, "end": None}
    return {"text": span.cut(text), "start": span.start, "end": span.end}


def who(id: str | None, sources: Mapping[str, Source]) -> dict[str, JSON]:
    """Return what is known of the source *id*; nulls where it is not clear who is meant."""
    source = sources.get(id or "")
    if source is None:
        return {"name": None, "kind": None, "role": None, "party": None}
    party = sources.get(source.party or "")
    return {"name": source.name, "kind": source.kind, "role": source.role, "party": party.name if party else None}


def attribution_record(
    a: Attribution, text: str, sources: Mapping[str, Source], mentions: Mapping[Span, str]
) -> dict[str, JSON]:
    """
    Return who says what at one place, with every key whatever is not known.

    Args:
        a: What is said.
        text: The text layer of its document.
        sources: By id.
        mentions: Ids of the relays by the words for them, as far as they are known.
    """
    return {
        "id": a.id,
        "source": {**segment(a.source_span, text), **who(a.source, sources)},
        "cue": segment(a.cue_span, text),
        "content": a.content,
        "segments": [segment(span, text) for span in a.content_spans],
        "quote": a.quote,
        "stance": a.stance,
        "hedges": [*a.hedges],
        "via": [{**segment(span, text), **who(mentions.get(span), sources)} for span in a.via_spans],
        "on": ends(a.on),
        "time": segment(a.time_span, text),
        "narrated": a.narrated,
    }


def document_record(d: Document) -> dict[str, JSON]:
    """Return what tells *d* from others and leads back to its bytes."""
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
        "published": published_record(d.published),
    }


def published_record(published: Published) -> dict[str, JSON]:
    """Return the days in which a document may have been published, and how that is known."""
    days = published.interval
    return {
        "earliest": str(days.earliest) if days else None,
        "latest": str(days.latest) if days else None,
        "basis": published.basis,
    }
