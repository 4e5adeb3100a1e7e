"""Documents are read a few at once and told in order."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stemma.case.files.ahead import work_ahead


@given(st.lists(st.integers()), st.integers(1, 4))
def test_what_comes_out_is_in_the_order_of_what_went_in(items, workers):
    assert list(work_ahead(items, str, workers)) == [str(item) for item in items]


@pytest.mark.parametrize("workers", [1, 3])
def test_no_more_is_opened_than_can_be_worked_on(workers):
    opened = []

    def items():
        for number in itertools.count():
            opened.append(number)
            yield number

    told = work_ahead(items(), str, workers)
    assert [next(told), next(told)] == ["0", "1"]
    assert len(opened) <= 2 + workers
    told.close()


@pytest.mark.parametrize("workers", [1, 3])
def test_what_goes_wrong_in_one_is_told_in_its_turn(workers):
    told = work_ahead([2, 1, 0, 4], lambda number: 4 // number, workers)
    assert [next(told), next(told)] == [2, 4]
    with pytest.raises(ZeroDivisionError):
        next(told)
