"""A part of a list whose lines stand in groups, so that a page shows so many lines and each under its group."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Group", "slice_groups"]

Head = TypeVar("Head")
Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Group(Generic[Head, Line]):
    """Lines under one head."""

    head: Head
    lines: tuple[Line, ...]
    before: int = 0
    """Lines of it that stand on the pages before."""
    after: int = 0
    """Lines of it that are left for the next page."""


def slice_groups(groups: Sequence[tuple[Head, Sequence[Line]]], start: int, count: int) -> Iterator[Group[Head, Line]]:
    """Yield *count* lines of *groups*, counted through from *start* on, each group with what of it is shown."""
    at = 0
    for head, lines in groups:
        first, last = max(start - at, 0), min(start + count - at, len(lines))
        if first < last:
            yield Group(head, tuple(lines[first:last]), first, len(lines) - last)
        at += len(lines)
