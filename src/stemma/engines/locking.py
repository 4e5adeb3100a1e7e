"""One run at a time in a folder."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from stemma.engines.folders import Folder
from stemma.errors import BatchError

__all__ = ["locked"]

LOCK = "lock"
"""The file in `_work` that a run holds."""


@contextmanager
def locked(out: Folder) -> Iterator[None]:
    """
    Keep other runs from writing into *out* meanwhile; on an object store, which knows no locks, nothing does.

    The lock is the one of SQLite: the system's own, on each system, let go by it when the process ends in any way.

    Raises:
        BatchError: Another run writes into it, or nobody may.
    """
    place = out.local
    if place is None:
        yield
        return
    try:
        (place / "_work").mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(place / "_work" / LOCK, timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise BatchError(out.url, f"cannot be written to: {error}; mend it and run this again") from error
    with closing(lock):
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.Error as error:
            is_held = error.sqlite_errorcode == sqlite3.SQLITE_BUSY
            reason = "another run writes into it; wait until it has ended, or give another --out"
            raise BatchError(out.url, reason if is_held else f"cannot be locked: {error}") from error
        yield
