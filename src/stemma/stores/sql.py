"""A case in a database, SQLite or PostgreSQL: the same statements on both."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from sqlalchemy import Engine
from sqlalchemy.exc import IntegrityError

from stemma.model.archive import Held
from stemma.model.copy import Article
from stemma.prose.tokens import Term
from stemma.stores.archive import SqlArchive
from stemma.stores.indexing import holding, index_layers, unindexed
from stemma.stores.journal import SqlJournal
from stemma.stores.merging import articles, kin, merge
from stemma.stores.readings import SqlReadings
from stemma.stores.shelving import SqlShelf

__all__ = ["SqlStore"]

AT_ONCE = 100
"""Layers that are indexed in one transaction: a stop loses no more than these."""


class SqlStore(SqlArchive, SqlReadings, SqlJournal):
    """Fulfils `stemma.ports.Store`; each call is one transaction."""

    def __init__(self, engine: Engine, case: str, file: Path | None, *, is_writable: bool) -> None:
        super().__init__(engine, case, file, is_writable=is_writable)
        self.shelf = SqlShelf(self._reading, self._writing)

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
