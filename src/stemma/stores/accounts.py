"""Who may look into a case, in its tables."""

from sqlalchemy import Connection, delete, insert, select, text

from stemma.model.account import Account, Role
from stemma.stores import schema
from stemma.stores.packing import time_of

__all__ = ["accounts", "accounts_alone", "drop_account", "put_account"]


def accounts(connection: Connection) -> list[Account]:
    """Return all of them, sorted by name."""
    rows = connection.execute(select(schema.account))
    return sorted((Account(r.name, Role(r.role), r.secret, time_of(r.at)) for r in rows), key=lambda one: one.name)


def accounts_alone(connection: Connection) -> list[Account]:
    """Return all of them, which nobody else changes until the transaction, one that writes, has come to its end."""
    if connection.dialect.name == "postgresql":  # SQLite lets one write at a time
        connection.execute(text("LOCK TABLE account IN SHARE ROW EXCLUSIVE MODE"))
    return accounts(connection)


def put_account(connection: Connection, account: Account) -> None:
    """Put *account* in the place of one with its name."""
    drop_account(connection, account.name)
    row = {"name": account.name, "role": account.role.value, "secret": account.secret, "at": account.at.isoformat()}
    connection.execute(insert(schema.account).values(row))


def drop_account(connection: Connection, name: str) -> bool:
    """Take out the account with this name, and tell whether there was one."""
    return bool(connection.execute(delete(schema.account).where(schema.account.c.name == name)).rowcount)
