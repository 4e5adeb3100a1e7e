"""Files that are written whole or not at all."""

import os
import tempfile
from pathlib import Path

from stemma.errors import OutputError

__all__ = ["write_whole"]


def write_whole(path: Path, text: str) -> None:
    """
    Write *text* to *path*; what was there before stays until the new file is complete.

    Raises:
        OutputError: The folder is missing or may not be written to.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise OutputError(str(path), error.strerror or "cannot be written") from error
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        os.chmod(name, 0o644)
        os.replace(name, path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise OutputError(str(path), error.strerror or "cannot be written") from error
