"""The files behind the paths that a user gives."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import SpooledTemporaryFile
from typing import IO

from stemma.errors import UnreadableError

__all__ = ["MAX_BYTES", "STDIN", "File", "find_files"]

STDIN = "-"
MAX_BYTES = 10_000_000
"""A report is kilobytes long and a heavy page some megabytes; what is larger is an archive or a mistake."""
MOST_OF_PRINT = 100_000_000
"""Bytes of a report with its pictures: PDF, DOCX, a letter, a saved page."""
MOST_OF_PIPE = 4_000_000_000
"""Bytes of what comes by a pipe, which is laid on the disk to be looked into."""
IN_MEMORY = 20_000_000
"""Bytes of a pipe below which it is not."""
PIECE = 1 << 20
PRINT = (b"%PDF", b"PK\x03\x04", b"MIME-Version", b"From", b"Received", b"Return-Path", b"Message-ID", b"Delivered-To")
"""How files begin that have pictures or other files inside."""
ENDINGS = (
    *(".txt", ".text", ".md", ".markdown", ".htm", ".html", ".xhtml", ".pdf", ".docx", ".eml", ".mht", ".mhtml"),
    *(".json", ".jsonl", ".ndjson", ".rss", ".atom", ".xml", ".warc", ".arc", ".wacz", ".parquet"),
    *(".json.gz", ".jsonl.gz", ".ndjson.gz", ".xml.gz", ".warc.gz", ".arc.gz"),
)
"""What is taken from a folder, and names without an ending; a file that is named outright is read whatever it is
called."""


@dataclass(frozen=True, slots=True)
class File:
    """A file to read, by the path that the user knows it by."""

    path: str
    is_named: bool
    """The user named the file itself, not the folder it lies in."""

    @contextmanager
    def opened(self) -> Iterator[IO[bytes]]:
        """
        Yield the file, which can be wound back, and close it at the end.

        Raises:
            UnreadableError: It is missing, may not be read, or fails meanwhile.
        """
        try:
            if self.path == STDIN:
                with self._laid_down(sys.stdin.buffer) as file:
                    yield file
                return
            with Path(self.path).open("rb") as file:
                if file.seekable():
                    yield file
                else:
                    with self._laid_down(file) as whole:
                        yield whole
        except FileNotFoundError as error:
            raise UnreadableError(self.path, "no such file or folder; check the path") from error
        except OSError as error:
            raise UnreadableError(self.path, f"cannot be opened: {error.strerror}") from error

    def read(self, file: IO[bytes]) -> bytes:
        """
        Return all of *file*, which is this one opened and at its start.

        Raises:
            UnreadableError: It is too large for a report.
        """
        head = file.read(16)
        most = MOST_OF_PRINT if head.startswith(PRINT) else MAX_BYTES
        data = head + file.read(most + 1 - len(head))
        if len(data) > most:
            limit = f"{most // 1_000_000} MB"
            raise UnreadableError(self.path, f"larger than {limit}, which no report is; split it into its reports")
        return data

    @contextmanager
    def _laid_down(self, pipe: IO[bytes]) -> Iterator[IO[bytes]]:
        with SpooledTemporaryFile(max_size=IN_MEMORY) as whole:
            while piece := pipe.read(PIECE):
                whole.write(piece)
                if whole.tell() > MOST_OF_PIPE:
                    raise UnreadableError(self.path, "does not end; save it as a file first")
            whole.seek(0)
            yield whole


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
        is_text = not path.suffix or path.name.lower().endswith(ENDINGS)
        if is_text and path.is_file() and not any(part.startswith(".") for part in parts):
            yield path
