"""
What makes values from their written form: a function a type, written out once as source and compiled.

A story of two hundred reports holds a hundred thousand values; to go through the fields of each by closures took twice
as long as this.
"""

from collections.abc import Callable
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

__all__ = ["Maker", "maker_of"]

Maker = Callable[[object], object]


@cache
def maker_of(kind: object) -> Maker:
    """Return what makes a value of the type *kind* from its written form."""
    if isinstance(kind, type) and is_dataclass(kind):
        return _compiled(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return {member.value: member for member in kind}.__getitem__
    if kind is datetime:
        return lambda written: datetime.fromisoformat(str(written))
    if kind is date:
        return cache(lambda written: date.fromisoformat(str(written)))  # the days of a story are few
    names: dict[str, object] = {}
    made: Maker = eval(f"lambda written: {_source(kind, 'written', names)}", names)
    return made


def _compiled(kind: type) -> Maker:
    """Return what makes a dataclass from the array of its fields."""
    hints = get_type_hints(kind)
    names: dict[str, object] = {"Kind": kind, "Bare": type("Bare", (), {"__slots__": kind.__dict__["__slots__"]})}
    own = [field.name for field in fields(kind)]
    values = {name: _source(hints[name], name, names) for name in own}
    lines = [f"{', '.join(own)}, = written"]
    if kind.__dict__["__dataclass_params__"].init:
        # A frozen value takes five times as long to fill as one that is not yet one.
        lines += ["made = Bare()", *(f"made.{name} = {value}" for name, value in values.items())]
        lines += ["made.__class__ = Kind", *(["made.__post_init__()"] if hasattr(kind, "__post_init__") else [])]
    else:
        lines += [f"made = Kind({', '.join(values.values())})"]
    exec("\n    ".join(("def make(written):", *lines, "return made")), names)
    make = names["make"]
    assert callable(make)
    return make


def _source(kind: object, written: str, names: dict[str, object]) -> str:
    """Return source that makes a value of the type *kind* of what *written* names; *names* are added to as needed."""
    origin, parts = get_origin(kind), get_args(kind)
    if origin is tuple and parts[1:] == (Ellipsis,):
        inner = _source(parts[0], "part", names)
        return f"tuple({written})" if inner == "part" else f"tuple([{inner} for part in {written}])"
    if origin is tuple:
        each = [_source(part, f"{written}[{at}]", names) for at, part in enumerate(parts)]
        return f"({', '.join(each)},)"
    if origin in (Union, UnionType):
        (one,) = (part for part in parts if part is not NoneType)
        inner = _source(one, written, names)
        return written if inner == written else f"None if {written} is None else {inner}"
    if isinstance(kind, type) and (is_dataclass(kind) or issubclass(kind, Enum | date)):
        name = f"make_{len(names)}"
        form: object = kind
        names[name] = maker_of(form)
        return f"{name}({written})"
    return written
