"""
A reading, or a whole brief, written down as JSON and read again.

The form follows the fields of the values: a dataclass is the array of its fields, in order. What is written therefore
belongs to one version of the values alone; who keeps it keeps the version of the rules with it and reads the document
anew where they have changed. The documents' texts are not written: each is kept once, in its layer.
"""

import gc
import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import TypeVar, Union, get_args, get_origin, get_type_hints

from stemma.model.brief import Brief, Reading

__all__ = ["Json", "read_brief", "read_reading", "read_value", "write_brief", "write_reading", "write_value"]

Json = None | bool | int | float | str | list["Json"]
Writer = Callable[[object], Json]
Maker = Callable[[Json], object]
Value = TypeVar("Value")


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
    reading = _maker(Reading)(json.loads(written))
    assert isinstance(reading, Reading)
    return replace(reading, document=replace(reading.document, text=text, path=path))


def write_brief(brief: Brief) -> str:
    """Return *brief* without the texts of its documents."""
    return _dump(replace(brief, documents=tuple(replace(document, text="") for document in brief.documents)))


def read_brief(written: str, texts: Mapping[str, str]) -> Brief:
    """
    Return the brief that was written.

    Args:
        written: What `write_brief` made, with the same version of the values.
        texts: The text layers of its documents, by the hash of their bytes.
    """
    with _uncollected():
        return _brief_of(json.loads(written), texts)


def write_value(value: object) -> str:
    """Return a dataclass of the model, written down."""
    return _dump(value)


def read_value(kind: type[Value], written: str) -> Value:
    """Return the value of the type *kind* that `write_value` wrote."""
    form: object = kind
    value = _maker(form)(json.loads(written))
    assert isinstance(value, kind)
    return value


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


def _brief_of(written: Json, texts: Mapping[str, str]) -> Brief:
    brief = _maker(Brief)(written)
    assert isinstance(brief, Brief)
    return replace(brief, documents=tuple(replace(one, text=texts[one.sha256]) for one in brief.documents))


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


@cache
def _maker(kind: object) -> Maker:
    """Return what makes a value of the type *kind* from its written form."""
    if isinstance(kind, type) and is_dataclass(kind):
        return _dataclass_maker(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind is datetime:
        return lambda written: datetime.fromisoformat(str(written))
    if kind is date:
        return lambda written: date.fromisoformat(str(written))
    return _generic_maker(get_origin(kind), get_args(kind))


def _generic_maker(origin: object, parts: tuple[object, ...]) -> Maker:
    if origin is tuple:
        return _tuple_maker(parts)
    if origin in (Union, UnionType):
        (inner,) = (part for part in parts if part is not NoneType)
        make = _maker(inner)
        return lambda written: None if written is None else make(written)
    return lambda written: written


def _dataclass_maker(kind: type) -> Maker:
    hints = get_type_hints(kind)
    makers = [_maker(hints[field.name]) for field in fields(kind)]

    def make(written: Json) -> object:
        assert isinstance(written, list)
        return kind(*[make_field(part) for make_field, part in zip(makers, written, strict=True)])

    return make


def _tuple_maker(kinds: tuple[object, ...]) -> Maker:
    if len(kinds) == 2 and kinds[1] is Ellipsis:
        make_item = _maker(kinds[0])
        return lambda written: tuple(map(make_item, _list(written)))
    makers = [_maker(kind) for kind in kinds]
    return lambda written: tuple(make(part) for make, part in zip(makers, _list(written), strict=True))


def _list(written: Json) -> list[Json]:
    assert isinstance(written, list)
    return written
