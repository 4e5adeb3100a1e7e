"""The same claims in the same order: two documents that retell one report."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
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
    told = _places(documents, attributions)
    found = (_compare(a, b, told[a], told[b]) for a, b in _pairs(told))
    return tuple(order for order in found if order)


def _places(
    documents: Sequence[Document], attributions: Sequence[Attribution]
) -> Mapping[str, Mapping[str, tuple[Span, ...]]]:
    """Return where each document tells each claim: a lead tells one that the body tells again."""
    places: dict[str, dict[str, set[Span]]] = {document.id: {} for document in documents}
    for item in attributions:
        if item.claim and item.document in places:
            places[item.document].setdefault(item.claim, set()).add(item.content_spans[0])
    return {key: {claim: tuple(sorted(spans)) for claim, spans in told.items()} for key, told in places.items()}


def _pairs(told: Mapping[str, Mapping[str, tuple[Span, ...]]]) -> Sequence[tuple[str, str]]:
    """Return the pairs of documents that share enough claims for an order, sorted."""
    tellers: dict[str, list[str]] = {}
    for document in sorted(told):
        for claim in told[document]:
            tellers.setdefault(claim, []).append(document)
    shared = Counter(pair for documents in tellers.values() for pair in combinations(documents, 2))
    return sorted(pair for pair, claims in shared.items() if claims >= FEWEST)


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
