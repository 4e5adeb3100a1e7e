"""What reads and compares many documents, as protocols that adapters fulfil."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from stemma.errors import UnreadableError
from stemma.model import Brief, Reading
from stemma.model.batch import Job, Stage, Summary
from stemma.model.item import Item

__all__ = ["BatchProgress", "Engine", "Stages"]


class Stages(Protocol):
    """What is done with documents, wherever it is done; it can be sent to other processes."""

    def files(self, inputs: Sequence[str]) -> Sequence[str]:
        """
        Return the files behind *inputs*, each once, sorted.

        Raises:
            NothingToReadError: There are none.
        """
        ...

    def open(self, file: str) -> Iterator[tuple[Item | UnreadableError, float]]:
        """Yield the documents in *file*, or why one cannot be taken out, and which part of the file lies behind."""
        ...

    def read(self, item: Item) -> Reading:
        """
        Return what one document says.

        Raises:
            UnreadableError: It holds no text that we can read.
        """
        ...

    def tell(self, readings: Sequence[Reading]) -> Brief:
        """Return what the documents of one story say together."""
        ...


class BatchProgress(Protocol):
    """Is told how far a batch is."""

    def at(self, part: float, file: str) -> None:
        """Note that *part* (0 to 1) of the input lies behind, and which file is open."""
        ...

    def done(self, stage: Stage, documents: int, *, is_new: bool = True) -> None:
        """Note that so many documents are through *stage*; they were so before where not *is_new*."""
        ...


class Engine(Protocol):
    """Reads and compares many documents; every engine writes the same rows."""

    def run(self, job: Job, stages: Stages, progress: BatchProgress) -> Summary:
        """
        Do *job*, going on from where it was stopped, and return what became of it.

        Raises:
            NothingToReadError: There is nothing to read.
            BatchError: The tables cannot be written, or a service that is needed does not answer.
        """
        ...
