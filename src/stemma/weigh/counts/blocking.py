"""What is worth holding against what, where a case has thousands of it."""

from collections.abc import Hashable, Iterable, Sequence

__all__ = ["Blocks"]

FEW = 300
"""So many are all held against each other: what one event gives, and more."""
COMMON = 60
"""In a larger case a mark that more of them have brings none of them together."""


class Blocks:
    """Things by their marks, such as the words that they hold."""

    def __init__(self, marked: Sequence[Iterable[Hashable]], *, common: int = COMMON, few: int = FEW) -> None:
        """Sort the things by *marked*, the marks of each; more than *few* are held together by marks alone."""
        self._all = range(len(marked))
        self._are_few = len(marked) <= few
        self._common = common
        self._having: dict[Hashable, list[int]] = {}
        for number, marks in enumerate(() if self._are_few else marked):
            for mark in set(marks):
                self._having.setdefault(mark, []).append(number)

    def near(self, marks: Iterable[Hashable]) -> Iterable[int]:
        """Return which of the things to hold against one with *marks*, in order: all where they are few."""
        if self._are_few:
            return self._all
        having = (self._having.get(mark, ()) for mark in set(marks))
        return sorted({number for few in having if len(few) <= self._common for number in few})
