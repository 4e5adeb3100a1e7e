"""The user's Ctrl+C, and a reader of our output that has seen enough."""

import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import typer

__all__ = ["INTERRUPTED", "ending_in_order", "holding_back", "stopping"]

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
def ending_in_order() -> Iterator[None]:
    """End at SIGTERM, and where the terminal is closed, as after an error, so that nothing temporary is left."""
    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = [signal.signal(number, _end) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:
    raise SystemExit(128 + number)


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
