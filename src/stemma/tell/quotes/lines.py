"""Quotes as JSON Lines, one attribution a line: the fields that ``docs/quotes.md`` lists."""

from stemma.model import Attribution, Quotes
from stemma.tell.records import JSON, as_lines, document_record, ends, segment, who

__all__ = ["VERSION", "quotes_as_json_lines"]

VERSION = "quotes/1"


def quotes_as_json_lines(quotes: Quotes) -> str:
    """Return each attribution as one line of JSON that stands by itself; every key is in every line."""
    document = document_record(quotes.document)
    return as_lines({"stemma": VERSION, "document": document, **_attribution(a, quotes)} for a in quotes.attributions)


def _attribution(a: Attribution, quotes: Quotes) -> dict[str, JSON]:
    text = quotes.document.text
    return {
        "id": a.id,
        "source": {**segment(a.source_span, text), **who(a.source, quotes.sources)},
        "cue": segment(a.cue_span, text),
        "content": a.content,
        "segments": [segment(span, text) for span in a.content_spans],
        "quote": a.quote,
        "stance": a.stance,
        "hedges": [*a.hedges],
        "via": [{**segment(span, text), **who(quotes.mentions.get(span), quotes.sources)} for span in a.via_spans],
        "on": ends(a.on),
        "time": segment(a.time_span, text),
        "narrated": a.narrated,
        "model": quotes.model,
    }
