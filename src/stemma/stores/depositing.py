"""What goes into the archive in one transaction."""

import json

from sqlalchemy import Connection, delete, func, insert, select, update

from stemma.model import Reading, hash_layer, make_id
from stemma.model.archive import Capture, Deposit, Held
from stemma.model.written import write_reading
from stemma.stores import schema
from stemma.stores.fetching import newest_by_key
from stemma.stores.packing import hash_text, layer_facts, pack, pack_text, storable

__all__ = ["Overtaken", "deposit_all", "put_capture", "put_reading"]


class Overtaken(Exception):
    """Another program has changed meanwhile where a deposit belongs."""


def deposit_all(connection: Connection, deposit: Deposit) -> Held:
    """
    Put bytes, layer, keys and reading where they belong, and return the layer.

    Raises:
        Overtaken: The keys lead elsewhere than they did when it was decided where it belongs, or the layer
            whose text was drawn anew is no longer the newest.
        sqlalchemy.exc.IntegrityError: Another program puts one of them there at this moment.
    """
    if deposit.seen != tuple(held.id if (held := newest_by_key(connection, key)) else None for key in deposit.keys):
        raise Overtaken
    if deposit.redrawn is not None and deposit.redrawn != _newest_of(connection, deposit.into):
        raise Overtaken
    arrival, sha256 = deposit.arrival, deposit.arrival.sha256
    known = connection.execute(select(schema.blob.c.sha256).where(schema.blob.c.sha256 == sha256)).scalar()
    if known is None:
        row = {"sha256": sha256, "size": len(arrival.data), "packed": pack(arrival.data)}
        connection.execute(insert(schema.blob).values(row))
    if deposit.redrawn is None:
        put_capture(connection, Capture(sha256, arrival.address, arrival.at, arrival.headers))
    document = deposit.into
    if document is None:
        document = make_id("d", sha256)
        connection.execute(insert(schema.document).values(id=document))
    held = _put_layer(connection, document, deposit)
    _put_keys(connection, document, deposit.keys)
    if deposit.reading is not None:
        put_reading(connection, held.id, deposit.version, deposit.reading)
    return held


def put_capture(connection: Connection, capture: Capture) -> None:
    """Add a line for one coming of bytes."""
    row = {
        "sha256": capture.sha256,
        "address": storable(capture.address),
        "address_sha256": hash_text(capture.address),
        "at": capture.at.isoformat(),
        "headers": json.dumps(capture.headers),
    }
    connection.execute(insert(schema.capture).values(row))


def put_reading(connection: Connection, layer: int, version: str, reading: Reading) -> None:
    """Put *reading* in the place of one by the same *version*."""
    table = schema.reading
    connection.execute(delete(table).where(table.c.layer == layer, table.c.version == version))
    connection.execute(insert(table).values(layer=layer, version=version, packed=pack_text(write_reading(reading))))


def _newest_of(connection: Connection, document: str | None) -> int | None:
    table = schema.layer
    query = select(table.c.id).where(table.c.document == document).order_by(table.c.number.desc()).limit(1)
    return connection.execute(query).scalar()


def _put_layer(connection: Connection, document: str, deposit: Deposit) -> Held:
    table, arrival, layer = schema.layer, deposit.arrival, deposit.layer
    last = connection.execute(select(func.max(table.c.number)).where(table.c.document == document)).scalar()
    number, path = (last or 0) + 1, storable(arrival.address)
    row = {
        "document": document,
        "number": number,
        "sha256": arrival.sha256,
        "path": path,
        "at": arrival.at.isoformat(),
        "text_sha256": hash_layer(layer.text),
        "text": pack_text(layer.text),
        "reader": layer.reader,
        "facts": layer_facts(layer),
    }
    id = connection.execute(insert(table).values(row).returning(table.c.id)).scalar_one()
    return Held(id, document, number, path, arrival.sha256, arrival.at, layer)


def _put_keys(connection: Connection, document: str, keys: tuple[str, ...]) -> None:
    """Let *keys* lead to *document* from now on, also those that led to another: its place was taken over."""
    table = schema.key
    hashes = {hash_text(key) for key in keys}
    known = select(table.c.sha256).where(table.c.sha256.in_(hashes))
    there = set(connection.execute(known).scalars())
    connection.execute(update(table).where(table.c.sha256.in_(hashes)).values(document=document))
    rows = [{"sha256": hashed, "document": document} for hashed in sorted(hashes - there)]
    if rows:
        connection.execute(insert(table), rows)
