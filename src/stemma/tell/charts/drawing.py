"""Figures that count one thing, drawn along time: bounds as bars and arrows, claimants as colours and shapes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.model import Bound, Interval, Relation
from stemma.tell.charts.placing import RADIUS, Box, Field
from stemma.tell.charts.times import Calendar
from stemma.tell.charts.values import Level, Scale
from stemma.tell.dial import Tick
from stemma.tell.layout import clean
from stemma.tell.ledger import Line, Page
from stemma.tell.wording import several

__all__ = ["Chart", "Key", "Mark", "Tie", "draw_chart"]

WIDTH, HEIGHT = 480.0, 230.0
WIDE_WIDTH, WIDE_HEIGHT = 976.0, 330.0
FEW = 6
"""Marks that the smaller chart has room for."""
MOST = 60
"""Marks on a chart; more of them could not be told apart, and the table has all."""
LEFT, RIGHT, TOP, BOTTOM = 80.0, 84.0, 40.0, 34.0
"""Room around the field: for the values, for labels, for arrows upward, for the days."""
MARGIN = 14.0
"""Between the first and last day and the ends of the field."""
ARROW = 26.0
COLOURS = 6
SHAPES = ("circle", "square", "diamond", "hexagon")
FAR = 2100
"""Years from here on stand for an open end."""


@dataclass(frozen=True, slots=True)
class Key:
    """How the marks of one claimant look: six colours and four shapes make 24 that differ."""

    name: str
    colour: int
    shape: str


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure on the chart."""

    line: Line
    key: Key
    x: float
    y: float
    at: float
    """Where its days are in truth; it stands beside that where another mark is there already."""
    early: float
    late: float
    level: float
    """Where its value is in truth."""
    top: float
    bottom: float
    """Ends of the bar of a range; both are *level* for a single value."""
    arrow: str
    """``up``, ``down`` or nothing."""
    is_about: bool
    is_beside: bool
    """It counts something else than the others, such as a part."""
    label: tuple[float, float, str] | None
    """Place and anchor of its amount; None where no room is left for it."""

    @property
    def title(self) -> str:
        """All that it says, for who cannot see it."""
        line = self.line
        when = f", {line.when}" if line.when else ""
        told = f"{line.amount}, {line.claimant}{when}: “{line.quotation.text}” {line.quotation.ref}"
        return f"{line.number}: {clean(told)}"


@dataclass(frozen=True, slots=True)
class Tie:
    """A line from a figure to the one that updates or corrects it."""

    kind: str
    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Chart:
    """All that a page needs to draw it."""

    counts: str
    now: str
    """What is claimed now; empty where that is not one thing."""
    marks: tuple[Mark, ...]
    ties: tuple[Tie, ...]
    ticks: tuple[Tick, ...]
    levels: tuple[Level, ...]
    keys: tuple[Key, ...]
    notes: tuple[str, ...]
    left: float
    right: float
    bottom: float
    width: int
    height: int

    @property
    def values(self) -> int:
        """How many numbers differ by more than their bound."""
        return len({(mark.line.figure.low, mark.line.figure.high) for mark in self.marks})


def draw_chart(pages: Sequence[Page], *, least: int = 2, is_wide: bool = False) -> Chart | None:
    """
    Return the drawing of *pages* of one topic, or None where they have fewer than *least* numbers.

    What has many marks is wide in any case.
    """
    lines = [line for page in pages for line in page.lines]
    drawn = [line for line in lines if _value(line) is not None and line.days is not None]
    if len({line.amount for line in drawn}) < least:
        return None
    shown = drawn[:MOST]
    width, height = (WIDE_WIDTH, WIDE_HEIGHT) if is_wide or len(shown) > FEW else (WIDTH, HEIGHT)
    right, bottom = width - RIGHT, height - BOTTOM
    calendar = Calendar.over([_days(line) for line in shown], LEFT + MARGIN, right - MARGIN)
    ends = [value for line in shown for value in (line.figure.low, line.figure.high) if value is not None]
    scale = Scale.over(ends, TOP, bottom)
    field = Field(Box(LEFT, TOP - RADIUS - 2, right, bottom + RADIUS + 2), Box(LEFT, 4, width - 2, bottom + 12))
    keys = _keys(shown)
    marks = tuple(_labelled(list(_marks(shown, calendar, scale, keys, field)), field))
    notes = (_apart(pages), _beside(shown), scale.note, calendar.note, _left_out(len(lines) - len(shown)))
    return Chart(
        counts=pages[0].counts,
        now=str(pages[0].now) if len(pages) == 1 and pages[0].now else "",
        marks=marks,
        ties=tuple(_ties(marks)),
        ticks=calendar.ticks(),
        levels=scale.levels(),
        keys=tuple(keys.values()),
        notes=tuple(note for note in notes if note),
        left=LEFT,
        right=right,
        bottom=bottom,
        width=int(width),
        height=int(height),
    )


def _value(line: Line) -> float | None:
    low, high = line.figure.low, line.figure.high
    return low if high is None else high if low is None else (low + high) / 2


def _days(line: Line) -> Interval:
    """Return the days of a line that has some; an open end is drawn as the beginning alone."""
    days = line.days
    assert days is not None
    return Interval.day(days.earliest) if days.latest.year >= FAR else days


def _keys(lines: Sequence[Line]) -> dict[str, Key]:
    names = dict.fromkeys(line.claimant for line in lines)
    return {
        name: Key(name, at % COLOURS + 1, SHAPES[(at + at // COLOURS) % len(SHAPES)]) for at, name in enumerate(names)
    }


def _marks(
    lines: Sequence[Line], calendar: Calendar, scale: Scale, keys: Mapping[str, Key], field: Field
) -> Iterator[Mark]:
    for line in lines:
        figure, days, value = line.figure, _days(line), _value(line)
        assert value is not None
        at, level = calendar.middle(days), scale.y(value)
        x, y = field.stand(at, level)
        arrow = _arrow(line)
        yield Mark(
            line=line,
            key=keys[line.claimant],
            x=x,
            y=y,
            at=at,
            early=calendar.x(days.earliest),
            late=calendar.x(days.latest),
            level=level,
            top=scale.y(figure.high) if figure.high is not None else level,
            bottom=scale.y(figure.low) if figure.low is not None else level,
            arrow=arrow,
            is_about=figure.bound is Bound.ABOUT,
            is_beside=line.relation is Relation.COUNTS_ELSE,
            label=None,
        )


def _arrow(line: Line) -> str:
    figure = line.figure
    if figure.bound in (Bound.AT_LEAST, Bound.MORE_THAN) or figure.high is None:
        return "up"
    return "down" if figure.bound in (Bound.AT_MOST, Bound.LESS_THAN) or figure.low is None else ""


def _labelled(marks: Sequence[Mark], field: Field) -> Iterator[Mark]:
    """Yield *marks* with their amounts beside them, as far as these find room when all marks stand."""
    for mark in marks:
        field.block(Box(mark.x - 4, min(mark.top, mark.y), mark.x + 4, max(mark.bottom, mark.y)))
        if mark.arrow:
            end = mark.y + (ARROW if mark.arrow == "down" else -ARROW)
            field.block(Box(mark.x - 5, min(mark.y, end), mark.x + 5, max(mark.y, end)))
        if mark.late > mark.early:
            field.block(Box(mark.early - 2, mark.level - 2, mark.late + 2, mark.level + 2))
    for mark in marks:
        place = field.label(mark.x, mark.y, len(mark.line.amount))
        yield replace(mark, label=place)


def _ties(marks: Sequence[Mark]) -> Iterator[Tie]:
    by_number = {mark.line.number: mark for mark in marks}
    for mark in marks:
        before = by_number.get(mark.line.against or 0)
        if before and mark.line.relation in (Relation.UPDATES, Relation.CORRECTS):
            yield Tie(mark.line.relation, before.x, before.y, mark.x, mark.y)


def _beside(lines: Sequence[Line]) -> str:
    is_any = any(line.relation is Relation.COUNTS_ELSE for line in lines)
    return "A broken outline: it counts something else, such as a part of another." if is_any else ""


def _apart(pages: Sequence[Page]) -> str:
    return "Not all of these are known to count one thing; the ledger has them apart." if len(pages) > 1 else ""


def _left_out(left: int) -> str:
    return f"{several(left, 'more figure')} of these {'is' if left == 1 else 'are'} in the table alone." if left else ""
