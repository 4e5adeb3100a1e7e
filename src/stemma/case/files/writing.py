"""Files that are written whole or not at all."""

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from stemma.errors import OutputError
from stemma.model import Document

__all__ = ["UNENCODABLE", "write_layer", "write_whole", "writing_file", "writing_whole"]

UNENCODABLE = "backslashreplace"
"""What becomes of a file name's bytes that are no text: ``\\udce9``, which is how JSON spells them too."""


@contextmanager
def writing_file(path: Path) -> Iterator[IO[bytes]]:
    """
    Yield a file for bytes that becomes *path* when it is complete; what was there before stays until then.

    Raises:
        OutputError: The folder is missing or may not be written to, or the disk is full.
    """
    with _draft(path) as handle, _telling(path), os.fdopen(handle, "wb") as file:
        yield file


@contextmanager
def writing_whole(path: Path) -> Iterator[Callable[[str], None]]:
    """
    Yield a function that adds text to *path*; what was there before stays until the new file is complete.

    Where the work in between fails or is stopped, nothing is written.

    Raises:
        OutputError: The folder is missing or may not be written to.
    """
    with (
        _draft(path) as handle,
        os.fdopen(handle, "w", encoding="utf-8", errors=UNENCODABLE, newline="") as file,
    ):

        def write(text: str) -> None:
            with _telling(path):
                file.write(text)

        yield write
        with _telling(path):
            file.flush()


def write_whole(path: Path, text: str) -> None:
    """
    Write *text* to *path*; what was there before stays until the new file is complete.

    Raises:
        OutputError: The folder is missing or may not be written to.
    """
    with writing_whole(path) as write:
        write(text)


def write_layer(document: Document, folder: Path) -> None:
    """
    Write the text layer of *document* to ``ID.txt`` in *folder*, as UTF-8: what its offsets count in.

    Raises:
        OutputError: The folder cannot be made or may not be written to.
    """
    with _telling(folder):
        folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / f"{document.id}.txt", document.text)


@contextmanager
def _draft(path: Path) -> Iterator[int]:
    """Yield the handle of a new file, which gets the name *path* when it was closed; it goes where the work fails."""
    with _telling(path):
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        yield handle
        with _telling(path):
            os.chmod(name, 0o644)
            os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def _telling(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise OutputError(str(path), error.strerror or "cannot be written") from error
