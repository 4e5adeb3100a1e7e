"""The documents behind files, those that many are kept in taken apart, each with its own bytes."""

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import IO

from stemma.case.files.finding import File
from stemma.errors import MissingExtraError, UnreadableError
from stemma.intake import items_of
from stemma.model.archive import Arrival
from stemma.model.item import Item

__all__ = ["NO_NAMES", "arrival_of", "is_inside", "take", "take_from"]

NO_NAMES: Mapping[str, str] = {}
"""No key of a record is named by the user; those that data sets use are known."""


def take(file: File, names: Mapping[str, str] = NO_NAMES) -> Iterator[Item | UnreadableError]:
    """
    Yield the one document that *file* is, or the many in it, and why anything in it cannot be taken.

    Args:
        file: Read as a stream; no more than one document of it is in memory at a time.
        names: Which key of a JSON record holds which part of a document.
    """
    try:
        with file.opened() as stream:
            yield from take_from(stream, file, names)
    except UnreadableError as error:
        yield error


def take_from(stream: IO[bytes], file: File, names: Mapping[str, str] = NO_NAMES) -> Iterator[Item | UnreadableError]:
    """Do what `take` does with *file*, which *stream* is when it is opened."""
    try:
        items = items_of(stream, file.path, names)
        if items is None:
            yield Item(file.path, file.read(stream))
            return
        is_empty = True
        for item in items:
            is_empty = False
            yield item
        if is_empty:
            yield UnreadableError(file.path, "has no documents in it")
    except MissingExtraError as error:
        yield UnreadableError(file.path, str(error).removeprefix(f"{file.path}: "))
    except UnreadableError as error:
        yield error


def is_inside(path: str, file: File) -> bool:
    """Tell whether *path* is that of one of many documents in *file*."""
    return path != file.path and path.startswith(f"{file.path}#")


def arrival_of(item: Item) -> Arrival:
    """Return *item* as it came to a case: what a crawl fetched from its address then, all else by its path now."""
    is_fetched = item.at is not None and item.url is not None
    address = item.url if is_fetched and item.url else item.path
    return Arrival(address, item.data, item.at or datetime.now(UTC), item.headers)
