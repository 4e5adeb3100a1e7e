"""A claim's family tree: sources above, documents below along time, a line for each "has it from"."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from stemma.model import Attribution, Derivation, Evidence, Interval, Stance
from stemma.tell.accounts import Account
from stemma.tell.days import days
from stemma.tell.desk import Desk
from stemma.tell.dial import Dial, Tick

__all__ = ["Edge", "Node", "Tree", "draw_tree"]

WIDTH = 600
ROW = 30
TOP = 22
RAIL, RAILS = 14.0, 18.0
"""Where the first source stands, and how far the next is from it."""
LABELS = 340
"""Where the names of the documents begin."""
STRENGTH = tuple(Evidence)


@dataclass(frozen=True, slots=True)
class Node:
    """A source or a document on its own line."""

    id: str
    x: float
    y: float
    label: str
    note: str
    href: str
    kind: str
    """``origin``, ``relay`` (or folded into an origin), ``document`` or ``voice`` (a document that names nobody)."""
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
    title: str


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
    width: int = WIDTH
    labels: int = LABELS

    @property
    def has_open(self) -> bool:
        """Whether a line is not decided."""
        return any(edge.is_open for edge in self.edges)

    @property
    def has_denial(self) -> bool:
        """Whether someone denies it."""
        return any(edge.is_denial for edge in self.edges)


@dataclass(slots=True)
class _Bonds:
    """Who has it from whom: child, parent → the strongest evidence."""

    evidence: dict[tuple[str, str], Evidence] = field(default_factory=dict)
    denials: set[tuple[str, str]] = field(default_factory=set)
    open: set[tuple[str, str]] = field(default_factory=set)

    def tie(self, child: str, parent: str, evidence: Evidence) -> None:
        """Tie two, unless they are one or are tied more strongly."""
        if child == parent:
            return
        known = self.evidence.get((child, parent))
        if known is None or STRENGTH.index(evidence) < STRENGTH.index(known):
            self.evidence[child, parent] = evidence

    @property
    def ids(self) -> set[str]:
        """All that are tied."""
        return {id for pair in self.evidence for id in pair}


def draw_tree(account: Account, desk: Desk) -> Tree:
    """Return the drawing of the tree of *account*."""
    said = [desk.attributions[id] for id in account.claim.attributions]
    documents = sorted({a.document for a in said}, key=lambda id: desk.numbers[id])
    bonds = _bonds(account, said, documents, desk)
    documents = sorted({*documents, *(id for id in bonds.ids if id in desk.numbers)}, key=lambda id: desk.numbers[id])
    sources = _by_depth(sorted(bonds.ids - set(documents), key=desk.name), bonds)
    anchors = {a.document: desk.quote_content(a).anchor for a in reversed(said)}
    origins = frozenset(account.claim.origins.sources)
    nodes = {node.id: node for node in _nodes(sources, documents, bonds, desk, anchors)}
    nodes = {
        id: node if node.kind != "origin" or id in origins else replace(node, kind="relay")
        for id, node in nodes.items()
    }
    floor = TOP + ROW * (len(sources) - 0.5)
    dial = _dial(sources, documents, desk)
    return Tree(
        nodes=tuple(nodes.values()),
        edges=tuple(_edges(bonds, nodes)),
        ticks=dial.ticks(),
        height=TOP + ROW * (len(nodes) + 0.6),
        floor=floor,
        kinds=tuple(dict.fromkeys(sorted(bonds.evidence.values(), key=STRENGTH.index))),
    )


def _bonds(account: Account, said: Sequence[Attribution], documents: Sequence[str], desk: Desk) -> _Bonds:
    bonds = _Bonds()
    stated = {(d.document, d.to): d.evidence for d in desk.brief.derivations}
    for a in said:
        chain = [a.document, *a.via, *([a.source] if a.source else [])]
        for child, parent in pairwise(chain):
            bonds.tie(child, parent, stated.get((child, parent), Evidence.CITES))
            if a.stance is Stance.DENY:
                bonds.denials.add((child, parent))
    tied = {child for child, _ in bonds.evidence}
    for derivation in desk.brief.derivations:
        if _belongs(derivation, account, documents, bonds, tied):
            bonds.tie(derivation.document, derivation.to, derivation.evidence)
            if derivation.id == account.claim.origins.settle:
                bonds.open.add((derivation.document, derivation.to))
    return bonds


def _belongs(
    derivation: Derivation, account: Account, documents: Sequence[str], bonds: _Bonds, tied: Iterable[str]
) -> bool:
    """Tell whether *derivation* is part of this tree: made for this claim, or the only way a document is tied in."""
    if derivation.document not in documents:
        return False
    if derivation.id == account.claim.origins.settle or account.claim.id in derivation.claims:
        return True
    return not derivation.claims and (derivation.to in bonds.ids or derivation.document not in tied)


def _by_depth(sources: Sequence[str], bonds: _Bonds) -> list[str]:
    """Return *sources* with each relay below whom it relays."""
    parents: dict[str, set[str]] = {}
    for child, parent in bonds.evidence:
        if child in sources:
            parents.setdefault(child, set()).add(parent)
    placed: list[str] = []
    waiting = list(sources)
    while waiting:
        ready = [id for id in waiting if parents.get(id, set()) <= set(placed)] or waiting[:1]
        placed.append(ready[0])
        waiting.remove(ready[0])
    return placed


def _dial(sources: Sequence[str], documents: Sequence[str], desk: Desk) -> Dial:
    left = RAIL + RAILS * len(sources) + 30
    return Dial.over((_when(id, desk) for id in documents), min(left, LABELS - 120), LABELS - 60)


def _when(id: str, desk: Desk) -> Interval | None:
    return desk.document(id).published.interval


def _nodes(
    sources: Sequence[str], documents: Sequence[str], bonds: _Bonds, desk: Desk, anchors: Mapping[str, str]
) -> Iterator[Node]:
    tied = {child for child, _ in bonds.evidence}
    for at, id in enumerate(sources):
        x, y = RAIL + RAILS * at, TOP + ROW * at
        role = desk.sources[id].role if id in desk.sources else None
        yield Node(id, x, y, desk.name(id), role or "", "", "relay" if id in tied else "origin", x, x)
    dial = _dial(sources, documents, desk)
    for at, id in enumerate(documents, len(sources)):
        interval = _when(id, desk)
        x = dial.middle(interval) if interval else LABELS - 22.0
        early, late = (dial.x(interval.earliest), dial.x(interval.latest)) if interval else (x, x)
        kind = "document" if id in tied else "voice"
        href = anchors.get(id, f"doc-{desk.numbers[id]}")
        yield Node(id, x, TOP + ROW * at, desk.label(id), days(interval) or "no date", href, kind, early, late)


def _edges(bonds: _Bonds, nodes: Mapping[str, Node]) -> Iterator[Edge]:
    order = {id: at for at, id in enumerate(nodes)}
    pairs = sorted(bonds.evidence, key=lambda pair: (order[pair[0]], order[pair[1]]))
    for child, parent in pairs:
        lines = [pair for pair in pairs if pair[0] == child]
        shift = 5 * (lines.index((child, parent)) - (len(lines) - 1) / 2)
        evidence = bonds.evidence[child, parent]
        title = f"{nodes[child].label} has it from {nodes[parent].label}: {evidence.replace('_', ' ')}"
        is_open = (child, parent) in bonds.open
        is_denial = (child, parent) in bonds.denials
        yield Edge(_path(nodes[parent], nodes[child], shift), evidence, is_open, is_denial, title)


def _path(parent: Node, child: Node, shift: float) -> str:
    """Return a line down from *parent* and then across to *child*, with a round corner."""
    y = child.y + shift
    if parent.x + 16 > child.x:
        bend = min(parent.x, child.x) - 26
        return f"M{parent.x - 6} {parent.y}C{bend} {parent.y} {bend} {y} {child.x - 7} {y}"
    corner = y - 9 if y > parent.y else y + 9
    start = parent.y + (6 if y > parent.y else -6)
    return f"M{parent.x} {start}V{corner}Q{parent.x} {y} {parent.x + 9} {y}H{child.x - 7}"
