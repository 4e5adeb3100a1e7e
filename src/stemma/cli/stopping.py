"""The user's Ctrl+C, and a reader of our output that has seen enough."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import typer

__all__ = ["INTERRUPTED", "holding_back", "stopping"]

INTERRUPTED = 130
"""What a shell expects of a program that Ctrl+C ended."""


@contextmanager
def stopping(say: Callable[[], str]) -> Iterator[None]:
    """End on Ctrl+C with one line, and quietly where nobody reads on, as in ``| head``; *say* what was done."""
    try:
        yield
    except KeyboardInterrupt:
        typer.echo(f"stemma: interrupted; {say()}", err=True)
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(0) from None


@contextmanager
def holding_back() -> Iterator[None]:
    """Let a Ctrl+C wait until the block is done."""
    waiting: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, frame: waiting.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if waiting:
        raise KeyboardInterrupt
