"""The value axis of a chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from stemma.tell.wording import number

__all__ = ["Level", "Scale"]

SPREAD = 30.0
"""From this ratio of largest to smallest on, the axis is logarithmic: else the small ones lie on the floor."""
NEAR = 1.25
"""Up to this ratio the axis does not begin at zero: all would lie on one line below its top."""
LEVELS = 5
"""Lines above the floor, at most."""


@dataclass(frozen=True, slots=True)
class Level:
    """A line of the value axis."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Scale:
    """Values to pixels, from *bottom* up to *top*."""

    low: float
    high: float
    top: float
    bottom: float
    is_log: bool
    step: float = 1.0
    """From line to line, where the axis is not logarithmic."""

    @classmethod
    def over(cls, values: Sequence[float], top: float, bottom: float) -> "Scale":
        """Return the axis that holds *values*, of which there is one at least."""
        low, high = min(values), max(values)
        if low > 0 and high / low >= SPREAD:
            return cls(10.0 ** floor(log10(low)), 10.0 ** ceil(log10(high)), top, bottom, is_log=True)
        is_whole = all(value == int(value) for value in values)
        if 0 < low < high <= low * NEAR:
            step = _step(high - low, is_whole=is_whole)
            under = step * floor(low / step - 0.5)  # nothing lies on the floor, as if it were nothing
            return cls(under, step * ceil(high / step), top, bottom, is_log=False, step=step)
        step = _step(max(high, -low), is_whole=is_whole)
        bottom_value, top_value = step * floor(min(0.0, low) / step), step * max(ceil(high / step), 1)
        return cls(bottom_value, top_value, top, bottom, is_log=False, step=step)

    @property
    def note(self) -> str:
        """What a reader must know to read the heights right; nothing where they are as one expects."""
        if self.is_log:
            return "Logarithmic: from line to line it is ten times as much or more, not as much again."
        return "The scale does not begin at zero." if self.low > 0 else ""

    def y(self, value: float) -> float:
        """Return how high a value stands."""
        if self.is_log:
            share = (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low))
        else:
            share = (value - self.low) / (self.high - self.low)
        return round(self.bottom - share * (self.bottom - self.top), 1)

    def levels(self) -> tuple[Level, ...]:
        """Return the lines with round values."""
        if self.is_log:
            first, last = round(log10(self.low)), round(log10(self.high))
            values = [10.0**power for power in range(first, last + 1, ceil((last - first) / LEVELS))]
        else:
            values = [self.low + self.step * n for n in range(round((self.high - self.low) / self.step) + 1)]
        return tuple(Level(self.y(value), number(round(value, 9))) for value in values)


def _step(length: float, *, is_whole: bool) -> float:
    """Return a round distance that divides an axis of this length into two to five parts; of whole things no half."""
    if length <= 0:
        return 1.0
    power = 10.0 ** floor(log10(length))
    steps = (power * part for part in (0.2, 0.5, 1, 2, 5))
    return next(step for step in steps if length / step <= LEVELS and (step >= 1 or not is_whole))
