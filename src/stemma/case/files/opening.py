"""Files opened one after another, each text once, with a word on those that are left out."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from stemma.case.files.finding import File, find_files
from stemma.case.files.taking import NO_NAMES, is_inside, take
from stemma.errors import NothingToReadError, UnreadableError
from stemma.model import Layer, Notice
from stemma.model.item import Item
from stemma.readers import choose_reader

__all__ = ["Opened", "Opening", "Progress"]

SHOWN = 4
"""Reasons that are told why documents of one file were left out, the most frequent first."""
Progress = Callable[[int, int, str], None]
"""Called before each document with how many are done, how many there are, and the path of the next."""


@dataclass(frozen=True, slots=True)
class Opened:
    """The text layer of one document."""

    layer: Layer
    path: str
    sha256: str
    """Of the bytes."""


@dataclass(slots=True)
class Opening:
    """
    The texts behind *paths*, opened when they are asked for and not kept.

    A file that cannot be read is told to *notify* with its reason and left out, and so is one
    whose bytes were read before: of each text no more than a hash stays in memory. Of a file that holds
    many documents, those that cannot be read are told together.
    """

    paths: Sequence[str]
    notify: Callable[[Notice], None]
    progress: Progress = lambda done, total, path: None
    unreadable: list[UnreadableError] = field(default_factory=list)
    """Files that the user named and that could not be read."""
    names: Mapping[str, str] = field(default_factory=lambda: NO_NAMES)
    """Which key of a JSON record holds which part of a document."""
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
                f"{', '.join(self.paths)}: no report in it; give files or folders that hold reports"
            )
        for done, file in enumerate(files):
            self.progress(done, len(files), file.path)
            yield from self._open(file)
        self.progress(len(files), len(files), "")

    def _open(self, file: File) -> Iterator[Opened]:
        left: Counter[str] = Counter()
        opened = 0
        for item in take(file, self.names):
            try:
                drawn = self._draw(item)
            except UnreadableError as error:
                if is_inside(error.path, file):
                    left[error.reason] += 1
                else:
                    self._refuse(file, error)
            else:
                opened += 1
                yield drawn
        if left:
            reasons = ", ".join(f"{count:,} {reason}" for reason, count in left.most_common(SHOWN))
            self._tell(
                file, f"{file.path}: of {opened + left.total():,} documents {left.total():,} left out: {reasons}"
            )

    def _draw(self, item: Item | UnreadableError) -> Opened:
        """
        Return the text layer of *item*.

        Raises:
            UnreadableError: It has none, or its bytes were read before.
        """
        if isinstance(item, UnreadableError):
            raise item
        sha256 = hashlib.sha256(item.data).hexdigest()
        if sha256 in self._first:
            raise _RepeatedError(item.path, f"the same bytes as {self._first[sha256]}; read once")
        layer = choose_reader(item.data, item.path).read(item.data, item.path)
        self._first[sha256] = item.path
        if layer.note:
            self.notify(Notice(item.path, f"{item.path}: {layer.note}"))
        return Opened(replace(layer, url=layer.url or item.url), item.path, sha256)

    def _refuse(self, file: File, error: UnreadableError) -> None:
        self._tell(file, str(error))
        if file.is_named and not isinstance(error, _RepeatedError):
            self.unreadable.append(error)

    def _tell(self, file: File, text: str) -> None:
        self.notify(Notice(file.path, text))


class _RepeatedError(UnreadableError):
    """Some bytes were read before, which is no fault."""
