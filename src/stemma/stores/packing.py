"""Values in the form in which a database keeps them, and back."""

import hashlib
import json
import zlib
from dataclasses import fields
from datetime import datetime

from stemma.model import Layer, Span

__all__ = [
    "hash_text",
    "layer_facts",
    "layer_of",
    "pack",
    "pack_text",
    "pairs",
    "storable",
    "time_of",
    "unpack",
    "unpack_text",
]

_FACTS = tuple(field.name for field in fields(Layer) if field.name not in ("text", "reader"))


def pack(data: bytes) -> bytes:
    """Return *data* in fewer bytes."""
    return zlib.compress(data, 6)


def unpack(packed: bytes) -> bytes:
    """
    Return what was packed.

    Raises:
        zlib.error: It was damaged since.
    """
    return zlib.decompress(packed)


def pack_text(text: str) -> bytes:
    """Return *text* in fewer bytes; also text that is no valid Unicode."""
    return pack(text.encode("utf-8", "surrogatepass"))


def unpack_text(packed: bytes) -> str:
    """Return the text that was packed."""
    return unpack(packed).decode("utf-8", "surrogatepass")


def hash_text(text: str) -> str:
    """Return what stands for *text* in an index."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def storable(address: str) -> str:
    """Return *address* with the bytes of a file's name that are no text spelled out, as the terminal shows them."""
    return address.encode("utf-8", "backslashreplace").decode("utf-8")


def layer_facts(layer: Layer) -> str:
    """Return what the format says of the document, as JSON: all of *layer* but its text and its reader."""
    facts: dict[str, object] = {name: getattr(layer, name) for name in _FACTS}
    facts["blocks"] = None if layer.blocks is None else [[block.start, block.end] for block in layer.blocks]
    name = layer.forwarded_from
    facts["forwarded_from"] = None if name is None else [name.start, name.end]
    return json.dumps(facts)


def layer_of(text: str, reader: str, facts: str) -> Layer:
    """Return the layer again; what an older Stemma did not note is not known."""
    said = json.loads(facts)
    blocks = None if said["blocks"] is None else tuple(Span(*block) for block in said["blocks"])
    known = {name: said[name] for name in _FACTS if name in said}
    name = said.get("forwarded_from")
    spans = {"blocks": blocks, "forwarded_from": None if name is None else Span(*name)}
    return Layer(text, reader, **{**known, **spans, "authors": tuple(said["authors"])})


def pairs(headers: str) -> tuple[tuple[str, str], ...]:
    """Return headers that were kept as JSON."""
    return tuple((name, value) for name, value in json.loads(headers))


def time_of(written: str) -> datetime:
    """Return a time that was kept as ISO 8601."""
    return datetime.fromisoformat(written)
