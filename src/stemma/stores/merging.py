"""Articles given out whole, and those of another copy of the case taken in."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from sqlalchemy import Connection, delete, insert, or_, select, update

from stemma.model import hash_layer, make_id
from stemma.model.archive import Held
from stemma.model.copy import Article, WrittenReading
from stemma.stores import schema
from stemma.stores.fetching import held_by
from stemma.stores.packing import layer_facts, pack, pack_text, unpack_text

__all__ = ["articles", "kin", "merge"]

Data = Callable[[str], bytes]
"""Gives the bytes with a hash."""


def articles(connection: Connection) -> Iterator[Article]:
    """Yield all articles, sorted by id."""
    documents = connection.execute(select(schema.document.c.id).order_by(schema.document.c.id)).scalars().all()
    for document in documents:
        yield _article(connection, document)


def kin(connection: Connection, article: Article) -> list[Held]:
    """Return the newest layer of each document here that has the id, bytes or a key of *article*."""
    layer, key = schema.layer, schema.key
    bytes_of = {held.sha256 for held in article.layers}
    same = select(layer.c.document).where(or_(layer.c.document == article.document, layer.c.sha256.in_(bytes_of)))
    led = select(key.c.document).where(key.c.sha256.in_(article.keys))
    found = {*connection.execute(same).scalars(), *connection.execute(led).scalars()}
    return [held_by(connection, layer.c.document == document)[-1] for document in sorted(found)]


def merge(connection: Connection, article: Article, data: Data, into: Sequence[str]) -> bool:
    """
    Make one document of *article* and of those here named *into*; tell whether anything was new.

    Its layers are numbered anew by when they came, and it goes by the first of them, so that it does
    not matter which copy was merged into which.
    """
    is_earlier = _put_first_coming(connection, article, into)
    here = held_by(connection, schema.layer.c.document.in_(into)) if into else []
    known = {_mark(held) for held in here}
    new = {_mark(held): held for held in article.layers if _mark(held) not in known}
    ordered = sorted([*here, *new.values()], key=_when)
    document = make_id("d", ordered[0].sha256)
    is_changed = bool(new) or is_earlier or list(into) != [document]
    if is_changed:
        _put_bytes(connection, [held.sha256 for held in new.values()], data)
        _number_anew(connection, document, ordered, into, new)
    is_led = _put_keys(connection, document, article.keys)
    return _put_readings(connection, document, article) or is_led or is_changed


def _article(connection: Connection, document: str) -> Article:
    layers = held_by(connection, schema.layer.c.document == document)
    key, reading = schema.key, schema.reading
    keys = connection.execute(select(key.c.sha256).where(key.c.document == document)).scalars()
    read = select(reading).where(reading.c.layer.in_([held.id for held in layers])).order_by(reading.c.version)
    written = (WrittenReading(r.layer, r.version, unpack_text(r.packed)) for r in connection.execute(read))
    return Article(document, tuple(layers), tuple(sorted(keys)), tuple(written))


def _mark(held: Held) -> tuple[str, str]:
    """Return by what a layer is the same in every copy."""
    return held.sha256, hash_layer(held.layer.text)


def _when(held: Held) -> tuple[object, ...]:
    return held.at, held.sha256, held.number, _mark(held)


def _put_first_coming(connection: Connection, article: Article, into: Sequence[str]) -> bool:
    """Give each layer that both copies have the earlier of the two times at which it came, and the path of then."""
    table = schema.layer
    here = {_mark(held): held for held in held_by(connection, table.c.document.in_(into))}
    earlier = [
        (mine, other)
        for other in article.layers
        if (mine := here.get(_mark(other))) and (other.at, other.path) < (mine.at, mine.path)
    ]
    for mine, other in earlier:
        values = {"at": other.at.isoformat(), "path": other.path}
        connection.execute(update(table).where(table.c.id == mine.id).values(values))
    return bool(earlier)


def _put_bytes(connection: Connection, hashes: Sequence[str], data: Data) -> None:
    table = schema.blob
    there = set(connection.execute(select(table.c.sha256).where(table.c.sha256.in_(hashes))).scalars())
    for sha256 in sorted({*hashes} - there):
        whole = data(sha256)
        connection.execute(insert(table).values(sha256=sha256, size=len(whole), packed=pack(whole)))


def _number_anew(
    connection: Connection,
    document: str,
    ordered: Sequence[Held],
    into: Sequence[str],
    new: Mapping[tuple[str, str], Held],
) -> None:
    """Give the layers their numbers in *document*, the *new* ones with the others."""
    table = schema.layer
    there = connection.execute(select(schema.document.c.id).where(schema.document.c.id == document)).scalar()
    if there is None:
        connection.execute(insert(schema.document).values(id=document))
    # No two may have one number, not even on the way: below 0 none is taken.
    connection.execute(update(table).where(table.c.document.in_(into)).values(number=-table.c.id))
    for number, held in enumerate(ordered, 1):
        if _mark(held) in new:
            connection.execute(insert(table).values(document=document, number=number, **_row(held)))
        else:
            connection.execute(update(table).where(table.c.id == held.id).values(document=document, number=number))
    gone = [id for id in into if id != document]
    connection.execute(update(schema.key).where(schema.key.c.document.in_(gone)).values(document=document))
    connection.execute(delete(schema.document).where(schema.document.c.id.in_(gone)))


def _row(held: Held) -> dict[str, object]:
    layer = held.layer
    return {
        "sha256": held.sha256,
        "path": held.path,
        "at": held.at.isoformat(),
        "text_sha256": hash_layer(layer.text),
        "text": pack_text(layer.text),
        "reader": layer.reader,
        "facts": layer_facts(layer),
    }


def _put_keys(connection: Connection, document: str, keys: Sequence[str]) -> bool:
    """Let each of *keys* lead to *document*, unless it leads to one whose newest layer came later."""
    table = schema.key
    led = {row.sha256: row.document for row in connection.execute(select(table).where(table.c.sha256.in_(keys)))}
    newest = _newest(connection, document)
    for key in keys:
        if key not in led:
            connection.execute(insert(table).values(sha256=key, document=document))
        elif led[key] != document and _newest(connection, led[key]) < newest:
            connection.execute(update(table).where(table.c.sha256 == key).values(document=document))
    return any(key not in led for key in keys)


def _newest(connection: Connection, document: str) -> tuple[object, ...]:
    return _when(held_by(connection, schema.layer.c.document == document)[-1])


def _put_readings(connection: Connection, document: str, article: Article) -> bool:
    """Keep what was read in the layers elsewhere; of two readings by one version the same in whichever copy."""
    table = schema.reading
    here = {_mark(held): held.id for held in held_by(connection, schema.layer.c.document == document)}
    there = {held.id: here[_mark(held)] for held in article.layers}
    rows = connection.execute(select(table).where(table.c.layer.in_(there.values())))
    kept = {(row.layer, row.version): unpack_text(row.packed) for row in rows}
    is_new = False
    for one in article.readings:
        layer, old = there[one.layer], kept.get((there[one.layer], one.version))
        if old is not None and old <= one.value:
            continue
        is_new |= old is None
        connection.execute(delete(table).where(table.c.layer == layer, table.c.version == one.version))
        connection.execute(insert(table).values(layer=layer, version=one.version, packed=pack_text(one.value)))
    return is_new
