"""Counts of what was found, what is true, and what is both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field

__all__ = ["Tally"]


@dataclass(slots=True)
class Tally:
    """Counts by kind, whatever the kinds are."""

    found: Counter[Hashable] = field(default_factory=Counter)
    true: Counter[Hashable] = field(default_factory=Counter)
    found_right: Counter[Hashable] = field(default_factory=Counter)
    true_right: Counter[Hashable] = field(default_factory=Counter)

    def add(self, found: Iterable[tuple[Hashable, bool]], true: Iterable[tuple[Hashable, bool]]) -> None:
        """Count the kinds of *found* and *true*, each with whether it has its partner."""
        for kind, is_right in found:
            self.found[kind] += 1
            self.found_right[kind] += is_right
        for kind, is_right in true:
            self.true[kind] += 1
            self.true_right[kind] += is_right

    def precision(self, kind: Hashable) -> float:
        return self.found_right[kind] / max(1, self.found[kind])

    def recall(self, kind: Hashable) -> float:
        return self.true_right[kind] / max(1, self.true[kind])

    def f1(self, kind: Hashable) -> float:
        both = self.precision(kind) + self.recall(kind)
        return 2 * self.precision(kind) * self.recall(kind) / both if both else 0.0
