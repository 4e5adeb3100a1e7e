"""Figures that count the same thing, drawn along time: bounds as bars and arrows, claimants as letters and colours."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from stemma.model import Bound, Interval
from stemma.tell.desk import Desk
from stemma.tell.dial import Dial, Tick
from stemma.tell.ledger import Entry, Page, claimants_of
from stemma.tell.wording import number

__all__ = ["Chart", "Mark", "draw_chart"]

WIDTH, HEIGHT = 480, 190
LEFT, RIGHT, TOP, BOTTOM = 66.0, 400.0, 26.0, 150.0
MARGIN = 18
"""Pixels at each end of the axis for labels."""
SPREAD = 30.0
"""From this ratio of largest to smallest on, the axis is logarithmic: else the small ones lie on the floor."""
COLOURS = 6
LEVELS = 4
"""Lines above the floor, at most."""
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LABEL = (70.0, 14.0)
"""Room that a label takes."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure on the chart."""

    x: float
    y: float
    early: float
    late: float
    top: float
    bottom: float
    """Ends of the bar of a range; both are *y* for a single value."""
    arrow: str
    """``up``, ``down`` or nothing."""
    is_about: bool
    is_dated: bool
    """The text says of which day it speaks; otherwise it stands on the day it was published."""
    colour: int
    letter: str
    label: str
    label_x: float
    label_y: float
    anchor: str
    """Place of its words on the page."""
    title: str


@dataclass(frozen=True, slots=True)
class Level:
    """A line of the value axis."""

    y: float
    label: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All that a page needs to draw it."""

    counts: str
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    levels: tuple[Level, ...]
    claimants: tuple[tuple[str, int, str], ...]
    """Letter, colour and name."""
    left: float = LEFT
    right: float = RIGHT
    bottom: float = BOTTOM
    width: int = WIDTH
    height: int = HEIGHT


def draw_chart(page: Page, desk: Desk) -> Chart | None:
    """Return the drawing of *page*, or None where there is nothing to compare."""
    entries = [e for e in page.entries if _value(e) is not None and _when(e, desk) is not None]
    if page.is_bare or len({(_value(e), _when(e, desk)) for e in entries}) < 2:
        return None
    dial = Dial.over((_when(e, desk) for e in entries), LEFT + MARGIN, RIGHT - MARGIN)
    scale = _Scale.over([value for e in entries for value in (e.figure.low, e.figure.high) if value is not None])
    names = claimants_of(entries)
    keys = {name: (LETTERS[at % len(LETTERS)], at % COLOURS + 1) for at, name in enumerate(names)}
    return Chart(
        counts=page.counts,
        marks=tuple(_marks(entries, dial, scale, keys, desk)),
        ticks=dial.ticks(),
        levels=scale.levels(),
        claimants=tuple((*keys[name], name) for name in names),
    )


@dataclass(frozen=True, slots=True)
class _Scale:
    """Values to pixels."""

    low: float
    high: float
    is_log: bool

    @classmethod
    def over(cls, values: Sequence[float]) -> "_Scale":
        low, high = min(values), max(values)
        if low > 0 and high / low >= SPREAD:
            return cls(10.0 ** floor(log10(low)), 10.0 ** ceil(log10(high)), is_log=True)
        step = _step(high)
        return cls(min(0.0, low), step * ceil(high / step) if high > 0 else 1.0, is_log=False)

    def y(self, value: float) -> float:
        if self.is_log:
            share = (log10(value) - log10(self.low)) / (log10(self.high) - log10(self.low) or 1)
        else:
            share = (value - self.low) / (self.high - self.low or 1)
        return round(BOTTOM - share * (BOTTOM - TOP), 1)

    def levels(self) -> tuple[Level, ...]:
        if self.is_log:
            first, last = round(log10(self.low)), round(log10(self.high))
            powers = range(first, last + 1, ceil((last - first) / LEVELS) or 1)
            values = [10.0**power for power in powers]
        else:
            step = _step(self.high)
            values = [self.low + step * n for n in range(round((self.high - self.low) / step) + 1)]
        return tuple(Level(self.y(value), number(value)) for value in values)


def _step(high: float) -> float:
    """Return a round distance that divides the axis into two to five parts."""
    if high <= 0:
        return 1.0
    power = 10.0 ** floor(log10(high))
    return next(power * part for part in (0.2, 0.25, 0.5, 1, 2, 5) if high / (power * part) <= 5)


def _value(entry: Entry) -> float | None:
    low, high = entry.figure.low, entry.figure.high
    return low if high is None else high if low is None else (low + high) / 2


def _when(entry: Entry, desk: Desk) -> Interval | None:
    when = entry.figure.when or desk.document(entry.figure.document).published.interval
    return Interval.day(when.earliest) if when and when.latest.year >= 2100 else when


def _marks(
    entries: Sequence[Entry], dial: Dial, scale: _Scale, keys: dict[str, tuple[str, int]], desk: Desk
) -> Iterator[Mark]:
    taken: list[tuple[float, float]] = []
    for entry in entries:
        when, value = _when(entry, desk), _value(entry)
        if when is None or value is None:
            continue
        figure = entry.figure
        x, y = dial.middle(when), scale.y(value)
        letter, colour = keys[entry.claimant]
        label_x, label_y = _free(x + 9, y - 8, taken)
        yield Mark(
            x=x,
            y=y,
            early=dial.x(when.earliest),
            late=dial.x(when.latest),
            top=scale.y(figure.high) if figure.high is not None else y,
            bottom=scale.y(figure.low) if figure.low is not None else y,
            arrow=_arrow(entry),
            is_about=figure.bound is Bound.ABOUT,
            is_dated=figure.when is not None,
            colour=colour,
            letter=letter,
            label=entry.amount,
            label_x=label_x,
            label_y=label_y,
            anchor=entry.quotation.anchor,
            title=f"{entry.amount}, {entry.claimant}: “{entry.quotation.text}” {entry.quotation.ref}",
        )


def _arrow(entry: Entry) -> str:
    figure = entry.figure
    if figure.bound in (Bound.AT_LEAST, Bound.MORE_THAN) or figure.high is None:
        return "up"
    return "down" if figure.bound in (Bound.AT_MOST, Bound.LESS_THAN) or figure.low is None else ""


def _free(x: float, y: float, taken: list[tuple[float, float]]) -> tuple[float, float]:
    """Return the nearest place for a label at which none stands, and take it."""
    wide, high = LABEL
    for away in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5):
        place = y + away * high
        if TOP - 12 <= place <= BOTTOM and all(abs(x - a) >= wide or abs(place - b) >= high for a, b in taken):
            taken.append((x, place))
            return x, place
    taken.append((x, y))
    return x, y
