"""Which documents of a case can speak of the same event."""

import json
import zlib
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from stemma.model import Reading, make_id
from stemma.model.archive import Stocked
from stemma.part import Keys, keys_of, part
from stemma.ports import Store

__all__ = ["parts_of"]

NAME = "keys "
Readings = Callable[[Sequence[Stocked]], Iterable[tuple[Stocked, Reading]]]
"""Loads the readings of some documents."""


def parts_of(
    store: Store,
    edition: str,
    stock: Sequence[Stocked],
    readings: Readings,
    judged: Sequence[Reading],
    bound: Iterable[tuple[str, str]],
) -> tuple[tuple[Stocked, ...], ...]:
    """
    Return the stories of *stock*.

    What a document is found by is computed when it is met first, and kept.

    Args:
        store: Where that is kept.
        edition: Of the rules that read a document.
        stock: All documents.
        readings: Loads what they say.
        judged: Those of whom analysts said something, their dates as judged.
        bound: Ids of documents that are of one story whatever is in them.
    """
    known = _recall(store, edition, stock)
    missing = [one for one in stock if one.layer not in known]
    new = {one.layer: keys_of(reading.document) for one, reading in readings(missing)}
    if new and store.is_writable:
        store.remember({_name(layer): _written(edition, keys) for layer, keys in new.items()})
    by_id = {make_id("d", one.sha256): one for one in stock}
    keys = {id: (known | new)[one.layer] for id, one in by_id.items()}
    keys |= {reading.document.id: keys_of(reading.document) for reading in judged}
    parts = part(keys.values(), bound)
    return tuple(tuple(by_id[id] for id in ids) for ids in parts)


def _name(layer: int) -> str:
    return f"{NAME}{layer}"


def _recall(store: Store, edition: str, stock: Sequence[Stocked]) -> dict[int, Keys]:
    values = store.recall([_name(one.layer) for one in stock])
    found: dict[int, Keys] = {}
    for one in stock:
        packed = values.get(_name(one.layer))
        if packed is None:
            continue
        made_by, document, day, words = json.loads(zlib.decompress(packed))
        if made_by == edition:
            pairs = tuple((word, weight) for word, weight in words)
            found[one.layer] = Keys(document, date.fromisoformat(day) if day else None, pairs)
    return found


def _written(edition: str, keys: Keys) -> bytes:
    record = [edition, keys.document, keys.day.isoformat() if keys.day else None, keys.words]
    return zlib.compress(json.dumps(record, separators=(",", ":")).encode("ascii"))
