"""What keeps stories as they were told, as a protocol that adapters fulfil."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Protocol

from stemma.model.shelf import Counts, Found, Named, RowKind, Settled, Sought, Tale, Voice

__all__ = ["Shelf"]


class Shelf(Protocol):
    """Stories that were told, whole and as the rows of lists. All of it can be computed again at any time."""

    def state(self) -> str:
        """Return what all that is told follows from; empty where the telling has not come to its end."""
        ...

    def about(self) -> str:
        """Return what was said of the case as a whole when it was settled; empty before."""
        ...

    def keys(self) -> set[str]:
        """Return the keys of all stories that are there or wait."""
        ...

    def wait(self, written: Mapping[str, str]) -> None:
        """Keep stories, by key, until all of them are told."""
        ...

    def put(
        self,
        keys: Collection[str],
        name: Callable[[Sequence[tuple[str, Voice]]], Named],
        settle: Callable[["Shelf", Collection[str]], Settled],
    ) -> bool:
        """
        Let there be the stories of *keys* and no others, with what follows from all of them, in one step.

        Whoever reads meanwhile has all as it was before.

        Args:
            keys: Of stories that are there or wait.
            name: Names a source as the stories have it that hear it; each comes with its id.
            settle: Says what follows; it is given the shelf as it will be, and the ids of the stories that are new.

        Returns:
            Whether it was done: False where one of *keys* is neither there nor waiting, since another program was
            quicker.
        """
        ...

    def rows(self, sought: Sought) -> Sequence[str]:
        """Return the values of the rows that are *sought*, in the order of their list."""
        ...

    def words(self, kind: RowKind) -> Sequence[tuple[str, str]]:
        """Return id and words of the rows of a list, in its order."""
        ...

    def places(self, sought: Sought) -> Sequence[tuple[str, str, str]]:
        """Return id, story and topic of the rows that are *sought*, in the order of their list."""
        ...

    def count(self, sought: Sought) -> int:
        """Return how many rows are *sought*, wherever they start."""
        ...

    def count_topics(self, kind: RowKind) -> int:
        """Return how many topics the rows of a list have."""
        ...

    def numbers(self, kind: RowKind, ids: Collection[str]) -> Mapping[str, int]:
        """Return for each of *ids* where it comes in its list, from 1, in their order."""
        ...

    def counts(self) -> Sequence[Counts]:
        """Return how much there is in each story."""
        ...

    def stories(self) -> Sequence[str]:
        """Return the ids of all stories, sorted."""
        ...

    def key(self, story: str) -> str | None:
        """Return the key of the story with an id; None where there is none."""
        ...

    def tale(self, story: str, *, is_head: bool = False) -> Tale | None:
        """Return what a story tells, or its head alone; None where there is no such story."""
        ...

    def texts(self, layers: Collection[int]) -> Mapping[int, str]:
        """Return the texts of *layers*."""
        ...

    def home(self, id: str) -> str | None:
        """Return the id of the story that holds a claim, document, attribution or figure."""
        ...

    def beginning(self, start: str, most: int) -> Sequence[str]:
        """Return the ids of such things, *most* of them at most, that begin with *start*."""
        ...

    def found(self, hashes: Collection[str]) -> Sequence[Found]:
        """Return what judgements may speak of in the documents with these hashes."""
        ...

    def sources(self, start: int = 0, count: int | None = None, words: Sequence[str] = ()) -> Sequence[str]:
        """Return sources that are heard and have *words* in their names, the most heard first."""
        ...

    def source_words(self) -> Sequence[tuple[str, str]]:
        """Return id and words of all sources that are heard, in the order of their list."""
        ...

    def count_sources(self, words: Sequence[str] = ()) -> int:
        """Return how many sources are heard and have *words* in their names."""
        ...

    def named(self, ids: Collection[str]) -> Sequence[str]:
        """Return the sources with these ids."""
        ...

    def called(self, name: str) -> Sequence[str]:
        """Return the sources that may go by *name*, heard or not."""
        ...

    def weightiest(self, count: int) -> Sequence[str]:
        """Return the sources with the weightiest positions, the weightiest first."""
        ...

    def heard_in(self, source: str) -> Sequence[str]:
        """Return the ids of the stories in which a source is heard, the one with most of its words first."""
        ...
