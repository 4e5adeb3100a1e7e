import numpy as np
import pytest

from stemma.align import nearest as module
from stemma.align.nearest import nearest


def vectors(count: int, groups: int) -> np.ndarray:
    """Return rows of length 1 that lie in *groups* heaps."""
    dice = np.random.default_rng(5)
    heaps = dice.standard_normal((groups, 32))
    rows = heaps[np.arange(count) % groups] + 0.2 * dice.standard_normal((count, 32))
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def pairs(rows: np.ndarray) -> set[tuple[int, int]]:
    return {pair for left, right in nearest(rows) for pair in zip(left.tolist(), right.tolist(), strict=True)}


def test_in_a_small_case_the_nearest_are_exact():
    rows = vectors(200, 10)
    found = pairs(rows)
    likeness = rows @ rows.T - 2 * np.eye(len(rows))
    assert all((row, int(likeness[row].argmax())) in found for row in range(len(rows)))


def test_in_a_large_case_most_of_the_nearest_are_found(monkeypatch: pytest.MonkeyPatch):
    rows = vectors(1200, 40)
    exact = pairs(rows)
    monkeypatch.setattr(module, "MOST_COMPARED", 100)
    monkeypatch.setattr(module, "CELL", 60)
    found = pairs(rows)
    assert len(found & exact) > 0.8 * len(exact)
    assert len(found) <= len(rows) * module.NEIGHBOURS


@pytest.mark.parametrize("count", [0, 1, 2])
def test_so_few_statements_have_few_neighbours(count: int):
    assert pairs(vectors(count, 1)) == {(a, b) for a in range(count) for b in range(count) if a != b}
