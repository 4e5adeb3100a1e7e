from datetime import date, timedelta
from itertools import pairwise

import pytest

from stemma.model import Interval
from stemma.tell.charts.times import LETTER, Calendar


@pytest.mark.parametrize("length", [0, 1, 5, 11, 40, 100, 400, 2_000, 30_000, 700_000])
def test_the_labels_of_any_length_of_time_have_room(length: int):
    first = date(31, 3, 5)
    ends = [Interval.day(first), Interval.day(first + timedelta(days=length))]
    ticks = Calendar.over(ends, 90, 400).ticks()
    assert 1 <= len(ticks) <= 13
    for one, other in pairwise(ticks):
        assert other.x - one.x > (len(one.label) + len(other.label)) * LETTER / 2


def test_the_year_is_said_where_it_changes():
    ends = [Interval.day(date(2030, 11, 20)), Interval.day(date(2031, 3, 10))]
    assert [tick.label for tick in Calendar.over(ends, 0, 400).ticks()] == ["Dec 2030", "Jan 2031", "Feb", "Mar"]
