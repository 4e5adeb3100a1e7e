"""A lineage cut to what a drawing can show: with fifty voices and a hundred documents its lines are a thicket."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.tell.trees.lineage import Lineage

__all__ = ["DOCUMENTS", "SOURCES", "trim"]

SOURCES, DOCUMENTS = 14, 40
"""Members that a drawing holds before nobody can follow its lines on a screen."""


def trim(lineage: Lineage) -> Lineage:
    """
    Return *lineage* with the members that say most of where the claim comes from, in their order.

    First the origins and what would settle how many they are, then who has it from them, then the others as they are
    tied to many; who only denies it comes last.
    """
    near = _near(lineage)
    sources = _kept(lineage.sources, SOURCES, lineage, near)
    documents = _kept(lineage.documents, DOCUMENTS, lineage, near)
    kept = {*sources, *documents}
    bonds = tuple(bond for bond in lineage.bonds if bond.child in kept and bond.parent in kept)
    return replace(lineage, sources=sources, documents=documents, bonds=bonds)


def _near(lineage: Lineage) -> dict[str, int]:
    """Return how near each member is to what matters, 0 the nearest."""
    near = dict.fromkeys(lineage.nodes, 3)
    origins = {id for id in lineage.sources if lineage.kind(id) == "origin"}
    for bond in lineage.bonds:
        if bond.parent in origins:
            near[bond.child] = min(near[bond.child], 1 if bond.child in lineage.documents else 2)
    for bond in lineage.bonds:
        if bond.is_open or bond.is_circular:
            near[bond.child] = near[bond.parent] = 0
    return near | dict.fromkeys(origins, 0) | dict.fromkeys(lineage.deniers - origins, 4)


def _kept(ids: Sequence[str], most: int, lineage: Lineage, near: dict[str, int]) -> tuple[str, ...]:
    if len(ids) <= most:
        return tuple(ids)
    ties = dict.fromkeys(ids, 0)
    for bond in lineage.bonds:
        for id in (bond.child, bond.parent):
            if id in ties:
                ties[id] += 1
    order = {id: at for at, id in enumerate(ids)}
    chosen = sorted(ids, key=lambda id: (near[id], -ties[id], order[id]))[:most]
    return tuple(sorted(chosen, key=order.__getitem__))
