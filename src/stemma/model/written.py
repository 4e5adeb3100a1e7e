"""
A reading, or a whole brief, written down as JSON and read again.

The form follows the fields of the values: a dataclass is the array of its fields, in order. What is written therefore
belongs to one version of the values alone; who keeps it keeps the version of the rules with it and reads the document
anew where they have changed. The documents' texts are not written: each is kept once, in its layer.
"""

import gc
import json
from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from typing import TypeVar

from stemma.model.brief import Brief, Reading
from stemma.model.making import maker_of

__all__ = ["Json", "read_brief", "read_reading", "read_value", "write_brief", "write_reading", "write_value"]

Json = None | bool | int | float | str | list["Json"]
Value = TypeVar("Value")

_ALWAYS = ("documents", "sources")


def write_reading(reading: Reading) -> str:
    """Return *reading* without the text of its document."""
    return _dump(replace(reading, document=replace(reading.document, text="")))


def read_reading(written: str, text: str, path: str) -> Reading:
    """
    Return the reading that was written.

    Args:
        written: What `write_reading` made, with the same version of the values.
        text: The text layer of its document.
        path: Where the document is known to come from now.
    """
    reading = _made(Reading, json.loads(written))
    return replace(reading, document=replace(reading.document, text=text, path=path))


def write_brief(brief: Brief) -> str:
    """Return *brief* without the texts of its documents."""
    return _dump(replace(brief, documents=tuple(replace(document, text="") for document in brief.documents)))


def read_brief(written: str, texts: Mapping[str, str], parts: Collection[str] | None = None) -> Brief:
    """
    Return the brief that was written.

    Args:
        written: What `write_brief` made, with the same version of the values.
        texts: The text layers of its documents, by the hash of their bytes.
        parts: Names of those that are wanted beside documents and sources; all of them where it is None.
    """
    with _uncollected():
        return _brief_of(json.loads(written), texts, parts)


def write_value(value: object) -> str:
    """Return a dataclass of the model, written down."""
    return _dump(value)


def read_value(kind: type[Value], written: str) -> Value:
    """Return the value of the type *kind* that `write_value` wrote."""
    return _made(kind, json.loads(written))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let the garbage wait: values hold no circles, and to look for some while millions are made doubles the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _brief_of(written: list[Json], texts: Mapping[str, str], parts: Collection[str] | None) -> Brief:
    if parts is not None:
        known = {*_ALWAYS, *parts}
        written = [one if name in known else [] for name, one in zip(_fields_of(Brief), written, strict=True)]
    brief = _made(Brief, written)
    return replace(brief, documents=tuple(replace(one, text=texts[one.sha256]) for one in brief.documents))


def _made(kind: type[Value], written: Json) -> Value:
    form: object = kind
    value = maker_of(form)(written)
    assert isinstance(value, kind)
    return value


def _dump(value: object) -> str:
    with _uncollected():
        return json.dumps(_write(value), ensure_ascii=True, separators=(",", ":"))


def _write(value: object) -> Json:
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, tuple):
        return [_write(item) for item in value]
    if isinstance(value, date):
        return value.isoformat()
    kind: object = type(value)
    return [_write(getattr(value, name)) for name in _fields_of(kind)]


@cache
def _fields_of(kind: object) -> tuple[str, ...]:
    assert isinstance(kind, type)
    assert is_dataclass(kind), f"{kind} has no written form"
    return tuple(field.name for field in fields(kind))
