"""Which documents, claims and sources of a case hold which words."""

from collections.abc import Collection, Mapping, Sequence
from threading import Lock

from stemma.case.looking.lasting import Lasting
from stemma.case.looking.skimming import MOST, Skim
from stemma.case.shelf.keeping import line_of
from stemma.model.listing import ClaimLine, SourceLine
from stemma.model.shelf import RowKind, Sought
from stemma.model.written import read_value
from stemma.ports import Store
from stemma.prose.tokens import Term

__all__ = ["Concordance"]

CLAIMS, SOURCES = "claims", "sources"


class Concordance:
    """
    The words of a case, in the database and in memory; several threads may ask at once.

    What takes long to load is loaded by `load` alone: until that is done, the database is asked, and nobody waits.
    """

    def __init__(self, store: Store) -> None:
        self._store, self._shelf = store, store.shelf
        self._indexing = Lock()
        self._indexed = Lasting(self._shelf.state, self._put_into_index)
        self._skims = Lasting(self._shelf.state, self._read_skim)

    def load(self) -> None:
        """Put new words into the index, and load the lists that are looked through for words."""
        self._indexed.get(())
        for name in (CLAIMS, SOURCES):
            self._skims.get(name)

    def holding(self, terms: Sequence[Term]) -> Collection[str] | None:
        """Return the hashes of the documents that hold all of *terms*; None where that is not known."""
        newest = self._indexed.get(())
        return None if newest is None else self._store.holding(terms, newest)

    def claims(self, words: Sequence[str], count: int, stories: Collection[str] | None) -> Sequence[ClaimLine]:
        """Return the first claims with all of *words*; of these *stories* alone where they are known."""
        skim = self._skims.known(CLAIMS) if stories is None else None
        if skim is not None:
            sought = Sought(RowKind.CLAIM, ids=tuple(skim.first(words, count)))
        else:
            among = None if stories is None else tuple(sorted(stories))
            sought = Sought(RowKind.CLAIM, count=count, words=tuple(words), among=among)
        return [read_value(ClaimLine, value) for value in self._shelf.rows(sought)]

    def sources(self, words: Sequence[str], count: int) -> Sequence[SourceLine]:
        """Return the first sources with all of *words* in their names; to count the others takes longer."""
        skim = self._skims.known(SOURCES)
        if skim is None:
            return [*map(line_of, self._shelf.sources(0, count, words))]
        ids = skim.first(words, count)
        lines = {line.id: line for line in map(line_of, self._shelf.named(ids))}
        return [lines[id] for id in ids if id in lines]  # not those that another program has taken away meanwhile

    def _put_into_index(self, _: tuple[()]) -> Mapping[int, str] | None:
        """Put all words into the index, and return the hashes of the newest layers; None where others are at it."""
        if not self._indexing.acquire(blocking=False):
            return None
        try:
            is_whole = self._store.index(lambda done, total, what: None)
            return {one.layer: one.sha256 for one in self._store.stock()} if is_whole else None
        finally:
            self._indexing.release()

    def _read_skim(self, name: str) -> Skim | None:
        """Return a list by its words; None where it is too long for that."""
        if name == CLAIMS:
            return Skim(self._shelf.words(RowKind.CLAIM)) if self._shelf.count(Sought(RowKind.CLAIM)) <= MOST else None
        return Skim(self._shelf.source_words()) if self._shelf.count_sources() <= MOST else None
