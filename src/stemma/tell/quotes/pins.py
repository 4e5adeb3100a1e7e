"""The way back from the JSON Lines of quotes: every segment in them that must still be found in the documents."""

import json
from collections.abc import Iterator

from stemma.errors import ContractError
from stemma.model import Span
from stemma.tell.pins import ArchivedDocument, Pin
from stemma.tell.quotes.lines import VERSION

__all__ = ["is_quotes", "read_quote_pins"]


def is_quotes(text: str) -> bool:
    """Tell whether the first line of *text* is one of ours, of this version or another."""
    try:
        return _version(json.loads(text.partition("\n")[0])).startswith("quotes/")
    except (ValueError, RecursionError):
        return False


def read_quote_pins(text: str) -> tuple[tuple[ArchivedDocument, ...], tuple[Pin, ...]]:
    """
    Return the documents that the lines of *text* quote, and every segment.

    Raises:
        ContractError: A line is none of ours, or one of another version.
    """
    documents: dict[str, ArchivedDocument] = {}
    pins: list[Pin] = []
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            if _version(value) != VERSION:
                raise ContractError(
                    f"line {number}: quotes of version {_version(value)!r}; this Stemma reads {VERSION!r}"
                )
            document = _document(value["document"])
            pins += _pins(value, document.id)
        except (LookupError, TypeError, ValueError, RecursionError) as error:
            raise ContractError(f"line {number}: no quote that Stemma wrote; make the file again") from error
        documents.setdefault(document.id, document)
    return tuple(documents.values()), tuple(pins)


def _version(value: object) -> str:
    return str(value.get("stemma")) if isinstance(value, dict) else ""


def _document(value: dict[str, object]) -> ArchivedDocument:
    return ArchivedDocument(
        str(value["id"]), str(value["path"]), str(value["sha256"]), str(value["reader"]), str(value["layer_sha256"])
    )


def _pins(value: dict[str, object], document: str) -> Iterator[Pin]:
    of = f"attribution {value['id']}"
    for name in ("source", "cue", "time"):
        yield from _pin(f"{name} of {of}", document, value[name])
    relays, segments = value["via"], value["segments"]
    if not isinstance(relays, list) or not isinstance(segments, list):
        raise TypeError("no lists")
    for relay in relays:
        yield from _pin(f"relay of {of}", document, relay)
    spans = tuple(pin.spans[0] for segment in segments for pin in _pin("", document, segment))
    yield Pin(f"content of {of}", document, spans, str(value["content"]))
    for segment in segments:
        yield from _pin(f"segment of {of}", document, segment)


def _pin(what: str, document: str, segment: object) -> Iterator[Pin]:
    match segment:
        case {"text": None, "start": None, "end": None}:
            return
        case {"text": str(text), "start": int(start), "end": int(end)} if 0 <= start <= end:
            yield Pin(what, document, (Span(start, end),), text)
        case _:
            raise TypeError(f"{segment!r} is no segment")
