"""Stable names for values."""

import hashlib
import json

__all__ = ["hash_layer", "make_id"]

LENGTH = 12


def make_id(prefix: str, *parts: str | int | None) -> str:
    """Return *prefix* and the head of the SHA-256 of the JSON array of *parts*."""
    array = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return prefix + hashlib.sha256(array.encode()).hexdigest()[:LENGTH]


def hash_layer(text: str) -> str:
    """Return the SHA-256 of a text layer, by which a later reading of the same bytes is known to be the same."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
