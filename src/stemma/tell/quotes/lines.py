"""Quotes as JSON Lines, one attribution a line: the fields that ``docs/quotes.md`` lists."""

from collections.abc import Iterator

from stemma.model import Quotes
from stemma.tell.records import JSON, as_lines, attribution_record, document_record

__all__ = ["VERSION", "quotes_as_json_lines"]

VERSION = "quotes/1"


def quotes_as_json_lines(quotes: Quotes) -> str:
    """Return each attribution as one line of JSON that stands by itself; every key is in every line."""
    return as_lines(_lines(quotes))


def _lines(quotes: Quotes) -> Iterator[dict[str, JSON]]:
    document, text = document_record(quotes.document), quotes.document.text
    for a in quotes.attributions:
        said = attribution_record(a, text, quotes.sources, quotes.mentions)
        yield {"stemma": VERSION, "document": document, **said, "model": quotes.model}
