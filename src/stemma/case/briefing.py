"""The brief of files: find them, read each, hold them against each other."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from stemma.case.finding import File, find_files
from stemma.errors import NothingToReadError, UnreadableError
from stemma.model import Brief, Notice, Reading
from stemma.pipeline import compare, read_alone
from stemma.readers import choose_reader
from stemma.taggers import OnnxTagger

__all__ = ["Briefing", "Progress", "brief_files"]

Progress = Callable[[int, int, str], None]
"""Called before each document with how many are done, how many there are, and the path of the next."""


@dataclass(frozen=True, slots=True)
class Briefing:
    """A brief, and what kept files out of it."""

    brief: Brief
    unreadable: tuple[UnreadableError, ...]
    """Files that the user named and that could not be read."""


def brief_files(paths: Sequence[str], progress: Progress = lambda done, total, path: None) -> Briefing:
    """
    Return the brief of the documents at *paths*: files, folders or ``-`` for standard input.

    A file that cannot be read is set aside with its reason, and the others are still read.

    Raises:
        NothingToReadError: No document is left.
    """
    files = list(find_files(paths))
    shelf = _Shelf(OnnxTagger())
    for done, file in enumerate(files):
        progress(done, len(files), file.path)
        shelf.take(file)
    progress(len(files), len(files), "")
    if not shelf.readings:
        raise NothingToReadError("; ".join(notice.text for notice in shelf.notices) or _empty(paths))
    brief = compare(list(shelf.readings.values()), shelf.tagger, shelf.notices)
    return Briefing(replace(brief, models=(shelf.tagger.name,)), tuple(shelf.unreadable))


@dataclass(slots=True)
class _Shelf:
    """What was read so far."""

    tagger: OnnxTagger
    readings: dict[str, Reading] = field(default_factory=dict)
    """By the hash of the bytes: two copies of one file are one document."""
    notices: list[Notice] = field(default_factory=list)
    unreadable: list[UnreadableError] = field(default_factory=list)

    def take(self, file: File) -> None:
        try:
            data = file.read()
            sha256 = hashlib.sha256(data).hexdigest()
            if sha256 in self.readings:
                first = self.readings[sha256].document.path
                self.notices.append(Notice(file.path, f"{file.path}: the same bytes as {first}; read once"))
                return
            layer = choose_reader(data, file.path).read(data, file.path)
        except UnreadableError as error:
            self.notices.append(Notice(file.path, str(error)))
            if file.is_named:
                self.unreadable.append(error)
            return
        if layer.note:
            self.notices.append(Notice(file.path, f"{file.path}: {layer.note}"))
        self.readings[sha256] = read_alone(layer, file.path, sha256, self.tagger)


def _empty(paths: Sequence[str]) -> str:
    return f"{', '.join(paths)}: no text or HTML file in it; give files or folders that hold reports"
