"""Progress of long work on standard error."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["showing_progress"]

WIDTH = 48
"""Characters of a path that are shown; its end tells more than its beginning."""


@contextmanager
def showing_progress() -> Iterator[Callable[[int, int, str], None]]:
    """Yield a function that shows how far the work is on one line, where a person is looking."""
    is_seen = sys.stderr.isatty()

    def show(done: int, total: int, path: str) -> None:
        if is_seen:
            sys.stderr.write(f"\r\033[Kreading {min(done + 1, total)} of {total}  {path[-WIDTH:]}")
            sys.stderr.flush()

    try:
        yield show
    finally:
        if is_seen:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()
