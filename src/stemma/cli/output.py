"""Results, on standard output or in the file that the user names."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import typer

from stemma.cli.stopping import holding_back

__all__ = ["is_terminal", "takes_color", "writing"]


def takes_color(output: Path | None) -> bool:
    """A terminal does, unless its user has said NO_COLOR (https://no-color.org: any value but an empty one)."""
    return is_terminal(output) and not os.environ.get("NO_COLOR")


def is_terminal(output: Path | None) -> bool:
    """Tell whether what is written is shown to a person at once."""
    return output is None and sys.stdout.isatty()


def writing(output: Path | None) -> AbstractContextManager[Callable[[str], None]]:
    """
    Return what yields a function that writes text.

    To standard output it goes at once, and whole also where the user stops the program meanwhile;
    to a file when all is done.
    """
    from stemma.case import writing_whole

    return _showing() if output is None else writing_whole(output)


@contextmanager
def _showing() -> Iterator[Callable[[str], None]]:
    from stemma.case import UNENCODABLE

    def show(text: str) -> None:
        if not text:
            return
        data = text.encode("utf-8", UNENCODABLE)
        with holding_back():
            # Into a pipe go bytes: UTF-8, with the line ends as they are, on every system.
            typer.echo(data.decode() if is_terminal(None) else data, nl=False)

    yield show
