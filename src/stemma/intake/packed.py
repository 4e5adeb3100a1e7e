"""Files that gzip has packed, read to the place where they are cut off or damaged."""

import gzip
import io
import zlib
from typing import IO, TYPE_CHECKING, cast

from stemma.read.forms import HEAD

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

__all__ = ["is_at_break", "is_broken", "looked_into", "unpacked"]

_GZIP = b"\x1f\x8b"


class Unpacked(io.RawIOBase):
    """
    What gzip has packed in a file.

    Where it is cut off or damaged it ends, as any file does, so that all that stands before comes out of whatever
    reads it, which an error would keep back. Who has read it asks whether it `is_broken`.
    """

    def __init__(self, packed: IO[bytes]) -> None:
        """Unpack *packed*, which can be wound back."""
        self._gzip = gzip.GzipFile(fileobj=packed)
        self.is_broken = False
        """It is known to be cut off or damaged in some place."""
        self.is_at_break = False
        """Reading has come to that place."""

    def readable(self) -> bool:
        """Tell that it can be read."""
        return True

    def seekable(self) -> bool:
        """Tell that it can be wound back."""
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        """Put what comes next into *buffer*, and return how many bytes it is."""
        place = memoryview(buffer).cast("B")
        data = b"" if self.is_at_break else self._next(len(place))
        place[: len(data)] = data
        return len(data)

    def seek(self, place: int, whence: int = io.SEEK_SET, /) -> int:
        """Go to *place*."""
        self.is_at_break = False
        return self._gzip.seek(place, whence)

    def tell(self) -> int:
        """Return how many bytes were unpacked."""
        return self._gzip.tell()

    def _next(self, size: int) -> bytes:
        try:
            return self._gzip.read1(size)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            self.is_broken = self.is_at_break = True
            return b""


def unpacked(file: IO[bytes]) -> IO[bytes]:
    """Return *file*, or what gzip has packed in it; either can be wound back."""
    if not looked_into(file).startswith(_GZIP):
        return file
    return cast("IO[bytes]", io.BufferedReader(Unpacked(file)))


def looked_into(file: IO[bytes]) -> bytes:
    """Return the first bytes of *file*, which is at its start again then."""
    head = file.read(HEAD)
    file.seek(0)
    return head


def is_broken(file: IO[bytes]) -> bool:
    """Tell whether *file*, of `unpacked`, is known to be cut off or damaged in some place."""
    below = getattr(file, "raw", None)
    return isinstance(below, Unpacked) and below.is_broken


def is_at_break(file: IO[bytes]) -> bool:
    """Tell whether reading *file*, of `unpacked`, has come to the place where it is cut off or damaged."""
    below = getattr(file, "raw", None)
    return isinstance(below, Unpacked) and below.is_at_break
