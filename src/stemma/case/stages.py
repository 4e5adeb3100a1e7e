"""The stages as an engine is given them."""

import os
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from hashlib import sha256
from io import BufferedReader
from os import SEEK_END
from pathlib import Path
from typing import IO

from stemma.case.files.drawing import is_url
from stemma.case.files.finding import File, find_files
from stemma.case.files.taking import NO_NAMES, take_from
from stemma.errors import NothingToReadError, UnreadableError
from stemma.model import Brief, Reading
from stemma.model.item import Item
from stemma.pipeline import read_alone, tell_story
from stemma.readers import choose_reader
from stemma.taggers import OnnxTagger

__all__ = ["ShippedStages"]

_TABLES = re.compile("_work/|set_aside/|[a-z]+/began=")
"""How the names of what a batch writes begin, below its folder."""


@dataclass(frozen=True, slots=True)
class ShippedStages:
    """Fulfils `stemma.ports.Stages` with what ships with Stemma; the model is loaded once a process."""

    names: Mapping[str, str] = field(default_factory=lambda: NO_NAMES)
    """Which key of a JSON record holds which part of a document."""
    out: str = ""
    """Where the tables go, which are no input of the next run."""

    def files(self, inputs: Sequence[str]) -> Sequence[str]:
        """
        Return the files behind *inputs*, each once, sorted.

        Raises:
            NothingToReadError: There are none.
        """
        from stemma.engines.folders import files_at

        local = [file.path for file in find_files([path for path in inputs if not is_url(path)])]
        there = {*local, *(file for url in inputs if is_url(url) for file in files_at(url))}
        found = sorted(file for file in there if not self._is_written(file))
        if not found:
            raise NothingToReadError(f"{', '.join(inputs)}: nothing to read in it; give folders or files with reports")
        return found

    def _is_written(self, file: str) -> bool:
        """Tell whether *file* is one that an earlier run has written."""
        place, root = _place(file), _place(self.out) + "/"
        return bool(self.out) and place.startswith(root) and bool(_TABLES.match(place, len(root)))

    def open(self, file: str) -> Iterator[tuple[Item | UnreadableError, float]]:
        """Yield the documents in *file*, or why one cannot be taken out, and which part of the file lies behind."""
        source = File(file, is_named=True)
        try:
            with _opened(source) as (stream, size):
                for item in take_from(stream, source, self.names):
                    yield item, min(1.0, stream.tell() / size) if size else 1.0
        except UnreadableError as error:
            yield error, 1.0

    def read(self, item: Item) -> Reading:
        """
        Return what one document says.

        Raises:
            UnreadableError: It holds no text that we can read.
        """
        layer = choose_reader(item.data, item.path).read(item.data, item.path)
        layer = replace(layer, url=layer.url or item.url)
        return read_alone(layer, item.path, sha256(item.data).hexdigest(), _tagger())

    def tell(self, readings: Sequence[Reading]) -> Brief:
        """Return what the documents of one story say together."""
        return tell_story(readings, _tagger())


def _place(path: str) -> str:
    return path.rstrip("/") if is_url(path) else Path(os.path.abspath(path)).as_posix()


@contextmanager
def _opened(file: File) -> Iterator[tuple[IO[bytes], int]]:
    """Yield *file*, on this machine or on another, with its size."""
    if is_url(file.path):
        from stemma.engines.folders import open_file

        with open_file(file.path) as stream:
            size = stream.size()
            yield BufferedReader(stream), size  # Arrow's own file reads no lines
        return
    with file.opened() as stream:
        size = stream.seek(0, SEEK_END)
        stream.seek(0)
        yield stream, size


@cache
def _tagger() -> OnnxTagger:
    return OnnxTagger(threads=1)
