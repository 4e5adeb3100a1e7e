"""Told stories in a database: put there together, taken out together, asked for a row at a time."""

import json
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import astuple

from sqlalchemy import ColumnElement, Connection, Table, bindparam, delete, func, insert, select

from stemma.model.shelf import (
    Counts,
    Found,
    Kept,
    Named,
    Row,
    RowKind,
    Sought,
    Tale,
    Voice,
    read_found,
    read_kept,
    read_voice,
)
from stemma.stores import schema
from stemma.stores.packing import pack, unpack, unpack_text

__all__ = ["SqlShelf", "place_bytes"]

STATE, ABOUT, NEW = "shelf state", "shelf about", "shelf new"
WAITING = "story "
AT_ONCE = 500
"""Values in one query; databases bound it."""
LONGEST = 200
"""Characters of words that a list is in order of: an index takes no long ones."""
FARTHEST = 1 << 40
"""No number that a list is in order of is larger, below or above 0."""
LEVEL = 3
"""Of packing: a story is large, and whoever told it waits."""

Opens = Callable[[], AbstractContextManager[Connection]]


class _Missing(Exception):
    """A story that is to be there was taken away by another program."""


class SqlShelf:
    """Fulfils `stemma.ports.Shelf`; each call is one transaction."""

    def __init__(self, reading: Opens, writing: Opens) -> None:
        self._reading = reading
        self._writing = writing

    def state(self) -> str:
        """Return what all that is told follows from; empty where the telling has not come to its end."""
        with self._reading() as connection:
            return _memo(connection, STATE).decode("ascii")

    def about(self) -> str:
        """Return what was said of the case as a whole when it was settled; empty before."""
        with self._reading() as connection:
            return zlib.decompress(packed).decode("ascii") if (packed := _memo(connection, ABOUT)) else ""

    def keys(self) -> set[str]:
        """Return the keys of all stories that are there or wait."""
        name = schema.memo.c.name
        with self._reading() as connection:
            there = set(connection.execute(select(schema.story.c.key)).scalars())
            waiting = connection.execute(select(name).where(name.startswith(WAITING, autoescape=True))).scalars()
            return there | {one.removeprefix(WAITING) for one in waiting}

    def wait(self, written: Mapping[str, str]) -> None:
        """Keep stories, by key, until all of them are told."""
        with self._writing() as connection:
            for key, one in written.items():
                _put_memo(connection, WAITING + key, zlib.compress(one.encode("ascii"), LEVEL))

    def put(self, keys: Collection[str], name: Callable[[Sequence[tuple[str, Voice]]], Named]) -> set[str] | None:
        """Let there be the stories of *keys* and no others; return which are not settled, None where one is missing."""
        table = schema.story
        with suppress(_Missing), self._writing() as connection:
            there = {row.key: row.number for row in connection.execute(select(table.c.key, table.c.number))}
            gone = [number for key, number in there.items() if key not in keys]
            new = sorted(set(keys) - set(there))
            _put_memo(connection, STATE, b"")
            touched, told = _take_out(connection, gone), set[str](_unsettled(connection))
            for key in new:
                packed = _memo(connection, WAITING + key)
                if not packed:
                    raise _Missing
                kept = read_kept(zlib.decompress(packed).decode("ascii"))
                touched |= _put_story(connection, kept)
                told.add(kept.id)
            _name_anew(connection, touched, name)
            _put_memo(connection, NEW, json.dumps(sorted(told)).encode("ascii"))
            memo = schema.memo.c.name
            connection.execute(delete(schema.memo).where(memo.startswith(WAITING, autoescape=True)))
            return told
        return None

    def settle(self, keys: Collection[str], state: str, about: str, asked: Mapping[str, Sequence[Row]]) -> bool:
        """Write down what the stories of *keys* follow from and what is asked of them, if no others are there."""
        with self._writing() as connection:
            if set(connection.execute(select(schema.story.c.key)).scalars()) != set(keys):
                return False
            for story, rows in asked.items():
                _put_questions(connection, story, rows)
            _put_memo(connection, STATE, state.encode("ascii"))
            _put_memo(connection, ABOUT, zlib.compress(about.encode("ascii"), LEVEL))
            _put_memo(connection, NEW, b"[]")
            return True

    def rows(self, sought: Sought) -> Sequence[str]:
        """Return the values of the rows that are *sought*, in the order of their list."""
        table = schema.story_row
        query = select(table.c.value).where(*_conditions(sought)).order_by(table.c.place, table.c.number)
        with self._reading() as connection:
            return connection.execute(query.offset(sought.start).limit(sought.count)).scalars().all()

    def places(self, sought: Sought) -> Sequence[tuple[str, str, str]]:
        """Return id, story and topic of the rows that are *sought*, in the order of their list."""
        table, story = schema.story_row, schema.story
        query = select(table.c.id, story.c.id, table.c.topic).join(story, story.c.number == table.c.story)
        query = query.where(*_conditions(sought)).order_by(table.c.place, table.c.number)
        with self._reading() as connection:
            found = connection.execute(query.offset(sought.start).limit(sought.count))
            return [(id, home, topic) for id, home, topic in found]

    def count(self, sought: Sought) -> int:
        """Return how many rows are *sought*, wherever they start."""
        query = select(func.count()).select_from(schema.story_row).where(*_conditions(sought))
        with self._reading() as connection:
            return connection.execute(query).scalar_one()

    def count_topics(self, kind: RowKind) -> int:
        """Return how many topics the rows of a list have."""
        table = schema.story_row
        with self._reading() as connection:
            return connection.execute(
                select(func.count(func.distinct(table.c.topic))).where(table.c.kind == kind)
            ).scalar_one()

    def numbers(self, kind: RowKind, ids: Collection[str]) -> dict[str, int]:
        """Return for each of *ids* where it comes in its list, from 1, in their order."""
        table = schema.story_row
        places: list[tuple[bytes, str]] = []
        with self._reading() as connection:
            for part in _parts(sorted(ids)):
                query = select(table.c.place, table.c.id).where(table.c.kind == kind, table.c.id.in_(part))
                places += [(bytes(row.place), row.id) for row in connection.execute(query)]
            before = select(func.count()).where(table.c.kind == kind, table.c.place < bindparam("place"))
            return {id: 1 + connection.execute(before, {"place": place}).scalar_one() for place, id in sorted(places)}

    def counts(self) -> list[Counts]:
        """Return how much there is in each story."""
        with self._reading() as connection:
            return [Counts(*json.loads(one)) for one in connection.execute(select(schema.story.c.counts)).scalars()]

    def tale(self, story: str, *, is_head: bool = False) -> Tale | None:
        """Return what a story tells, or its head alone; None where there is no such story."""
        table = schema.story
        part = table.c.head if is_head else table.c.brief
        query = select(table.c.number, table.c.key, part.label("written")).where(table.c.id == story)
        with self._reading() as connection:
            row = connection.execute(query.order_by(table.c.number).limit(1)).first()
            if row is None:
                return None
            return Tale(row.key, unpack(row.written).decode("ascii"), _layers(connection, row.number))

    def key(self, story: str) -> str | None:
        """Return by what the story with an id is known; None where there is none."""
        table = schema.story
        with self._reading() as connection:
            return connection.execute(
                select(table.c.key).where(table.c.id == story).order_by(table.c.number).limit(1)
            ).scalar()

    def stories(self) -> Sequence[str]:
        """Return the ids of all stories."""
        with self._reading() as connection:
            return connection.execute(select(schema.story.c.id).order_by(schema.story.c.id)).scalars().all()

    def texts(self, layers: Collection[int]) -> dict[int, str]:
        """Return the texts of *layers*."""
        table = schema.layer
        with self._reading() as connection:
            query = select(table.c.id, table.c.text)
            return {
                row.id: unpack_text(row.text)
                for part in _parts(layers)
                for row in connection.execute(query.where(table.c.id.in_(part)))
            }

    def home(self, id: str) -> str | None:
        """Return the id of the story that holds a claim, document, attribution or figure."""
        thing, story = schema.story_thing, schema.story
        query = select(story.c.id).join(thing, thing.c.story == story.c.number).where(thing.c.id == id)
        with self._reading() as connection:
            return connection.execute(query.limit(1)).scalar()

    def beginning(self, start: str, most: int) -> Sequence[str]:
        """Return the ids, *most* of them at most, that begin with *start*."""
        id = schema.story_thing.c.id
        query = select(id).where(id >= start, id < start + "g").order_by(id).limit(most)
        with self._reading() as connection:
            return connection.execute(query).scalars().all()

    def found(self, hashes: Collection[str]) -> list[Found]:
        """Return what judgements may speak of in the documents with these hashes."""
        table = schema.story_document
        with self._reading() as connection:
            return [
                read_found(json.loads(unpack(packed)))
                for part in _parts(sorted(hashes))
                for packed in connection.execute(select(table.c.found).where(table.c.sha256.in_(part))).scalars()
            ]

    def sources(self, start: int = 0, count: int | None = None, words: Sequence[str] = ()) -> Sequence[str]:
        """Return sources that are heard and have *words* in their names, the most heard first."""
        table = schema.source
        query = select(table.c.value).where(*_heard(words)).order_by(table.c.place, table.c.id)
        with self._reading() as connection:
            return connection.execute(query.offset(start).limit(count)).scalars().all()

    def count_sources(self, words: Sequence[str] = ()) -> int:
        """Return how many sources are heard and have *words* in their names."""
        with self._reading() as connection:
            query = select(func.count()).select_from(schema.source)
            return connection.execute(query.where(*_heard(words))).scalar_one()

    def named(self, ids: Collection[str]) -> Sequence[str]:
        """Return the sources with these ids."""
        table = schema.source
        with self._reading() as connection:
            query = select(table.c.value)
            parts = _parts(sorted(ids))
            return [one for part in parts for one in connection.execute(query.where(table.c.id.in_(part))).scalars()]

    def called(self, name: str) -> Sequence[str]:
        """Return the sources that may go by *name*, heard or not."""
        table = schema.source
        query = select(table.c.value).where(table.c.words.contains(_plain(name), autoescape=True)).order_by(table.c.id)
        with self._reading() as connection:
            return connection.execute(query).scalars().all()

    def weightiest(self, count: int) -> Sequence[str]:
        """Return the sources with the weightiest positions."""
        table = schema.source
        query = select(table.c.value).where(table.c.weight > 0).order_by(table.c.weight.desc(), table.c.id)
        with self._reading() as connection:
            return connection.execute(query.limit(count)).scalars().all()

    def heard_in(self, source: str) -> Sequence[str]:
        """Return the ids of the stories in which a source is heard, the one with most of its words first."""
        voice, story = schema.story_voice, schema.story
        query = select(story.c.id).join(voice, voice.c.story == story.c.number)
        query = query.where(voice.c.id == source, voice.c.attributions > 0)
        with self._reading() as connection:
            return connection.execute(query.order_by(voice.c.attributions.desc(), story.c.id)).scalars().all()


def place_bytes(place: tuple[int | str, ...]) -> bytes:
    """Return bytes that are in the order of *place*, of words as far as an index goes."""
    return b"".join(
        (part + FARTHEST).to_bytes(6, "big")
        if isinstance(part, int)
        else part[:LONGEST].encode("utf-8", "surrogatepass").replace(b"\0", b"\x01") + b"\0"
        for part in place
    )


def _plain(words: str) -> str:
    """Return *words* as they are sought by; PostgreSQL takes no NUL, and no database half of a character."""
    return words.casefold().replace("\0", "").encode("utf-8", "replace").decode("utf-8")


def _conditions(sought: Sought) -> Iterator[ColumnElement[bool]]:
    table = schema.story_row
    yield table.c.kind == sought.kind
    if sought.story is not None:
        yield table.c.story.in_(select(schema.story.c.number).where(schema.story.c.id == sought.story))
    if sought.topic is not None:
        yield table.c.topic == sought.topic
    for word in sought.words:
        yield table.c.words.contains(_plain(word), autoescape=True)


def _heard(words: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    table = schema.source
    yield table.c.place.is_not(None)
    for word in words:
        yield table.c.words.contains(_plain(word), autoescape=True)


def _take_out(connection: Connection, stories: Sequence[int]) -> set[str]:
    """Take *stories* out, and return the ids of the sources that they had."""
    touched: set[str] = set()
    voice = schema.story_voice
    for part in _parts(stories):
        touched |= set(connection.execute(select(voice.c.id).where(voice.c.story.in_(part))).scalars())
        for table in (schema.story_row, schema.story_thing, schema.story_document, voice):
            connection.execute(delete(table).where(table.c.story.in_(part)))
        connection.execute(delete(schema.story).where(schema.story.c.number.in_(part)))
    return touched


def _put_story(connection: Connection, kept: Kept) -> set[str]:
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


def _put_questions(connection: Connection, story: str, rows: Sequence[Row]) -> None:
    """Put *rows* in the place of what was asked of a story."""
    table = schema.story_row
    number = connection.execute(select(schema.story.c.number).where(schema.story.c.id == story).limit(1)).scalar()
    if number is not None:
        connection.execute(delete(table).where(table.c.story == number, table.c.kind == RowKind.QUESTION))
        _insert(connection, table, [_row(number, row) for row in rows])


def _row(story: int, row: Row) -> dict[str, object]:
    return {
        "story": story,
        "kind": row.kind.value,
        "id": row.id,
        "place": place_bytes(row.place),
        "topic": row.topic,
        "words": _plain(row.words),
        "value": row.value,
    }


def _document(story: int, found: Found) -> dict[str, object]:
    packed = pack(json.dumps(found.record(), separators=(",", ":")).encode("ascii"))
    return {"story": story, "sha256": found.sha256, "layer": found.layer, "found": packed}


def _voice(story: int, voice: Voice) -> dict[str, object]:
    value = json.dumps(voice.record(), separators=(",", ":"))
    return {"story": story, "id": voice.source.id, "attributions": voice.attributions, "value": value}


def _name_anew(
    connection: Connection, ids: Collection[str], name: Callable[[Sequence[tuple[str, Voice]]], Named]
) -> None:
    """Name the sources with *ids* as all stories that they are in now have them."""
    table, voice, story = schema.source, schema.story_voice, schema.story
    for part in _parts(sorted(ids)):
        query = select(voice.c.id, story.c.id.label("story"), voice.c.value).where(voice.c.id.in_(part))
        query = query.join(story, story.c.number == voice.c.story).order_by(story.c.id)
        heard: dict[str, list[tuple[str, Voice]]] = {}
        for row in connection.execute(query):
            heard.setdefault(row.id, []).append((row.story, read_voice(json.loads(row.value))))
        connection.execute(delete(table).where(table.c.id.in_(part)))
        _insert(connection, table, [_named(id, name(voices)) for id, voices in heard.items()])


def _named(id: str, named: Named) -> dict[str, object]:
    return {
        "id": id,
        "place": None if named.place is None else place_bytes(named.place),
        "weight": named.weight,
        "words": _plain(named.words),
        "value": named.value,
    }


def _insert(connection: Connection, table: Table, rows: list[dict[str, object]]) -> None:
    if rows:
        connection.execute(insert(table), rows)


def _layers(connection: Connection, story: int) -> dict[str, int]:
    table = schema.story_document
    query = select(table.c.sha256, table.c.layer).where(table.c.story == story)
    return {row.sha256: row.layer for row in connection.execute(query)}


def _parts(values: Iterable[int] | Iterable[str]) -> Iterator[list[int | str]]:
    found: list[int | str] = [*values]
    for start in range(0, len(found), AT_ONCE):
        yield found[start : start + AT_ONCE]


def _memo(connection: Connection, name: str) -> bytes:
    found = connection.execute(select(schema.memo.c.value).where(schema.memo.c.name == name)).scalar()
    return bytes(found) if found else b""


def _unsettled(connection: Connection) -> list[str]:
    found: list[str] = json.loads(_memo(connection, NEW) or b"[]")
    return found


def _put_memo(connection: Connection, name: str, value: bytes) -> None:
    connection.execute(delete(schema.memo).where(schema.memo.c.name == name))
    connection.execute(insert(schema.memo).values(name=name, value=value))
