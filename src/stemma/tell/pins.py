"""The way back from the JSON: every place in it that must still be found in the documents."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.errors import ContractError
from stemma.model import Span
from stemma.tell.contract import VERSION

__all__ = ["ArchivedDocument", "Pin", "read_pins"]


@dataclass(frozen=True, slots=True)
class ArchivedDocument:
    """A document as the JSON names it: where its bytes were, and how to know them again."""

    id: str
    path: str
    sha256: str
    reader: str | None
    layer_sha256: str | None
    """Hash of the text layer; None in a brief that another program wrote."""


@dataclass(frozen=True, slots=True)
class Pin:
    """Spans of a document, and the characters that they must cut."""

    what: str
    """Whose place it is, for the user: ``content of attribution a1b2``."""
    document: str
    spans: tuple[Span, ...]
    text: str | None
    """The cuts joined by one space; None where the JSON gives only the place."""


def read_pins(text: str) -> tuple[tuple[ArchivedDocument, ...], tuple[Pin, ...]]:
    """
    Return the documents of a brief in JSON, and all its places.

    Raises:
        ContractError: *text* is not JSON, not a brief, or one of another version.
    """
    brief = _parse(text)
    try:
        documents = tuple(_document(d) for d in _list(brief, "documents"))
        pins = tuple(_pins(brief))
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise ContractError(f"not a whole Stemma brief ({type(error).__name__}: {error}); make it again") from error
    strangers = sorted({pin.document for pin in pins} - {document.id for document in documents})
    if strangers:
        raise ContractError(f"places in a document that the brief does not list: {', '.join(strangers)}")
    return documents, pins


def _parse(text: str) -> dict[str, object]:
    try:
        brief = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ContractError("not JSON; give a brief as json, or quotes or a table as jsonl") from error
    if not isinstance(brief, dict) or "stemma" not in brief:
        raise ContractError("JSON, but no Stemma brief; give a brief as json, or quotes or a table as jsonl")
    if brief["stemma"] != VERSION:
        raise ContractError(f"a brief of version {brief['stemma']!r}; this Stemma reads version {VERSION!r}")
    return brief


def _document(d: dict[str, object]) -> ArchivedDocument:
    return ArchivedDocument(
        str(d["id"]), str(d["path"]), str(d["sha256"]), _words(d, "reader"), _words(d, "layer_sha256")
    )


def _pins(brief: dict[str, object]) -> Iterator[Pin]:
    for d in _list(brief, "documents"):
        yield from _document_pins(d)
    for a in _list(brief, "attributions"):
        yield from _attribution_pins(a)
    for f in _list(brief, "figures"):
        yield Pin(f"figure {f['id']}", str(f["document"]), (_span(f["span"]),), _words(f, "text"))
    for v in _list(brief, "derivations"):
        for place in _list(v, "spans"):
            yield _place(f"derivation {v['id']}", place)
    yield from _event_pins(brief)
    for drift in _list(brief, "drift"):
        yield _place(f"drift {drift['kind']}", drift)
        against = drift["against"]
        if not isinstance(against, dict):
            raise TypeError("against is no place")
        yield _place(f"what the drift {drift['kind']} stands against", against)


def _document_pins(d: dict[str, object]) -> Iterator[Pin]:
    id = str(d["id"])
    for name in ("body", "furniture"):
        for span in _list_of_spans(d, name):
            yield Pin(f"{name} of document {id}", id, (span,), None)
    if d.get("title_span"):
        yield Pin(f"title of document {id}", id, (_span(d["title_span"]),), _words(d, "title_text"))
    published = d.get("published")
    if isinstance(published, dict) and published.get("span"):
        yield Pin(f"date of document {id}", id, (_span(published["span"]),), _words(published, "text"))


def _event_pins(brief: dict[str, object]) -> Iterator[Pin]:
    for event in _list(brief, "events") if "events" in brief else ():  # what an older Stemma or another wrote has none
        for name, what in (("places", "event"), ("times", "time of event")):
            for place in _list(event, name):
                yield _place(f"{what} {event['id']}", place)


def _attribution_pins(a: dict[str, object]) -> Iterator[Pin]:
    id, document = a["id"], str(a["document"])
    yield Pin(f"content of attribution {id}", document, _list_of_spans(a, "content_spans"), str(a["content"]))
    for name in ("source", "cue", "time"):
        if a.get(f"{name}_span"):
            yield Pin(f"{name} of attribution {id}", document, (_span(a[f"{name}_span"]),), _words(a, f"{name}_text"))
    texts = a.get("via_texts")
    for at, span in enumerate(_list_of_spans(a, "via_spans")):
        text = texts[at] if isinstance(texts, list) else None
        yield Pin(f"relay of attribution {id}", document, (span,), text)


def _place(what: str, place: dict[str, object]) -> Pin:
    return Pin(what, str(place["document"]), (_span(place["span"]),), _words(place, "text"))


def _list(owner: dict[str, object], key: str) -> Sequence[dict[str, object]]:
    items = owner[key]
    if not isinstance(items, list) or not all(isinstance(item, dict) for item in items):
        raise TypeError(f"{key} is no list of objects")
    return items


def _list_of_spans(owner: dict[str, object], key: str) -> tuple[Span, ...]:
    spans = owner.get(key) or []
    if not isinstance(spans, list):
        raise TypeError(f"{key} is no list of spans")
    return tuple(_span(span) for span in spans)


def _words(owner: dict[str, object], key: str) -> str | None:
    value = owner.get(key)
    return None if value is None else str(value)


def _span(value: object) -> Span:
    match value:
        case [int(start), int(end)] if 0 <= start <= end:
            return Span(start, end)
    raise ValueError(f"{value!r} is no span")
