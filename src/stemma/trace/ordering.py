"""The same claims in the same order: two documents that retell one report."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb, factorial

from stemma.model import Attribution, Document, Span

__all__ = ["SameOrder", "find_same_order"]

# Three claims fall into one order too easily: once in six times.
FEWEST = 4
# How likely the order may be if each writer shuffled: of n claims, the chance of a rising run of k is at
# most C(n, k) / k!.
CHANCE = 0.05


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
    told = {document.id: _first_places(document.id, attributions) for document in documents}
    ids = sorted(told)
    pairs = ((a, b) for i, a in enumerate(ids) for b in ids[i + 1 :])
    return tuple(found for a, b in pairs if (found := _compare(a, b, told[a], told[b])))


def _first_places(document: str, attributions: Sequence[Attribution]) -> Mapping[str, Span]:
    places: dict[str, Span] = {}
    for item in attributions:
        if item.document == document and item.claim:
            span = item.content_spans[0]
            places[item.claim] = min(span, places.get(item.claim, span))
    return places


def _compare(left: str, right: str, a: Mapping[str, Span], b: Mapping[str, Span]) -> SameOrder | None:
    shared = sorted(a.keys() & b.keys(), key=lambda claim: (a[claim], claim))
    rising = _longest_rising(shared, b)
    if len(rising) < FEWEST:
        return None
    chance = min(1.0, comb(len(shared), len(rising)) / factorial(len(rising)))
    if chance > CHANCE:
        return None
    return SameOrder(left, right, rising, tuple(a[c] for c in rising), tuple(b[c] for c in rising), chance)


def _longest_rising(claims: Sequence[str], places: Mapping[str, Span]) -> tuple[str, ...]:
    """Return the longest part of *claims* whose *places* rise; of equal ones the first."""
    best: list[tuple[str, ...]] = []
    for at, claim in enumerate(claims):
        before = [best[i] for i in range(at) if places[claims[i]] < places[claim]]
        best.append((*max(before, key=len, default=()), claim))
    return max(best, key=len, default=())
