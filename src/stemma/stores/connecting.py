"""The database of a case, asked and written to in one transaction a call."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine

from stemma.errors import CaseError
from stemma.stores.engines import WRITES
from stemma.stores.migrating import HEAD, bring_up, revision_of
from stemma.stores.telling import telling

__all__ = ["Connected", "Opens"]

Opens = Callable[[], AbstractContextManager[Connection]]
"""Begins one transaction."""


class Connected:
    """What all that a store keeps is in."""

    def __init__(self, engine: Engine, case: str, file: Path | None, *, is_writable: bool) -> None:
        self._engine = engine
        self._writing_engine = engine.execution_options(**{WRITES: True})
        self._case = case
        self._file = file
        self._inode = file.stat().st_ino if file else 0
        self._is_writable = is_writable

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
