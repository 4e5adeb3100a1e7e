"""How a database is opened: SQLite as one file, PostgreSQL by its URL."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import make_url
from sqlalchemy.pool import QueuePool

from stemma.errors import MissingExtraError

__all__ = ["WRITES", "copy_file", "file_engine", "mark_file", "server_engine"]

WRITES = "stemma_writes"
"""The execution option of a transaction that will write: SQLite gives it the lock at once, or lets it wait."""
PATIENCE = 60.0
"""Seconds that one program waits for another's transaction; each is one document's, which takes milliseconds."""
SERVER_PATIENCE = 15
"""Seconds until a server that does not answer counts as gone."""


def file_engine(path: Path, *, is_writable: bool) -> Engine:
    """
    Return the engine of the SQLite file at *path*, which is there.

    One that may not be written to is opened so that nothing need be written beside it either.
    """
    is_alone = not is_writable and not Path(f"{path}-wal").exists()
    mode = "mode=rw" if is_writable else "mode=ro&immutable=1" if is_alone else "mode=ro"
    address = f"{path.resolve().as_uri()}?{mode}"

    def connect() -> sqlite3.Connection:
        # No transaction of the driver's own: where one begins is said below.
        connection = sqlite3.connect(address, uri=True, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)
    event.listen(engine, "begin", _begin)
    return engine


def mark_file(path: Path, application: int) -> None:
    """
    Make the database at *path*, which nobody uses, one of *application* that others may read while it is written to.

    Its tables are to be there already: what waits in a log beside it is lost where the disk is full at the end.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(f"PRAGMA application_id = {application}")
        connection.execute("PRAGMA journal_mode = WAL")


def copy_file(path: Path, into: Path) -> None:
    """Copy the database at *path*, which may be in use, to a new file."""
    is_alone = not Path(f"{path}-wal").exists()
    address = f"{path.resolve().as_uri()}?{'mode=ro&immutable=1' if is_alone else 'mode=ro'}"
    with closing(sqlite3.connect(address, uri=True)) as source, closing(sqlite3.connect(into)) as target:
        source.backup(target)


def server_engine(address: str) -> Engine:
    """
    Return the engine of the PostgreSQL database at *address*.

    Raises:
        MissingExtraError: The extra ``postgres`` is not installed.
    """
    try:
        import psycopg  # noqa: F401 (whether it is there)
    except ImportError as error:
        raise MissingExtraError("a case on a PostgreSQL server", "postgres") from error
    url = make_url(address).set(drivername="postgresql+psycopg")
    options = {"connect_timeout": SERVER_PATIENCE, "application_name": "stemma"}
    return create_engine(url, connect_args={**options, **url.query} if url.query else options)


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
