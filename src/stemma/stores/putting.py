"""Told stories put into the tables of a database, and taken out of them; each in the transaction of who asks."""

import json
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import astuple

from sqlalchemy import Connection, Table, delete, insert, select

from stemma.model.shelf import Found, Kept, Named, Row, RowKind, Voice, read_voice
from stemma.stores import schema
from stemma.stores.packing import pack

__all__ = ["LEVEL", "in_lots", "name_anew", "plain", "put_questions", "put_story", "take_out"]

AT_ONCE = 500
"""Values in one query; databases bound it."""
LONGEST = 200
"""Characters of words that a list is in order of: an index takes no long ones."""
FARTHEST = 1 << 40
"""No number that a list is in order of is larger, below or above 0."""
LEVEL = 3
"""Of packing: a story is large, and whoever told it waits."""


def take_out(connection: Connection, stories: Sequence[int]) -> set[str]:
    """Take *stories* out, and return the ids of the sources that they had."""
    touched: set[str] = set()
    voice = schema.story_voice
    for part in in_lots(stories):
        touched |= set(connection.execute(select(voice.c.id).where(voice.c.story.in_(part))).scalars())
        for table in (schema.story_row, schema.story_thing, schema.story_document, voice):
            connection.execute(delete(table).where(table.c.story.in_(part)))
        connection.execute(delete(schema.story).where(schema.story.c.number.in_(part)))
    return touched


def put_story(connection: Connection, kept: Kept) -> set[str]:
    """Put a story there, and return the ids of its sources."""
    table = schema.story
    values = {
        "key": kept.key,
        "id": kept.id,
        "counts": json.dumps(astuple(kept.counts)),
        "head": zlib.compress(kept.head.encode("ascii"), LEVEL),
        "brief": zlib.compress(kept.brief.encode("ascii"), LEVEL),
    }
    number = connection.execute(insert(table).values(values).returning(table.c.number)).scalar_one()
    things = [id for one in kept.found for id in (one.document, *one.claims, *one.figures)]
    things += [row.id for row in kept.rows if row.kind is RowKind.CLAIM]
    _insert(connection, schema.story_row, [_row(number, row) for row in kept.rows])
    _insert(connection, schema.story_thing, [{"story": number, "id": id} for id in things])
    _insert(connection, schema.story_document, [_document(number, one) for one in kept.found])
    _insert(connection, schema.story_voice, [_voice(number, voice) for voice in kept.voices])
    return {voice.source.id for voice in kept.voices}


def put_questions(connection: Connection, story: str, rows: Sequence[Row]) -> None:
    """Put *rows* in the place of what was asked of a story."""
    table = schema.story_row
    number = connection.execute(select(schema.story.c.number).where(schema.story.c.id == story).limit(1)).scalar()
    if number is not None:
        connection.execute(delete(table).where(table.c.story == number, table.c.kind == RowKind.QUESTION))
        _insert(connection, table, [_row(number, row) for row in rows])


def name_anew(
    connection: Connection, ids: Collection[str], name: Callable[[Sequence[tuple[str, Voice]]], Named]
) -> None:
    """Name the sources with *ids* as all stories that they are in now have them."""
    table, voice, story = schema.source, schema.story_voice, schema.story
    for part in in_lots(sorted(ids)):
        query = select(voice.c.id, story.c.id.label("story"), voice.c.value).where(voice.c.id.in_(part))
        query = query.join(story, story.c.number == voice.c.story).order_by(story.c.id)
        heard: dict[str, list[tuple[str, Voice]]] = {}
        for row in connection.execute(query):
            heard.setdefault(row.id, []).append((row.story, read_voice(json.loads(row.value))))
        connection.execute(delete(table).where(table.c.id.in_(part)))
        _insert(connection, table, [_named(id, name(voices)) for id, voices in heard.items()])


def in_lots(values: Iterable[int] | Iterable[str]) -> Iterator[list[int | str]]:
    """Yield *values* as many at a time as one query takes."""
    found: list[int | str] = [*values]
    for start in range(0, len(found), AT_ONCE):
        yield found[start : start + AT_ONCE]


def plain(words: str) -> str:
    """Return *words* as they are sought by; PostgreSQL takes no NUL, and no database half of a character."""
    return words.casefold().replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _row(story: int, row: Row) -> dict[str, object]:
    return {
        "story": story,
        "kind": row.kind.value,
        "id": row.id,
        "place": _place_bytes(row.place),
        "topic": row.topic,
        "words": plain(row.words),
        "value": row.value,
    }


def _place_bytes(place: tuple[int | str, ...]) -> bytes:
    """Return bytes that are in the order of *place*, of words as far as an index goes."""
    return b"".join(
        (part + FARTHEST).to_bytes(6, "big")
        if isinstance(part, int)
        else part[:LONGEST].encode("utf-8", "surrogatepass").replace(b"\0", b"\x01") + b"\0"
        for part in place
    )


def _document(story: int, found: Found) -> dict[str, object]:
    packed = pack(json.dumps(found.record(), separators=(",", ":")).encode("ascii"))
    return {"story": story, "sha256": found.sha256, "layer": found.layer, "found": packed}


def _voice(story: int, voice: Voice) -> dict[str, object]:
    value = json.dumps(voice.record(), separators=(",", ":"))
    return {"story": story, "id": voice.source.id, "attributions": voice.attributions, "value": value}


def _named(id: str, named: Named) -> dict[str, object]:
    return {
        "id": id,
        "place": None if named.place is None else _place_bytes(named.place),
        "weight": named.weight,
        "words": plain(named.words),
        "value": named.value,
    }


def _insert(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), rows)
