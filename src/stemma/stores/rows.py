"""The lists of a case, asked for a few rows at a time."""

from collections.abc import Collection, Iterator, Sequence

from sqlalchemy import ColumnElement, bindparam, func, select

from stemma.model.shelf import RowKind, Sought
from stemma.stores import schema
from stemma.stores.connecting import Opens
from stemma.stores.putting import in_lots, plain

__all__ = ["SqlRows"]


class SqlRows:
    """The part of `stemma.ports.Shelf` that holds the lists."""

    _reading: Opens

    def rows(self, sought: Sought) -> Sequence[str]:
        """Return the values of the rows that are *sought*, in the order of their list."""
        table = schema.story_row
        # In the order of an expression, SQLite goes by the index of what is sought, not through the whole list.
        is_short = sought.among is not None or sought.ids is not None
        place = func.coalesce(table.c.place, table.c.place) if is_short else table.c.place
        query = select(table.c.value).where(*_conditions(sought)).order_by(place, table.c.number)
        with self._reading() as connection:
            return connection.execute(query.offset(sought.start).limit(sought.count)).scalars().all()

    def words(self, kind: RowKind) -> Sequence[tuple[str, str]]:
        """Return id and words of the rows of a list, in its order."""
        table = schema.story_row
        query = select(table.c.id, table.c.words).where(table.c.kind == kind).order_by(table.c.place, table.c.number)
        with self._reading() as connection:
            return [(id, words) for id, words in connection.execute(query)]

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
            for part in in_lots(sorted(ids)):
                query = select(table.c.place, table.c.id).where(table.c.kind == kind, table.c.id.in_(part))
                places += [(bytes(row.place), row.id) for row in connection.execute(query)]
            before = select(func.count()).where(table.c.kind == kind, table.c.place < bindparam("place"))
            return {id: 1 + connection.execute(before, {"place": place}).scalar_one() for place, id in sorted(places)}


def _conditions(sought: Sought) -> Iterator[ColumnElement[bool]]:
    table = schema.story_row
    yield table.c.kind == sought.kind
    if sought.story is not None:
        # Equal to one number, not among some: SQLite then goes by the index of the story, in the order of the list.
        yield table.c.story == select(schema.story.c.number).where(schema.story.c.id == sought.story).scalar_subquery()
    if sought.among is not None:
        yield table.c.story.in_(select(schema.story.c.number).where(schema.story.c.id.in_(sought.among)))
    if sought.ids is not None:
        yield table.c.id.in_(sought.ids)
    if sought.topic is not None:
        yield table.c.topic == sought.topic
    for word in sought.words:
        yield table.c.words.contains(plain(word), autoescape=True)
