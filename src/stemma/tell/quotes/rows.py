"""Quotes as CSV (RFC 4180), one attribution a row: the columns that ``docs/quotes.md`` lists."""

import json
from collections.abc import Mapping, Sequence

from stemma.model import Attribution, Quotes, Span
from stemma.tell.spreadsheet import Cell, as_rows
from stemma.tell.tables.places import days_in_cells

__all__ = ["COLUMNS", "quotes_as_csv"]

COLUMNS = (
    "path", "outlet", "title", "published_earliest", "published_latest",
    "source", "source_kind", "source_role", "source_party", "cue", "content",
    "quote", "stance", "hedges", "via", "on_earliest", "on_latest", "narrated",
    "source_text", "source_start", "source_end", "cue_start", "cue_end",
    "content_start", "content_end", "content_spans", "via_spans",
    "id", "document", "sha256", "reader", "model",
)  # fmt: skip


def quotes_as_csv(quotes: Quotes, *, has_header: bool) -> str:
    """Return a row for each attribution, after a row with the names of the columns where *has_header*."""
    return as_rows(COLUMNS, (_cells(a, quotes) for a in quotes.attributions), has_header=has_header)


def _cells(a: Attribution, quotes: Quotes) -> Mapping[str, Cell]:
    document, text = quotes.document, quotes.document.text
    source = quotes.sources[a.source] if a.source else None
    first, last = days_in_cells(document.published.interval)
    earliest, latest = days_in_cells(a.on)
    return {
        "path": document.path,
        "outlet": document.outlet,
        "title": document.title,
        "published_earliest": first,
        "published_latest": last,
        "source": source.name if source else None,
        "source_kind": source.kind if source else None,
        "source_role": source.role if source else None,
        "source_party": quotes.sources[source.party].name if source and source.party else None,
        "cue": a.cue_span.cut(text) if a.cue_span else None,
        "content": a.content,
        "quote": a.quote,
        "stance": a.stance,
        "hedges": "; ".join(a.hedges),
        "via": "; ".join(_relay(span, quotes) for span in a.via_spans),
        "on_earliest": earliest,
        "on_latest": latest,
        "narrated": "true" if a.narrated else "false",
        "source_text": a.source_span.cut(text) if a.source_span else None,
        "source_start": a.source_span.start if a.source_span else None,
        "source_end": a.source_span.end if a.source_span else None,
        "cue_start": a.cue_span.start if a.cue_span else None,
        "cue_end": a.cue_span.end if a.cue_span else None,
        "content_start": a.content_spans[0].start,
        "content_end": a.content_spans[-1].end,
        "content_spans": _spans(a.content_spans),
        "via_spans": _spans(a.via_spans),
        "id": a.id,
        "document": document.id,
        "sha256": document.sha256,
        "reader": document.reader,
        "model": quotes.model,
    }


def _relay(span: Span, quotes: Quotes) -> str:
    """Return the name of a relay; where it is not known, the words for it."""
    id = quotes.mentions.get(span)
    return quotes.sources[id].name if id else span.cut(quotes.document.text)


def _spans(spans: Sequence[Span]) -> str:
    return json.dumps([[span.start, span.end] for span in spans]) if spans else ""
