"""What was read in each layer, and what was computed from it, in the tables of a database."""

from collections.abc import Collection, Mapping, Sequence
from contextlib import suppress

from sqlalchemy import bindparam, delete, insert, select
from sqlalchemy.exc import IntegrityError

from stemma.model import Reading
from stemma.model.archive import Held
from stemma.stores import schema
from stemma.stores.connecting import Connected
from stemma.stores.depositing import put_reading
from stemma.stores.fetching import read_rows, reading_rows, recalled, unread

__all__ = ["SqlReadings"]


class SqlReadings(Connected):
    """Fulfils `stemma.ports.Readings`."""

    def keep_reading(self, held: Held, version: str, reading: Reading) -> None:
        """Keep *reading* of *held* in the place of one by the same *version*."""
        with self._writing() as connection:
            put_reading(connection, held.id, version, reading)

    def readings(self, version: str) -> Mapping[str, Reading]:
        """Return the readings of the newest layers by *version*, by document."""
        with self._reading() as connection:
            return reading_rows(connection, version)

    def unread(self, version: str) -> Sequence[Held]:
        """Return the newest layers of which there is no reading by *version*, sorted by path."""
        with self._reading() as connection:
            return unread(connection, version)

    def read(self, layers: Collection[int], version: str) -> Sequence[tuple[Held, Reading]]:
        """Return *layers* with their readings by *version*."""
        with self._reading() as connection:
            return read_rows(connection, layers, version)

    def recall(self, names: Sequence[str]) -> Mapping[str, bytes]:
        """Return what was remembered under those of *names* under which something was."""
        with self._reading() as connection:
            return recalled(connection, names)

    def remember(self, values: Mapping[str, bytes]) -> None:
        """Keep what can be computed again at any time, in the place of what was there."""
        table = schema.memo
        rows = [{"name": name, "value": value} for name, value in values.items()]
        # Where another program remembers the same at this moment, one of the two is as good as the other.
        with suppress(IntegrityError), self._writing() as connection:
            for row in rows:
                connection.execute(delete(table).where(table.c.name == row["name"]))
                connection.execute(insert(table).values(row))

    def forget(self, kind: str, keep: Collection[str]) -> None:
        """Drop what is remembered under names that begin with *kind*, but for those of *keep*."""
        name = schema.memo.c.name
        with self._reading() as connection:
            there = connection.execute(select(name).where(name.startswith(kind, autoescape=True))).scalars().all()
        stale = [one for one in there if one not in keep]
        if stale:
            with self._writing() as connection:
                connection.execute(delete(schema.memo).where(name == bindparam("stale")), [{"stale": s} for s in stale])
