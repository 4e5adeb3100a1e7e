"""The bytes that came, and the layers of each document, in the tables of a database."""

import hashlib
import zlib
from collections.abc import Iterator, Sequence
from contextlib import suppress

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError

from stemma.errors import CaseError
from stemma.model.archive import Capture, Deposit, Held, Stocked
from stemma.model.judgement import KIND as JUDGEMENT
from stemma.stores import schema
from stemma.stores.connecting import Connected
from stemma.stores.depositing import Overtaken, deposit_all, put_capture
from stemma.stores.fetching import captures, held_by, newest_by_key, newest_rows, stock
from stemma.stores.packing import hash_text, unpack

__all__ = ["SqlArchive"]

_NUMBER = schema.journal.c.number


class SqlArchive(Connected):
    """Fulfils `stemma.ports.Archive`."""

    def keep(self, deposit: Deposit) -> Held | None:
        """Keep all of *deposit* or nothing; None where another program was quicker."""
        try:
            with self._writing() as connection:
                return deposit_all(connection, deposit)
        except (IntegrityError, Overtaken):
            return None

    def note(self, capture: Capture) -> None:
        """Remember that bytes which are held came again."""
        with self._writing() as connection:
            put_capture(connection, capture)

    def knows(self, address: str, sha256: str) -> bool:
        """Tell whether these bytes were the last that came from *address*."""
        table = schema.capture
        query = select(table.c.sha256).where(table.c.address_sha256 == hash_text(address))
        with self._reading() as connection:
            return connection.execute(query.order_by(table.c.id.desc()).limit(1)).scalar() == sha256

    def find(self, keys: Sequence[str]) -> Sequence[Held | None]:
        """Return for each key the newest layer of the document that it leads to."""
        with self._reading() as connection:
            return [newest_by_key(connection, key) for key in keys]

    def held(self, sha256: str) -> Held | None:
        """Return the layer that was drawn from these bytes last."""
        with self._reading() as connection:
            found = held_by(connection, schema.layer.c.sha256 == sha256)
        return max(found, key=lambda held: held.id, default=None)

    def newest(self) -> Sequence[Held]:
        """Return the layer that counts of each document, sorted by path."""
        with self._reading() as connection:
            return newest_rows(connection)

    def stock(self) -> Sequence[Stocked]:
        """Return which layer counts of each document, sorted by path."""
        with self._reading() as connection:
            return stock(connection)

    def pulse(self) -> tuple[int, int]:
        """Return how many layers and how many judgements there are."""
        judgements = select(func.count()).select_from(schema.journal).where(schema.journal.c.kind == JUDGEMENT)
        with self._reading() as connection:
            layers = connection.execute(select(func.count()).select_from(schema.layer)).scalar_one()
            return layers, connection.execute(judgements).scalar_one()

    def latest(self) -> tuple[int, int]:
        """Return the numbers of the last coming of bytes and of the last line of the journal."""
        with self._reading() as connection:
            last = [connection.execute(select(func.max(c))).scalar() for c in (schema.capture.c.id, _NUMBER)]
            return last[0] or 0, last[1] or 0

    def came_after(self, number: int) -> set[str]:
        """Return the hashes of the bytes that came for the first time after the coming with this *number*."""
        table = schema.capture
        query = select(table.c.sha256).group_by(table.c.sha256).having(func.min(table.c.id) > number)
        with self._reading() as connection:
            return set(connection.execute(query).scalars())

    def judged_after(self, number: int, but: str) -> int:
        """Count the judgements after the line of the journal with this *number*, those of *but* left out."""
        table = schema.journal
        query = select(func.count()).select_from(table).where(table.c.kind == JUDGEMENT, table.c.number > number)
        with self._reading() as connection:
            return connection.execute(query.where(table.c.who != but)).scalar_one()

    def layers(self, document: str) -> Sequence[Held]:
        """Return all layers of a document, oldest first."""
        with self._reading() as connection:
            return held_by(connection, schema.layer.c.document == document)

    def captures(self) -> Iterator[Capture]:
        """Yield all comings, in their order."""
        with self._reading() as connection:
            yield from captures(connection)

    def captures_of(self, sha256: str) -> Sequence[Capture]:
        """Return the comings of these bytes, in their order."""
        with self._reading() as connection:
            return list(captures(connection, schema.capture.c.sha256 == sha256))

    def data(self, sha256: str) -> bytes:
        """
        Return the bytes as they came.

        Raises:
            CaseError: They are not there, or were changed.
        """
        with self._reading() as connection:
            packed = connection.execute(select(schema.blob.c.packed).where(schema.blob.c.sha256 == sha256)).scalar()
        if packed is None:
            raise CaseError(self._case, f"does not hold the bytes {sha256[:12]}…; take it from your backup")
        with suppress(zlib.error):
            data = unpack(packed)
            if hashlib.sha256(data).hexdigest() == sha256:
                return data
        raise CaseError(self._case, f"the bytes {sha256[:12]}… are damaged; take it from your backup")
