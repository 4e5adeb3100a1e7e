"""What people said of a case, who may look into it, and where long work stands, in the tables of a database."""

from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import insert, select, update

from stemma.model.account import Account
from stemma.model.journal import JournalLine
from stemma.stores import schema
from stemma.stores.accounts import accounts, accounts_alone, drop_account, put_account
from stemma.stores.connecting import Connected
from stemma.stores.packing import hash_text, time_of

__all__ = ["SqlJournal"]

Requires = Callable[[Sequence[Account]], None]


class SqlJournal(Connected):
    """Fulfils `stemma.ports.Journal`, `Marks` and `Accounts`."""

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


def _row_of(line: JournalLine) -> dict[str, str]:
    return {"id": line.id, "at": line.at.isoformat(), "who": line.who, "kind": line.kind, "value": line.value}
