"""Odd dates, many dates, dates that no calendar has."""

import time
from datetime import date

import pytest

from stemma.model import Interval
from stemma.when import find_times, resolve

ALL = (
    "On Monday, last year, next month, last decade, 3 March, 999 decades ago, in the past 999 years, last summer, "
    "over the weekend, last quarter, since May, in 1848, the third quarter, tomorrow, two days later."
)


@pytest.mark.parametrize(
    ("sentence", "days"),
    [
        ("It opened on 3 May 1848.", Interval.day(date(1848, 5, 3))),
        ("It opened in 1848, they say.", Interval(date(1848, 1, 1), date(1848, 12, 31))),
        ("It is due on 1 January 2150.", Interval.day(date(2150, 1, 1))),
        ("It opened on 3\nMarch\n2019.", Interval.day(date(2019, 3, 3))),
        ("It opened on March 3,\n2019.", Interval.day(date(2019, 3, 3))),
        ("It opened on 31 November 2019.", None),
        ("It opens tomorrow.", None),
    ],
)
def test_days_of_an_undated_text(sentence, days):
    (found,) = find_times(sentence)
    assert resolve(found, None) == days


@pytest.mark.parametrize(
    "sentence", ["In 1848 villages burned.", "They sold 1848 tons.", "In 2150 homes the light went out."]
)
def test_a_number_like_an_old_year_is_a_number(sentence):
    assert find_times(sentence) == ()


@pytest.mark.parametrize("today", [date.min, date(1000, 1, 1), date(9000, 1, 1), date.max])
def test_no_day_of_a_document_is_too_early_or_too_late(today):
    times = find_times(ALL)
    assert len(times) == 15
    for expression in times:
        resolve(expression, Interval.day(today))


def test_thousands_of_dates_in_a_paragraph_take_time_in_proportion():
    def seconds(count: int) -> float:
        text = ", ".join(f"{i % 28 + 1} March {1900 + i % 100}" for i in range(count))
        start = time.process_time()
        assert len(find_times(text, wide=True)) == count
        return time.process_time() - start

    seconds(100)
    assert min(seconds(2000) for _ in range(3)) < 40 * min(seconds(200) for _ in range(3))
