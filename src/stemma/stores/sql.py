"""A case in a database, SQLite or PostgreSQL: the same statements on both."""

import hashlib
import zlib
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import Connection, Engine, bindparam, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from stemma.errors import CaseError
from stemma.model import Reading
from stemma.model.account import Account
from stemma.model.archive import Capture, Deposit, Held, Stocked
from stemma.model.copy import Article
from stemma.model.journal import JournalLine
from stemma.model.judgement import KIND as JUDGEMENT
from stemma.prose.tokens import Term
from stemma.stores import schema
from stemma.stores.accounts import accounts, accounts_alone, drop_account, put_account
from stemma.stores.depositing import Overtaken, deposit_all, put_capture, put_reading
from stemma.stores.engines import WRITES
from stemma.stores.fetching import (
    captures,
    held_by,
    newest_by_key,
    newest_rows,
    read_rows,
    reading_rows,
    recalled,
    stock,
    unread,
)
from stemma.stores.indexing import holding, index_layers, unindexed
from stemma.stores.merging import articles, kin, merge
from stemma.stores.migrating import HEAD, bring_up, revision_of
from stemma.stores.packing import hash_text, time_of, unpack
from stemma.stores.shelving import SqlShelf
from stemma.stores.telling import telling

__all__ = ["SqlStore"]

_NUMBER = schema.journal.c.number
Requires = Callable[[Sequence[Account]], None]

AT_ONCE = 100
"""Layers that are indexed in one transaction: a stop loses no more than these."""


class SqlStore:
    """Fulfils `stemma.ports.Store`; each call is one transaction."""

    def __init__(self, engine: Engine, case: str, file: Path | None, *, is_writable: bool) -> None:
        self._engine = engine
        self._writing_engine = engine.execution_options(**{WRITES: True})
        self._case = case
        self._file = file
        self._inode = file.stat().st_ino if file else 0
        self._is_writable = is_writable
        self.shelf = SqlShelf(self._reading, self._writing)

    @property
    def is_writable(self) -> bool:
        """Whether anything can be kept in it."""
        return self._is_writable

    def close(self) -> None:
        """Let go of the file or the server; of a file, what SQLite keeps beside it goes too."""
        self._engine.dispose()

    def bring_up(self) -> None:
        """
        Make sure that the tables have this version's form.

        Raises:
            CaseError: There are none, or a newer Stemma has made them, or they cannot be changed.
        """
        with self._reading() as connection:
            found = revision_of(connection)
        if found is None:
            raise CaseError(self._case, "is a database without a case; make one in it with `stemma init`")
        if found != HEAD:
            with self._writing() as connection:
                bring_up(connection, self._case)

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

    def write(self, lines: Sequence[JournalLine]) -> int:
        """Add those of *lines* whose ids are new, all or nothing, and return how many they are."""
        with self._writing() as connection:
            there = set(connection.execute(select(schema.journal.c.id)).scalars())
            new = {line.id: line for line in lines if line.id not in there}
            rows = [_row_of(line) for line in new.values()]
            if rows:
                connection.execute(insert(schema.journal), rows)
        return len(rows)

    def lines(self) -> Iterator[JournalLine]:
        """Yield all lines, in the order in which they were added."""
        table = schema.journal
        with self._reading() as connection:
            for row in connection.execute(select(table).order_by(table.c.number)):
                yield JournalLine(row.id, time_of(row.at), row.who, row.kind, row.value)

    def articles(self) -> Iterator[Article]:
        """Yield all documents in all their layers, sorted by id."""
        with self._reading() as connection:
            yield from articles(connection)

    def kin(self, article: Article) -> Sequence[Held]:
        """Return the newest layer of each document here that has the id, bytes or a key of *article*."""
        with self._reading() as connection:
            return kin(connection, article)

    def merge(self, article: Article, data: Callable[[str], bytes], into: Sequence[str]) -> bool | None:
        """Make one document of *article* and of those named *into*; None where another program was quicker."""
        try:
            with self._writing() as connection:
                return merge(connection, article, data, into)
        except IntegrityError:
            return None

    def index(self, progress: Callable[[int, int, str], None]) -> bool:
        """Index the words of newest layers that are not; tell whether all are now."""
        with self._reading() as connection:
            new = unindexed(connection)
        if new and not self._is_writable:
            return False
        for start in range(0, len(new), AT_ONCE):
            progress(start, len(new), "words")
            with suppress(IntegrityError), self._writing() as connection:  # another program does the same
                index_layers(connection, new[start : start + AT_ONCE])
        progress(len(new), len(new), "")
        return True

    def holding(self, terms: Sequence[Term], newest: Mapping[int, str] | None = None) -> set[str]:
        """Return the hashes of the bytes of the indexed newest layers that hold every word of *terms*."""
        with self._reading() as connection:
            return holding(connection, terms, newest)

    def mark(self, name: str) -> str | None:
        """Return what was set last, if anything was."""
        query = select(schema.mark.c.value).where(schema.mark.c.name_sha256 == hash_text(name))
        with self._reading() as connection:
            return connection.execute(query).scalar()

    def set_mark(self, name: str, value: str) -> None:
        """Put *value* in the place of what was there."""
        hashed = hash_text(name)
        with self._writing() as connection:
            changed = connection.execute(
                update(schema.mark).where(schema.mark.c.name_sha256 == hashed).values(value=value)
            )
            if not changed.rowcount:
                connection.execute(insert(schema.mark).values(name_sha256=hashed, value=value))

    def accounts(self) -> Sequence[Account]:
        """Return who may look into the case, sorted by name."""
        with self._reading() as connection:
            return accounts(connection)

    def keep_account(self, account: Account, line: JournalLine, require: Requires) -> None:
        """Put *account* in the place of one with its name, and *line* into the journal, unless *require* raises."""
        with self._writing() as connection:
            require(accounts_alone(connection))
            put_account(connection, account)
            connection.execute(insert(schema.journal).values(_row_of(line)))

    def drop_account(self, name: str, line: JournalLine, require: Requires) -> bool:
        """Take out the account with this name, and put *line* into the journal; False where there is none."""
        with self._writing() as connection:
            require(accounts_alone(connection))
            is_there = drop_account(connection, name)
            if is_there:
                connection.execute(insert(schema.journal).values(_row_of(line)))
        return is_there

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with telling(self._case), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        if not self._is_writable:
            raise CaseError(self._case, "cannot be written to; ask for the right to write the file and its folder")
        self._require_file()
        with telling(self._case), self._writing_engine.begin() as connection:
            yield connection
        self._require_file()

    def _require_file(self) -> None:
        """Look whether the file is still there: what is written to one that was taken away is lost."""
        if self._file is None:
            return
        try:
            is_there = self._file.stat().st_ino == self._inode
        except OSError:
            is_there = False
        if not is_there:
            raise CaseError(self._case, "the file was moved or deleted meanwhile; put it back and run this again")


def _row_of(line: JournalLine) -> dict[str, str]:
    return {"id": line.id, "at": line.at.isoformat(), "who": line.who, "kind": line.kind, "value": line.value}
