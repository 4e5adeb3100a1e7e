"""Files read as streams that never give more than a document may have before the document ends."""

from typing import IO

from stemma.errors import UnreadableError

__all__ = ["MOST_OF_ITEM", "Bounded"]

MOST_OF_ITEM = 10_000_000
"""Bytes of one document; a report is kilobytes long and a heavy page some megabytes."""


class Bounded:
    """A file that may be read on only while documents keep coming out of it."""

    def __init__(self, file: IO[bytes], path: str) -> None:
        """Read from *file*, which the user knows as *path*."""
        self._file, self._path = file, path
        self._since = 0

    def read(self, size: int = -1) -> bytes:
        """
        Return the next bytes.

        Raises:
            UnreadableError: One document has not ended after as many bytes as none has.
        """
        data = self._file.read(size)
        self._since += len(data)
        if self._since > MOST_OF_ITEM:
            limit = f"{MOST_OF_ITEM // 1_000_000} MB"
            raise UnreadableError(self._path, f"one document in it is larger than {limit}, which no report is")
        return data

    def restart(self, skipped: int = 0) -> None:
        """Say that a document, or a part of the file that is none, has ended; *skipped* bytes more belong to it."""
        self._since = -skipped
