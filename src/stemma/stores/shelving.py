"""Told stories in a database: put there together, taken out together, asked for a row at a time."""

import json
import zlib
from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress

from sqlalchemy import Connection, delete, insert, select

from stemma.model.shelf import (
    Counts,
    Found,
    Named,
    Settled,
    Tale,
    Voice,
    read_found,
    read_kept,
)
from stemma.ports import Shelf
from stemma.stores import schema
from stemma.stores.connecting import Opens
from stemma.stores.packing import unpack, unpack_text
from stemma.stores.putting import LEVEL, in_lots, name_anew, put_questions, put_story, take_out
from stemma.stores.rows import SqlRows
from stemma.stores.voices import SqlVoices

__all__ = ["SqlShelf"]

STATE, ABOUT = "shelf state", "shelf about"
WAITING = "story "


class _Missing(Exception):
    """A story that is to be there was taken away by another program."""


class SqlShelf(SqlRows, SqlVoices):
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

    def put(
        self,
        keys: Collection[str],
        name: Callable[[Sequence[tuple[str, Voice]]], Named],
        settle: Callable[[Shelf, Collection[str]], Settled],
    ) -> bool:
        """Let there be the stories of *keys* and no others, with what follows; tell whether none of them is missing."""
        table = schema.story
        with suppress(_Missing), self._writing() as connection:
            there = {row.key: row.number for row in connection.execute(select(table.c.key, table.c.number))}
            gone = [number for key, number in there.items() if key not in keys]
            new = sorted(set(keys) - set(there))
            touched, told = take_out(connection, gone), set[str]()
            for key in new:
                packed = _memo(connection, WAITING + key)
                if not packed:
                    raise _Missing
                kept = read_kept(zlib.decompress(packed).decode("ascii"))
                touched |= put_story(connection, kept)
                told.add(kept.id)
            name_anew(connection, touched, name)
            memo = schema.memo.c.name
            connection.execute(delete(schema.memo).where(memo.startswith(WAITING, autoescape=True)))

            def here() -> AbstractContextManager[Connection]:
                return nullcontext(connection)

            _settle(connection, settle(SqlShelf(here, here), told))
            return True
        return False

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
                for part in in_lots(layers)
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
                for part in in_lots(sorted(hashes))
                for packed in connection.execute(select(table.c.found).where(table.c.sha256.in_(part))).scalars()
            ]


def _settle(connection: Connection, settled: Settled) -> None:
    for story, rows in settled.asked.items():
        put_questions(connection, story, rows)
    _put_memo(connection, STATE, settled.state.encode("ascii"))
    _put_memo(connection, ABOUT, zlib.compress(settled.about.encode("ascii"), LEVEL))


def _layers(connection: Connection, story: int) -> dict[str, int]:
    table = schema.story_document
    query = select(table.c.sha256, table.c.layer).where(table.c.story == story)
    return {row.sha256: row.layer for row in connection.execute(query)}


def _memo(connection: Connection, name: str) -> bytes:
    found = connection.execute(select(schema.memo.c.value).where(schema.memo.c.name == name)).scalar()
    return bytes(found) if found else b""


def _put_memo(connection: Connection, name: str, value: bytes) -> None:
    connection.execute(delete(schema.memo).where(schema.memo.c.name == name))
    connection.execute(insert(schema.memo).values(name=name, value=value))
