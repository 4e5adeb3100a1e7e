"""The sources of a case, as all of its stories together have them."""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import ColumnElement, func, select

from stemma.stores import schema
from stemma.stores.connecting import Opens
from stemma.stores.putting import in_lots, plain

__all__ = ["SqlVoices"]


class SqlVoices:
    """The part of `stemma.ports.Shelf` that holds the sources."""

    _reading: Opens

    def sources(self, start: int = 0, count: int | None = None, words: Sequence[str] = ()) -> Sequence[str]:
        """Return sources that are heard and have *words* in their names, the most heard first."""
        table = schema.source
        # To look for words in the order of the list takes eight times as long as through the table and then to sort.
        place = func.coalesce(table.c.place, table.c.place) if words else table.c.place
        query = select(table.c.value).where(*_heard(words)).order_by(place, table.c.id)
        with self._reading() as connection:
            return connection.execute(query.offset(start).limit(count)).scalars().all()

    def source_words(self) -> Sequence[tuple[str, str]]:
        """Return id and words of all sources that are heard, in the order of their list."""
        table = schema.source
        query = select(table.c.id, table.c.words).where(*_heard(())).order_by(table.c.place, table.c.id)
        with self._reading() as connection:
            return [(id, words) for id, words in connection.execute(query)]

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
            lots = in_lots(sorted(ids))
            return [one for part in lots for one in connection.execute(query.where(table.c.id.in_(part))).scalars()]

    def called(self, name: str) -> Sequence[str]:
        """Return the sources that may go by *name*, heard or not."""
        table = schema.source
        query = select(table.c.value).where(table.c.words.contains(plain(name), autoescape=True)).order_by(table.c.id)
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


def _heard(words: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    table = schema.source
    yield table.c.place.is_not(None)
    for word in words:
        yield table.c.words.contains(plain(word), autoescape=True)
