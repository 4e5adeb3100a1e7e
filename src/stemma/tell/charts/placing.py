"""Marks and labels side by side, none on another."""

from collections.abc import Iterator
from dataclasses import dataclass, field

__all__ = ["RADIUS", "Box", "Field"]

RADIUS = 9.0
"""Of a mark, with room for a number of two digits."""
GAP = 1.5
REACH = 12
"""Marks that one mark may be moved by."""
HIGH = 13.0
"""Pixels that a line of a label takes."""
LETTER = 8.0
"""Pixels of a letter of a label: a digit of the widest of the fonts."""


@dataclass(frozen=True, slots=True)
class Box:
    """What takes room."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Tell whether the two share room."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Tell whether *other* lies inside."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and other.right <= self.right
            and other.bottom <= self.bottom
        )


@dataclass(slots=True)
class Field:
    """The room of a chart, and what is taken of it."""

    marks: Box
    """Where marks may stand."""
    labels: Box
    """Where labels may stand."""
    taken: list[Box] = field(default_factory=list)

    def stand(self, x: float, y: float) -> tuple[float, float]:
        """Return the nearest free place for a mark, rather beside than above its own, and take it."""
        for dx, dy in _AROUND:
            at = _around(x + dx, y + dy, RADIUS)
            if ((dx, dy) == (0, 0) or self.marks.holds(at)) and not self._is_taken(at):
                self.taken.append(_around(x + dx, y + dy, RADIUS + GAP / 2))
                return round(x + dx, 1), round(y + dy, 1)
        return x, y

    def block(self, box: Box) -> None:
        """Keep labels off *box*."""
        self.taken.append(box)

    def label(self, x: float, y: float, letters: int) -> tuple[float, float, str] | None:
        """Return the place, base line and anchor of a mark's label, and take the room; None where none is left."""
        wide = letters * LETTER
        for side, middle, anchor in _beside(x, y, wide):
            left = side if anchor != "middle" else max(self.labels.left, min(side, self.labels.right - wide))
            box = Box(left, middle - HIGH / 2, left + wide, middle + HIGH / 2)
            if self.labels.holds(box) and not self._is_taken(box):
                self.taken.append(box)
                at = {"start": left, "middle": left + wide / 2, "end": left + wide}[anchor]
                return round(at, 1), round(middle + 4, 1), anchor
        return None

    def _is_taken(self, box: Box) -> bool:
        return any(box.meets(other) for other in self.taken)


def _around(x: float, y: float, reach: float) -> Box:
    return Box(x - reach, y - reach, x + reach, y + reach)


def _offsets() -> list[tuple[float, float]]:
    """Return how far a mark may be moved, nearest first: a shift in value weighs three times one in time."""
    step = 2 * RADIUS + GAP
    found = [(dx * step, dy * step) for dx in range(-REACH, REACH + 1) for dy in range(-REACH, REACH + 1)]
    return sorted(found, key=lambda at: (abs(at[0]) + 3 * abs(at[1]), abs(at[1]), -at[0], at[1]))


_AROUND = _offsets()


def _beside(x: float, y: float, wide: float) -> Iterator[tuple[float, float, str]]:
    """Yield the left end, the middle line and the anchor of each place for a label of a mark."""
    aside, above = RADIUS + 4, RADIUS + HIGH / 2 + 3
    yield x + aside, y, "start"
    yield x - aside - wide, y, "end"
    yield x - wide / 2, y + above, "middle"
    yield x - wide / 2, y - above, "middle"
