"""In which order the parts of a brief stand, told at once or story by story."""

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TypeVar

__all__ = ["in_order", "place_of"]

Value = TypeVar("Value")

_ORDERS: Mapping[str, tuple[str, ...]] = {
    "documents": ("id",),
    "sources": ("id",),
    "attributions": ("document", "content_spans", "id"),
    "claims": ("id",),
    "links": ("claim", "other", "kind"),
    "derivations": ("document", "to", "id"),
    "circles": ("claim", "derivations"),
    "positions": ("claim",),  # a claim's as its story has them
    "figures": ("document", "span", "id"),
    "checks": ("kind", "figures"),
    "ledger": ("counts", "per", "id"),
    "events": ("on", "is_running"),  # a day's as each story has them
    "drift": ("place", "kind", "against"),
    "doubts": ("kind", "about"),
    "notices": ("path", "text"),
}


def place_of(part: str, value: object) -> tuple[object, ...]:
    """Return where *value* comes in its *part* of a brief."""
    return tuple("" if (key := getattr(value, name)) is None else key for name in _ORDERS[part])


def in_order(part: str, values: Iterable[Value]) -> tuple[Value, ...]:
    """Return *values* as they stand in their *part* of a brief."""
    return tuple(sorted(values, key=partial(place_of, part)))
