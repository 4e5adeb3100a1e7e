"""A folder for what is kept for a moment, which is gone at the end, also after a program that was killed."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

try:
    import fcntl
except ImportError:  # Windows, which deletes no file that is open, and has a broom of its own
    fcntl = None  # type: ignore[assignment]

__all__ = ["scratch_folder"]

PREFIX = "stemma-look-"
LOCK = "in-use"
"""A file that is locked as long as the program lives which made the folder, however it ends."""


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Yield a folder of one's own; those that killed programs have left behind are taken away."""
    _sweep(Path(tempfile.gettempdir()))
    with tempfile.TemporaryDirectory(prefix=PREFIX) as made:
        folder = Path(made)
        with (folder / f"{LOCK}-soon").open("wb") as lock:
            _is_free(lock)
            (folder / f"{LOCK}-soon").rename(folder / LOCK)  # never there without being locked
            yield folder


def _sweep(place: Path) -> None:
    if fcntl is None:
        return
    for folder in place.glob(f"{PREFIX}*"):
        with suppress(OSError):  # of somebody else, or gone meanwhile
            if not folder.is_symlink() and folder.stat().st_uid == os.geteuid():
                with (folder / LOCK).open("rb+") as lock:
                    if _is_free(lock):
                        shutil.rmtree(folder, ignore_errors=True)


def _is_free(lock: IO[bytes]) -> bool:
    """Lock a file, and tell whether nobody else had locked it."""
    if fcntl is None:
        return False
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
