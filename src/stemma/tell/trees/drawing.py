"""
A claim's family tree: sources above, documents below along time, a line for each "has it from".

Documents of one outlet stand together, in a lane of their own.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from stemma.model import Evidence, Interval
from stemma.tell.accounts import Account
from stemma.tell.days import days
from stemma.tell.desk import Desk, Quotation
from stemma.tell.dial import Dial, Tick
from stemma.tell.trees.lineage import Lineage, lineage_of
from stemma.tell.trees.trimming import trim

__all__ = ["Edge", "Lane", "Node", "Tree", "draw_tree"]

WIDTH = 600
WIDER = 300
"""Pixels that a wide drawing has more for time."""
ROW = 30
TOP = 22
RAIL, RAILS = 14.0, 18.0
"""Where the first source stands, and how far the next is from it."""
LABELS = 340


@dataclass(frozen=True, slots=True)
class Node:
    """A source or a document on its own line."""

    id: str
    x: float
    y: float
    label: str
    note: str
    number: int
    """Of a document; 0 for a source."""
    quotation: Quotation | None
    """The words in which a document tells it first; None where it tells it not itself."""
    kind: str
    """``origin``, ``relay``, ``denier``, ``document`` or ``voice``, as in the lineage."""
    early: float
    late: float
    """Ends of the days in which a document may have been published."""


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from whom it was taken to who took it."""

    path: str
    kind: str
    is_open: bool
    """It is not decided whether there is such a line."""
    is_denial: bool
    is_circular: bool
    title: str


@dataclass(frozen=True, slots=True)
class Lane:
    """The rows of an outlet that tells it in several documents."""

    outlet: str
    y: float
    height: float


@dataclass(frozen=True, slots=True)
class Tree:
    """All that a page needs to draw it."""

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    ticks: tuple[Tick, ...]
    height: float
    floor: float
    """Where the documents begin."""
    kinds: tuple[str, ...]
    """Evidence that occurs, for the legend."""
    lanes: tuple[Lane, ...] = ()
    width: int = WIDTH
    labels: int = LABELS
    """Where the names of the documents begin."""
    left_out: int = 0
    """Members for which the drawing has no room."""

    @property
    def has_open(self) -> bool:
        """Whether a line is not decided."""
        return any(edge.is_open for edge in self.edges)

    @property
    def has_fold(self) -> bool:
        """Whether a source folds into another."""
        return any(edge.kind == "fold" for edge in self.edges)

    @property
    def has_circle(self) -> bool:
        """Whether outlets have it from each other."""
        return any(edge.is_circular for edge in self.edges)

    @property
    def has_denial(self) -> bool:
        """Whether someone denies it."""
        return any(edge.is_denial for edge in self.edges)


def draw_tree(account: Account, desk: Desk, *, is_wide: bool = False) -> Tree:
    """Return the drawing of the tree of *account*; a wide one leaves out members where there are very many."""
    whole = lineage_of(account, desk)
    lineage = trim(whole) if is_wide else whole
    by_outlet = _by_outlet(lineage, desk)
    lineage = replace(lineage, documents=tuple(id for ids in by_outlet.values() for id in ids))
    labels = LABELS + (WIDER if is_wide else 0)
    dial = _dial(lineage, desk, labels)
    nodes = {node.id: node for node in _nodes(lineage, desk, dial, labels)}
    return Tree(
        nodes=tuple(nodes.values()),
        edges=tuple(_edges(lineage, nodes)),
        ticks=dial.ticks(),
        height=TOP + ROW * (len(nodes) + 0.6),
        floor=TOP + ROW * (len(lineage.sources) - 0.5),
        kinds=tuple(kind for kind in Evidence if any(bond.evidence is kind for bond in lineage.bonds)),
        lanes=tuple(_lane(outlet, [nodes[id] for id in ids]) for outlet, ids in by_outlet.items() if len(ids) > 1),
        width=labels + WIDTH - LABELS,
        labels=labels,
        left_out=len(whole.nodes) - len(lineage.nodes),
    )


def _by_outlet(lineage: Lineage, desk: Desk) -> Mapping[str, Sequence[str]]:
    """Return the documents by their outlets, the outlet of the earliest first; a mute one stands by itself."""
    found: dict[str, list[str]] = {}
    for id in lineage.documents:
        found.setdefault(id if desk.document(id).is_mute else desk.outlet(id), []).append(id)
    return found


def _lane(outlet: str, nodes: Sequence[Node]) -> Lane:
    return Lane(outlet, nodes[0].y - ROW / 2, ROW * len(nodes))


def _dial(lineage: Lineage, desk: Desk, labels: float) -> Dial:
    left = RAIL + RAILS * len(lineage.sources) + 30
    return Dial.over((_when(id, desk) for id in lineage.documents), min(left, labels - 120), labels - 60)


def _when(id: str, desk: Desk) -> Interval | None:
    return desk.document(id).published.interval


def _nodes(lineage: Lineage, desk: Desk, dial: Dial, labels: float) -> Iterator[Node]:
    for at, id in enumerate(lineage.sources):
        x, y = RAIL + RAILS * at, TOP + ROW * at
        role = desk.sources[id].role if id in desk.sources else None
        yield Node(id, x, y, desk.name(id), role or "", 0, None, lineage.kind(id), x, x)
    told = {a.document: desk.quote_content(a) for a in reversed(lineage.said)}
    for at, id in enumerate(lineage.documents, len(lineage.sources)):
        interval = _when(id, desk)
        x = dial.middle(interval) if interval else labels - 22.0
        early, late = (dial.x(interval.earliest), dial.x(interval.latest)) if interval else (x, x)
        label, when = desk.label(id), days(interval) or "no date"
        number, words = desk.numbers[id], told.get(id)
        yield Node(id, x, TOP + ROW * at, label, when, number, words, lineage.kind(id), early, late)


def _edges(lineage: Lineage, nodes: Mapping[str, Node]) -> Iterator[Edge]:
    for child, bonds in groupby(lineage.bonds, key=lambda bond: bond.child):
        lines = list(bonds)
        for at, bond in enumerate(lines):
            shift = 5 * (at - (len(lines) - 1) / 2)
            title = f"{nodes[child].label} has it from {nodes[bond.parent].label}: {bond.words}"
            path = _path(nodes[bond.parent], nodes[child], shift)
            yield Edge(path, bond.kind, bond.is_open, bond.is_denial, bond.is_circular, title)


def _path(parent: Node, child: Node, shift: float) -> str:
    """Return a line down from *parent* and then across to *child*, with a round corner."""
    y = child.y + shift
    if parent.x + 16 > child.x:
        bend = min(parent.x, child.x) - 26
        return f"M{parent.x - 6} {parent.y}C{bend} {parent.y} {bend} {y} {child.x - 7} {y}"
    corner = y - 9 if y > parent.y else y + 9
    start = parent.y + (6 if y > parent.y else -6)
    return f"M{parent.x} {start}V{corner}Q{parent.x} {y} {parent.x + 9} {y}H{child.x - 7}"
