"""Progress of long work on standard error."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import typer

__all__ = ["Progress", "showing_progress"]

WIDTH = 48
"""Characters of a path that are shown; its end tells more than its beginning."""


@dataclass(slots=True)
class Progress:
    """One line that says how far the work is, where a person is looking, and the lines that go above it."""

    is_seen: bool
    done: int = 0

    def __call__(self, done: int, total: int, path: str) -> None:
        """Show that *done* of *total* documents are done, and which is next."""
        self.done = done
        if self.is_seen:
            sys.stderr.write(f"\r\033[Kreading {min(done + 1, total)} of {total}  {path[-WIDTH:]}")
            sys.stderr.flush()

    def say(self, text: str) -> None:
        """Tell the user something, in a line of its own."""
        from stemma.tell.layout import clean

        self.clear()
        typer.echo(f"stemma: {clean(text)}", err=True)

    def clear(self) -> None:
        """Take the line away."""
        if self.is_seen:
            sys.stderr.write("\r\033[K")
            sys.stderr.flush()


@contextmanager
def showing_progress(*, is_wanted: bool = True) -> Iterator[Progress]:
    """Yield what shows how far the work is; nothing is shown where nobody looks."""
    progress = Progress(is_wanted and sys.stderr.isatty())
    try:
        yield progress
    finally:
        progress.clear()
