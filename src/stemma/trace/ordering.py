"""The same claims in the same order: two documents that retell one report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb, factorial

from stemma.model import Attribution, Document, Span

__all__ = ["SameOrder", "find_same_order"]

# Three claims fall into one order too easily, once in six times; so do four of four (once in 24) where a case has
# many pairs of documents.
FEWEST = 4
# How likely the order may be if each writer shuffled: of n claims, the chance of a rising run of k is at
# most C(n, k) / k!. A claim told twice may take either place, which the bound leaves out.
CHANCE = 0.01


@dataclass(frozen=True, slots=True)
class SameOrder:
    """Claims that two documents tell in one order, with where each tells them."""

    left: str
    right: str
    claims: tuple[str, ...]
    left_spans: tuple[Span, ...]
    right_spans: tuple[Span, ...]
    chance: float


def find_same_order(documents: Sequence[Document], attributions: Sequence[Attribution]) -> Sequence[SameOrder]:
    """Return the pairs of *documents* that tell at least four claims in the same order, beyond chance."""
    told = {document.id: _places(document.id, attributions) for document in documents}
    ids = sorted(told)
    pairs = ((a, b) for i, a in enumerate(ids) for b in ids[i + 1 :])
    return tuple(found for a, b in pairs if (found := _compare(a, b, told[a], told[b])))


def _places(document: str, attributions: Sequence[Attribution]) -> Mapping[str, tuple[Span, ...]]:
    """Return where *document* tells each claim: a lead tells one that the body tells again."""
    places: dict[str, set[Span]] = {}
    for item in attributions:
        if item.document == document and item.claim:
            places.setdefault(item.claim, set()).add(item.content_spans[0])
    return {claim: tuple(sorted(spans)) for claim, spans in places.items()}


def _compare(
    left: str, right: str, a: Mapping[str, tuple[Span, ...]], b: Mapping[str, tuple[Span, ...]]
) -> SameOrder | None:
    shared = sorted(a.keys() & b.keys())
    if len(shared) < FEWEST:
        return None
    rising = _longest_rising([(x, y, claim) for claim in shared for x in a[claim] for y in b[claim]])
    if len(rising) < FEWEST:
        return None
    chance = min(1.0, comb(len(shared), len(rising)) / factorial(len(rising)))
    if chance > CHANCE:
        return None
    here, there, claims = zip(*rising, strict=True)
    return SameOrder(left, right, claims, here, there, chance)


def _longest_rising(pairs: Sequence[tuple[Span, Span, str]]) -> tuple[tuple[Span, Span, str], ...]:
    """Return the longest row of *pairs*, each claim once, that rises on both sides; of equal ones the first."""
    best: list[tuple[tuple[Span, Span, str], ...]] = []
    ordered = sorted(pairs)
    for here, there, claim in ordered:
        before = [
            row for row in best if row[-1][0] < here and row[-1][1] < there and claim not in {c for _, _, c in row}
        ]
        best.append((*max(before, key=len, default=()), (here, there, claim)))
    return max(best, key=len, default=())
