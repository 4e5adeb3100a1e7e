"""One body, once with a slip in its name: a report that copied the slip heard nobody new."""

from rapidfuzz.distance import DamerauLevenshtein

from stemma.model import Source, SourceKind
from stemma.trace.folding import Tree
from stemma.trace.outlets import names_of

__all__ = ["fold_misspelt"]

# Short names of places are near each other by chance ("Iran", "Iraq").
SHORTEST = 5


def fold_misspelt(tree: Tree) -> None:
    """Fold, perhaps, a body into another whose name differs by one slip in one word: fewer reports have the slip."""
    for key in sorted(tree.roots, key=lambda k: (len(tree.told_by(k)), k)):
        others = sorted(tree.roots - {key}, key=lambda k: (-len(tree.told_by(k)), k))
        source = tree.material.source
        into = next((other for other in others if _is_slip_of(source[key], source[other])), None)
        if into:
            tree.fold(key, into, "its name is the same but for a slip", perhaps=True)


def _is_slip_of(source: Source, other: Source) -> bool:
    if SourceKind.PERSON in (source.kind, other.kind):
        return False  # "Ann Holm" and "Ann Holt" are two people
    return any(_differ_by_a_slip(mine, theirs) for mine in names_of(source) for theirs in names_of(other))


def _differ_by_a_slip(left: str, right: str) -> bool:
    mine, theirs = (name.casefold().removeprefix("the ").split() for name in (left, right))
    if len(mine) != len(theirs) or len(mine) < 2:
        return False
    odd = [(a, b) for a, b in zip(mine, theirs, strict=True) if a != b]
    if len(odd) != 1 or min(map(len, odd[0])) < SHORTEST or odd[0][0][0] != odd[0][1][0]:
        return False
    is_bent = odd[0][0].rstrip("s") == odd[0][1].rstrip("s")
    return not is_bent and DamerauLevenshtein.distance(*odd[0], score_cutoff=1) == 1
