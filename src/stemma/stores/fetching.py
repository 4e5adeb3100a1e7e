"""What comes out of the tables again."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from stemma.model import Reading
from stemma.model.archive import Capture, Held, Stocked
from stemma.model.written import read_reading
from stemma.stores import schema
from stemma.stores.packing import hash_text, layer_of, pairs, time_of, unpack_text

__all__ = [
    "captures",
    "held_by",
    "newest_by_key",
    "newest_layers",
    "newest_rows",
    "read_rows",
    "reading_rows",
    "recalled",
    "stock",
    "unread",
]

AT_ONCE = 500
"""Names in one query; databases bound it."""


def held_by(connection: Connection, condition: ColumnElement[bool]) -> list[Held]:
    """Return the layers for which *condition* holds, oldest first."""
    table = schema.layer
    query = select(table).where(condition).order_by(table.c.document, table.c.number)
    return [_held(row) for row in connection.execute(query)]


def newest_by_key(connection: Connection, key: str) -> Held | None:
    """Return the newest layer of the document that *key* leads to."""
    table, layer = schema.key, schema.layer
    query = select(layer).join(table, table.c.document == layer.c.document).where(table.c.sha256 == hash_text(key))
    row = connection.execute(query.order_by(layer.c.number.desc()).limit(1)).first()
    return _held(row) if row else None


def newest_rows(connection: Connection) -> list[Held]:
    """Return the newest layer of each document, sorted by path."""
    rows = connection.execute(_newest(select(schema.layer)))
    return sorted((_held(row) for row in rows), key=lambda held: (held.path, held.document))


def stock(connection: Connection) -> list[Stocked]:
    """Return which layer is the newest of each document, sorted by path."""
    table = schema.layer
    columns = (table.c.id, table.c.document, table.c.number, table.c.path, table.c.sha256)
    rows = connection.execute(_newest(select(*columns)))
    return sorted((Stocked(*row) for row in rows), key=lambda one: (one.path, one.document))


def unread(connection: Connection, version: str) -> list[Held]:
    """Return the newest layers of which there is no reading by *version*, sorted by path."""
    layer, reading = schema.layer, schema.reading
    read = select(reading.c.layer).where(reading.c.version == version)
    rows = connection.execute(_newest(select(layer)).where(layer.c.id.not_in(read)))
    return sorted((_held(row) for row in rows), key=lambda held: (held.path, held.document))


def read_rows(connection: Connection, layers: Collection[int], version: str) -> list[tuple[Held, Reading]]:
    """Return *layers* with their readings by *version*."""
    layer, reading = schema.layer, schema.reading
    joined = select(layer, reading.c.packed).join(reading, reading.c.layer == layer.c.id)
    joined = joined.where(reading.c.version == version)
    found: list[tuple[Held, Reading]] = []
    ids = sorted(layers)
    for start in range(0, len(ids), AT_ONCE):
        for row in connection.execute(joined.where(layer.c.id.in_(ids[start : start + AT_ONCE]))):
            held = _held(row)
            found.append((held, read_reading(unpack_text(row.packed), held.layer.text, held.path)))
    return found


def newest_layers(connection: Connection) -> Mapping[int, str]:
    """Return the hash of the bytes of each layer that is the newest of a document, by the id of the layer."""
    table = schema.layer
    rows = connection.execute(_newest(select(table.c.id, table.c.sha256))).all()  # a search asks for all of them
    return {id: sha256 for id, sha256 in rows}


def reading_rows(connection: Connection, version: str) -> Mapping[str, Reading]:
    """Return the readings of the newest layers by *version*, by document."""
    layer, reading = schema.layer, schema.reading
    query = _newest(select(layer.c.document, layer.c.text, layer.c.path, reading.c.packed))
    joined = query.join(reading, and_(reading.c.layer == layer.c.id, reading.c.version == version))
    return {
        row.document: read_reading(unpack_text(row.packed), unpack_text(row.text), row.path)
        for row in connection.execute(joined)
    }


def captures(connection: Connection, condition: ColumnElement[bool] | None = None) -> Iterator[Capture]:
    """Yield the comings of bytes for which *condition* holds, or all, in their order."""
    table = schema.capture
    query = select(table) if condition is None else select(table).where(condition)
    for row in connection.execute(query.order_by(table.c.id)):
        yield Capture(row.sha256, row.address, time_of(row.at), pairs(row.headers))


def recalled(connection: Connection, names: Sequence[str]) -> dict[str, bytes]:
    """Return what is remembered under those of *names* under which something is."""
    table = schema.memo
    found: dict[str, bytes] = {}
    for start in range(0, len(names), AT_ONCE):
        query = select(table.c.name, table.c.value).where(table.c.name.in_(names[start : start + AT_ONCE]))
        found |= {row.name: row.value for row in connection.execute(query)}
    return found


def _newest(query: Select[Any]) -> Select[Any]:
    """Narrow *query* on layers to the one with the highest number of each document."""
    table = schema.layer
    last = (
        select(table.c.document, func.max(table.c.number).label("number")).group_by(table.c.document).subquery("last")
    )
    return query.join(last, and_(last.c.document == table.c.document, last.c.number == table.c.number))


def _held(row: Row[Any]) -> Held:
    layer = layer_of(unpack_text(row.text), row.reader, row.facts)
    return Held(row.id, row.document, row.number, row.path, row.sha256, time_of(row.at), layer)
