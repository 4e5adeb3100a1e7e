"""Claims by how many outlets carry them and how many origins they have: what is loud and single-sourced shows."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from stemma.model.listing import ClaimLine
from stemma.tell.wording import several

__all__ = ["ReachCell", "ReachPlot", "cell_of", "draw_reach"]

OUTLETS = (2, 3, 4, 5, 6, 7, 9, 12, 16, 23, 32)
"""Where each column begins: alike in every case, so that cases can be compared; one outlet alone spreads nothing."""
ORIGINS = (1, 2, 3, 4, 5, 7, 10)
"""Where each row begins."""
LEFT, TOP, STEP, BOTTOM = 46, 8, 44, 40
"""Pixels: a mark is pressed, and is 24 high and wide at least (WCAG 2.5.8)."""
SMALLEST, LARGEST = 12.0, 20.0
"""Radii of marks."""
FULL = 60
"""Claims of the largest mark; more of them are drawn no larger."""


@dataclass(frozen=True, slots=True)
class ReachCell:
    """Claims that are alike in their reach and their roots."""

    column: int
    row: int
    count: int
    x: float
    y: float
    radius: float
    words: str
    is_loud: bool
    """Several outlets carry what one origin said."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A number beside an axis."""

    at: float
    words: str


@dataclass(frozen=True, slots=True)
class ReachPlot:
    """A drawing: outlets to the right, origins upwards."""

    width: int
    height: int
    cells: tuple[ReachCell, ...]
    columns: tuple[Tick, ...]
    rows: tuple[Tick, ...]
    floor: float
    """Where the axis of outlets lies."""
    left: float


def cell_of(line: ClaimLine) -> tuple[int, int] | None:
    """Return the column and row that a claim stands in; None where one outlet alone carries it."""
    if line.outlets < OUTLETS[0]:
        return None
    return _bin(OUTLETS, line.outlets), _bin(ORIGINS, max(1, line.high))


def draw_reach(lines: Sequence[ClaimLine]) -> ReachPlot | None:
    """Return the drawing of *lines*; None where no claim is carried by several outlets."""
    held: dict[tuple[int, int], int] = {}
    for line in lines:
        place = cell_of(line)
        if place is not None:
            held[place] = held.get(place, 0) + 1
    if not held:
        return None
    columns = max(column for column, _ in held) + 1
    rows = max(2, max(row for _, row in held) + 1)
    floor = TOP + rows * STEP
    cells = [
        _cell(place, count, floor) for place, count in sorted(held.items(), key=lambda one: (one[0][1], one[0][0]))
    ]
    return ReachPlot(
        width=LEFT + max(columns, 6) * STEP,
        height=floor + BOTTOM,
        cells=tuple(cells),
        columns=tuple(Tick(LEFT + STEP * (n + 0.5), _name(OUTLETS, n)) for n in range(columns)),
        rows=tuple(Tick(floor - STEP * (n + 0.5), _name(ORIGINS, n)) for n in range(rows)),
        floor=floor,
        left=LEFT,
    )


def _cell(place: tuple[int, int], count: int, floor: float) -> ReachCell:
    column, row = place
    outlets, origins = _name(OUTLETS, column), _name(ORIGINS, row)
    radius = SMALLEST + (LARGEST - SMALLEST) * sqrt(min(count - 1, FULL) / FULL)
    words = f"{several(count, 'claim')} in {outlets} outlets with {origins} origin{'' if origins == '1' else 's'}"
    x, y = LEFT + STEP * (column + 0.5), floor - STEP * (row + 0.5)
    return ReachCell(column, row, count, x, y, round(radius, 1), words, row == 0)


def _bin(edges: Sequence[int], value: int) -> int:
    return max(n for n, edge in enumerate(edges) if value >= edge)


def _name(edges: Sequence[int], n: int) -> str:
    if n + 1 == len(edges):
        return f"{edges[n]} or more"
    last = edges[n + 1] - 1
    return str(edges[n]) if last == edges[n] else f"{edges[n]}–{last}"
