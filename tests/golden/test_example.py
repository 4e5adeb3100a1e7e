"""The invented story, held to floors: lowered never without a line in the changelog."""

from pathlib import Path

import pytest

from benchmarks.score import score_file

FLOORS = {
    "attributions found": 0.98,
    "attributions that the gold explains": 0.84,
    "source right": 0.98,
    "chains": 0.98,
    "stance": 0.87,
    "claims (B-cubed)": 0.87,
    "published": 0.98,
    "origins": 0.84,
    "positions": 0.98,
    "derivations": 0.98,
    "drift": 0.73,
    "figures": 0.98,
}


@pytest.fixture(scope="module")
def rows():
    return score_file(Path("examples/gorna.gold.yaml")).rows


@pytest.mark.parametrize("row", sorted(FLOORS))
def test_the_example_story_is_read_at_least_this_well(rows, row):
    assert rows[row] >= FLOORS[row]
