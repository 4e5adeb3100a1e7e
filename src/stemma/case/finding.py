"""The files behind the paths that a user gives."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from stemma.errors import UnreadableError

__all__ = ["MAX_BYTES", "STDIN", "File", "find_files"]

STDIN = "-"
MAX_BYTES = 10_000_000
"""A report is kilobytes long and a heavy page some megabytes; what is larger is an archive or a mistake."""
SUFFIXES = frozenset({".txt", ".text", ".md", ".htm", ".html", ".xhtml", ""})
"""What is taken from a folder; a file that is named outright is read whatever it is called."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to read, by the path that the user knows it by."""

    path: str
    is_named: bool
    """The user named the file itself, not the folder it lies in."""

    def read(self) -> bytes:
        """
        Return the bytes.

        Raises:
            UnreadableError: The file is missing, may not be read, or is too large for a report.
        """
        if self.path == STDIN:
            return self._within_bounds(sys.stdin.buffer.read(MAX_BYTES + 1))
        try:
            with Path(self.path).open("rb") as file:
                return self._within_bounds(file.read(MAX_BYTES + 1))
        except FileNotFoundError as error:
            raise UnreadableError(self.path, "no such file or folder; check the path") from error
        except OSError as error:
            raise UnreadableError(self.path, f"cannot be opened: {error.strerror}") from error

    def _within_bounds(self, data: bytes) -> bytes:
        if len(data) > MAX_BYTES:
            limit = f"{MAX_BYTES // 1_000_000} MB"
            raise UnreadableError(self.path, f"larger than {limit}, which no report is; split it into its reports")
        return data


def find_files(paths: Sequence[str]) -> Iterator[File]:
    """
    Yield the files behind *paths*, each once, sorted: the order that they are given in does not matter.

    Folders are searched to any depth; hidden files and names that are no text's are left out.
    """
    found: dict[str, File] = {}
    for path in paths:
        if path != STDIN and Path(path).is_dir():
            for inside in _inside(Path(path)):
                found.setdefault(str(inside), File(str(inside), is_named=False))
        else:
            found[path] = File(path, is_named=True)
    yield from (found[path] for path in sorted(found))


def _inside(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        parts = path.relative_to(folder).parts
        if path.is_file() and path.suffix.lower() in SUFFIXES and not any(part.startswith(".") for part in parts):
            yield path
