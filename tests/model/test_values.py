"""Ids and intervals."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.model import Interval, make_id

days = st.dates(date(1990, 1, 1), date(2040, 1, 1))
intervals = st.builds(lambda day, n: Interval(day, day + timedelta(days=n)), days, st.integers(0, 400))


def test_two_tuples_that_join_to_one_string_have_two_ids():
    assert make_id("x", "ab", "c") != make_id("x", "a", "bc")


def test_an_interval_cannot_end_before_it_begins():
    with pytest.raises(ValueError, match="before it begins"):
        Interval(date(2024, 3, 2), date(2024, 3, 1))


@given(intervals, intervals)
def test_what_two_intervals_share_lies_in_both(left, right):
    shared = left.meet(right)
    assert shared == right.meet(left)
    if shared:
        assert left.earliest <= shared.earliest <= shared.latest <= left.latest
        assert shared.days <= min(left.days, right.days)
