"""When a reading is what was wanted, and how often it was."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from benchmarks.quantities.reading import Reading
from stemma.model import Bound

__all__ = ["Count", "Wanted", "match"]

CHANGES = {"~": {Bound.ABOUT}, ">": {Bound.MORE_THAN, Bound.AT_LEAST}, "<": {Bound.LESS_THAN, Bound.AT_MOST}}
PLAIN = {Bound.EXACT, Bound.RANGE}
_NUMBER = re.compile(r"(?:^-|(?<=--)|(?<=\s-))?\d+(?:\.\d+)?(?:E-?\d+)?")


@dataclass(frozen=True, slots=True)
class Wanted:
    """One quantity as somebody wrote it down."""

    ends: frozenset[float]
    bounds: frozenset[Bound]
    """Empty where any will do."""
    unit: str
    text: str

    @classmethod
    def of_news(cls, quantity: Mapping[str, str]) -> "Wanted":
        """Return a quantity of NewsQuant."""
        change, value = quantity["change"], quantity["value"]
        ends = frozenset(round(abs(float(number)), 6) for number in _NUMBER.findall(value.replace(" ", "")))
        bounds = frozenset() if change in ("up", "down") else frozenset(CHANGES.get(change, PLAIN))
        return cls(ends, bounds, quantity["normalized_unit"], f"{change} {value} {quantity['unit']}")

    def is_value_of(self, reading: Reading) -> bool:
        """Tell whether *reading* has both ends; an open one ("dozens") need only lie within."""
        is_open = reading.high is None or (bool(reading.low) and reading.high / (reading.low or 1) > 4)
        if is_open:
            return min(self.ends) <= (reading.low or 0) <= max(self.ends) or reading.ends == self.ends
        return reading.ends == self.ends

    def is_unit_of(self, reading: Reading) -> bool:
        """Tell whether a word of the unit begins alike in both."""
        words = re.findall(r"\w+", reading.unit.casefold())
        return self.unit in ("-", "") or any(word.rstrip("s")[:4] in self.unit.casefold() for word in words)


@dataclass(slots=True)
class Count:
    """What was found so far."""

    found: int = 0
    wanted: int = 0
    matched: int = 0
    bounds: int = 0
    units: int = 0
    lines: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.matched / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.matched / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        return 2 * self.matched / (self.found + self.wanted)

    @property
    def f1_bound(self) -> float:
        return 2 * self.bounds / (self.found + self.wanted)

    @property
    def bound_right(self) -> float:
        return self.bounds / self.matched if self.matched else 0.0

    @property
    def unit_right(self) -> float:
        return self.units / self.matched if self.matched else 0.0


def match(text: str, readings: Sequence[Reading], wanted: Sequence[Wanted], count: Count) -> None:
    """Add to *count* which of *wanted* the *readings* of *text* have."""
    left, missed = list(readings), []
    for quantity in wanted:
        used = _reading_of(quantity, left)
        if not used:
            missed.append(quantity.text)
            continue
        left = [reading for reading in left if reading not in used]
        count.matched += 1
        count.found += 1
        is_bound = not quantity.bounds or used[0].bound in quantity.bounds
        is_unit = any(quantity.is_unit_of(reading) for reading in used)
        count.bounds, count.units = count.bounds + is_bound, count.units + is_unit
        if not (is_bound and is_unit):
            count.lines.append(f"{used[0].text!r} is {used[0].bound} {used[0].unit}, not {quantity.text}")
    count.found, count.wanted = count.found + len(left), count.wanted + len(wanted)
    if missed or left:
        count.lines.append(f"{text}\n    missed {missed}\n    extra {[reading.text for reading in left]}")


def _reading_of(quantity: Wanted, readings: Sequence[Reading]) -> list[Reading]:
    """Return the reading of *quantity*, or the two of "from 7 to 8"."""
    one = next(([reading] for reading in readings if quantity.is_value_of(reading)), [])
    if one or len(quantity.ends) < 2:
        return one
    pairs = pairwise(readings)
    return next(([a, b] for a, b in pairs if a.ends != b.ends and a.ends | b.ends == quantity.ends), [])
