"""The invented story, held to floors: lowered never without a line in the changelog."""

from pathlib import Path

import pytest

from benchmarks.score import score_file

FLOORS: dict[str, float] = {}


@pytest.fixture(scope="module")
def rows():
    return score_file(Path("examples/gorna.gold.yaml")).rows


@pytest.mark.parametrize("row", sorted(FLOORS))
def test_the_example_story_is_read_at_least_this_well(rows, row):
    assert rows[row] >= FLOORS[row]
