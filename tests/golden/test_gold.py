"""
Real cases, read by hand and held to floors: lowered never without a line in the changelog.

The cases lie beside the repository, not in it: the texts belong to their publishers.
"""

from functools import cache
from pathlib import Path

import pytest

from benchmarks.score import Score, score_file

GOLD = Path("../shared/gold")
FLOORS: dict[str, dict[str, float]] = {}

pytestmark = pytest.mark.skipif(not GOLD.is_dir(), reason="the real cases are not beside this repository")


@cache
def scored(case: str) -> Score:
    return score_file(GOLD / f"{case}.yaml")


@pytest.mark.parametrize(("case", "row"), [(case, row) for case in FLOORS for row in FLOORS[case]])
def test_a_real_case_is_read_at_least_this_well(case, row):
    assert scored(case).rows[row] >= FLOORS[case][row]
