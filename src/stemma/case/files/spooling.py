"""Pieces of what is told that lie on the disk until all of them are there."""

from collections.abc import Iterable, Iterator
from typing import IO

from stemma.tell.portion import Piece

__all__ = ["Spool"]


class Spool:
    """Takes pieces in any order and gives them back in that of their places; of one place, the first that came."""

    def __init__(self, file: IO[bytes]) -> None:
        """Keep their texts in *file*, which is empty."""
        self._file = file
        self._lies: dict[tuple[object, ...], tuple[int, int, str]] = {}

    def take(self, pieces: Iterable[Piece]) -> None:
        """Take *pieces*."""
        for piece in pieces:
            if piece.place not in self._lies:
                data = piece.text.encode("utf-8", "surrogatepass")
                self._lies[piece.place] = self._file.tell(), len(data), piece.glue
                self._file.write(data)

    def __iter__(self) -> Iterator[Piece]:
        for place in sorted(self._lies):
            at, length, glue = self._lies[place]
            self._file.seek(at)
            yield Piece(place, self._file.read(length).decode("utf-8", "surrogatepass"), glue)
