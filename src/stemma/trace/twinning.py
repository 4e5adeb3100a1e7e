"""
Folding sources without a name whom two reports describe alike.

"Fire officials" of one report and those of another may be two groups of people. They are one where both give them the
same words, where the one report was taken from the other or both from a third, or where both mean the one and only
("the driver").
"""

from collections.abc import Mapping

from stemma.trace.folding import Tree, wordings
from stemma.trace.kinship import is_described_alike, is_the_only_one, is_unnamed

__all__ = ["Ways", "fold_twins"]

Ways = Mapping[str, Mapping[str, bool]]
"""For each document those that it goes back to, or shares an outlet with, and whether that is certain."""


def fold_twins(tree: Tree, ways: Ways) -> None:
    """Fold in *tree* each source without a name into one that is described alike, for certain one and the same."""
    source = tree.material.source
    ranked = sorted(tree.roots, key=lambda key: (-len(tree.told_by(key)), key))
    unnamed = [key for key in ranked if is_unnamed(source[key])]
    for at, key in enumerate(unnamed):
        for twin in unnamed[at + 1 :]:
            if {key, twin} <= tree.roots and is_described_alike(source[key], source[twin]):
                reason = _why_one(tree, twin, key, ways)
                if reason:
                    tree.fold(twin, key, reason, perhaps=False)


def _why_one(tree: Tree, twin: str, key: str, ways: Ways) -> str | None:
    """Return why *twin* is *key*, who is described alike; None where nothing shows it."""
    if is_the_only_one(tree.material.source[twin]) and is_the_only_one(tree.material.source[key]):
        return "both reports speak of the one"
    if wordings(tree, twin) & wordings(tree, key):
        return "it is described alike and given with the same words"
    theirs = tree.told_by(key)
    if all(any(ways.get(mine, {}).get(other) for other in theirs) for mine in tree.told_by(twin)) or all(
        any(ways.get(other, {}).get(mine) for mine in tree.told_by(twin)) for other in theirs
    ):
        return "it is described alike in a report that was taken over"
    return None
