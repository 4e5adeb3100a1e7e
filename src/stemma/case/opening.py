"""Files opened one after another, each text once, with a word on those that are left out."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from stemma.case.finding import File, find_files
from stemma.errors import NothingToReadError, UnreadableError
from stemma.model import Layer, Notice
from stemma.readers import choose_reader

__all__ = ["Opened", "Opening", "Progress"]

Progress = Callable[[int, int, str], None]
"""Called before each document with how many are done, how many there are, and the path of the next."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The text layer of one file."""

    layer: Layer
    path: str
    sha256: str
    """Of the bytes."""


@dataclass(slots=True)
class Opening:
    """
    The texts behind *paths*, opened when they are asked for and not kept.

    A file that cannot be read is told to *notify* with its reason and left out, and so is one
    whose bytes were read before: of each text no more than a hash stays in memory.
    """

    paths: Sequence[str]
    notify: Callable[[Notice], None]
    progress: Progress = lambda done, total, path: None
    unreadable: list[UnreadableError] = field(default_factory=list)
    """Files that the user named and that could not be read."""
    _first: dict[str, str] = field(default_factory=dict)
    """The path under which some bytes were first read, by their hash."""

    def __iter__(self) -> Iterator[Opened]:
        """
        Yield the texts, sorted by path.

        Raises:
            NothingToReadError: The paths lead to no file at all.
        """
        files = list(find_files(self.paths))
        if not files:
            raise NothingToReadError(
                f"{', '.join(self.paths)}: no text or HTML file in it; give files or folders that hold reports"
            )
        for done, file in enumerate(files):
            self.progress(done, len(files), file.path)
            opened = self._open(file)
            if opened is not None:
                yield opened
        self.progress(len(files), len(files), "")

    def _open(self, file: File) -> Opened | None:
        try:
            data = file.read()
            sha256 = hashlib.sha256(data).hexdigest()
            if sha256 in self._first:
                self._tell(file, f"{file.path}: the same bytes as {self._first[sha256]}; read once")
                return None
            layer = choose_reader(data, file.path).read(data, file.path)
        except UnreadableError as error:
            self._tell(file, str(error))
            if file.is_named:
                self.unreadable.append(error)
            return None
        self._first[sha256] = file.path
        if layer.note:
            self._tell(file, f"{file.path}: {layer.note}")
        return Opened(layer, file.path, sha256)

    def _tell(self, file: File, text: str) -> None:
        self.notify(Notice(file.path, text))
