"""The way back from JSON Lines of quotes and tables: every segment that must still be found in the documents."""

import json
import re
from collections.abc import Iterator

from stemma.errors import ContractError
from stemma.model import Span
from stemma.tell.pins import ArchivedDocument, Pin

__all__ = ["is_lines", "read_line_pins"]

_OURS = re.compile(r"(quotes|claims|origins|positions|drift|figures|news|timeline|search)/")
VERSION = "1"
_CALLED = {"via": "relay", "segments": "segment", "places": "place"}
"""What a key of several is called where one of them does not agree."""


def is_lines(text: str) -> bool:
    """Tell whether the first line of *text* is one of ours, of this version or another."""
    try:
        return bool(_OURS.match(_version(json.loads(text.partition("\n")[0]))))
    except (ValueError, RecursionError):
        return False


def read_line_pins(text: str) -> tuple[tuple[ArchivedDocument, ...], tuple[Pin, ...]]:
    """
    Return the documents that the lines of *text* point into, and every segment.

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
            _check_version(value, number)
            mine = {document.id: document for document in _documents(value)}
            found = list(_pins(value, f"line {number}", next(iter(mine)) if "document" in value else ""))
            if any(pin.document not in mine for pin in found):
                raise ValueError("a place in a document that the line does not list")
        except (LookupError, TypeError, ValueError, RecursionError) as error:
            raise ContractError(f"line {number}: no row that Stemma wrote; make the file again") from error
        pins += found
        documents = {**mine, **documents}
    return tuple(documents.values()), tuple(pins)


def _check_version(value: object, number: int) -> None:
    version = _version(value)
    ours = _OURS.match(version)
    if ours is None or version != f"{ours[1]}/{VERSION}":
        reads = f"{ours[1] if ours else 'quotes'}/{VERSION}"
        raise ContractError(f"line {number}: a row of version {version!r}; this Stemma reads {reads!r}")


def _version(value: object) -> str:
    return str(value.get("stemma")) if isinstance(value, dict) else ""


def _documents(value: dict[str, object]) -> Iterator[ArchivedDocument]:
    """Yield the one document of a line of quotes, or all that a row of a table points into."""
    listed = [value["document"]] if "document" in value else value["documents"]
    if not isinstance(listed, list):
        raise TypeError("no list of documents")
    for d in listed:
        yield ArchivedDocument(str(d["id"]), str(d["path"]), str(d["sha256"]), str(d["reader"]), str(d["layer_sha256"]))


def _pins(value: object, what: str, document: str) -> Iterator[Pin]:
    """Yield a pin for each segment in *value*, at any depth; *what* says whose it is."""
    if isinstance(value, list):
        for item in value:
            yield from _pins(item, what, document)
        return
    if not isinstance(value, dict):
        return
    here = value.get("document", document)
    document = here if isinstance(here, str) else document
    if "start" in value or "end" in value:
        yield from _pin(what, document, value)
    if "content" in value:
        what = f"attribution {value['id']}"
        yield from _content(what, document, value)
    for key, item in value.items():
        if isinstance(item, dict | list) and key not in ("document", "documents"):
            yield from _pins(item, f"{_CALLED.get(key, key)} of {what}", document)


def _content(what: str, document: str, said: dict[str, object]) -> Iterator[Pin]:
    """Yield the whole content; its segments, like its source and its cue, are found one by one."""
    segments = said["segments"]
    if not isinstance(segments, list) or not {"source", "cue", "via", "time"} <= said.keys():
        raise TypeError("no whole attribution")
    spans = tuple(pin.spans[0] for segment in segments for pin in _pin("", document, segment))
    yield Pin(f"content of {what}", document, spans, str(said["content"]))


def _pin(what: str, document: str, segment: object) -> Iterator[Pin]:
    match segment:
        case {"text": None, "start": None, "end": None}:
            return
        case {"text": str(text), "start": int(start), "end": int(end)} if 0 <= start <= end:
            yield Pin(what, document, (Span(start, end),), text)
        case _:
            raise TypeError(f"{segment!r} is no segment")
