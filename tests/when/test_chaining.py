"""Times that count from another time of the text."""

from datetime import date

from stemma.model import Interval
from stemma.when import find_times, resolve_all

WEDNESDAY = Interval.day(date(2024, 12, 18))


def check_chain(text: str, *days: str | None) -> None:
    """Hold the times of *text* against their *days*, on Wednesday 18 December 2024."""
    found = resolve_all(text, find_times(text), WEDNESDAY)
    got = [None if d is None else str(d.earliest) if d.is_day else f"{d.earliest}/{d.latest}" for d in found]
    assert got == list(days)


def test_a_distance_counts_from_the_time_told_last():
    check_chain("The dam broke on 3 May 2021. Two days later the gates fell.", "2021-05-03", "2021-05-05")
    check_chain("It fell on May 31, 2021. A month earlier it had held.", "2021-05-31", "2021-04-30")
    check_chain("The dam broke on 3 May 2021, and on the same day the gates fell.", "2021-05-03", "2021-05-03")


def test_dates_in_numbers_are_read_in_the_order_of_those_that_have_one_only():
    check_chain("It opened on 03/04/2019 and shut on 25/03/2020.", "2019-04-03", "2020-03-25")
    check_chain("It opened on 03/04/2019 and shut on 03/25/2020.", "2019-03-04", "2020-03-25")
    check_chain("It shut on 25/03/2020, on 03/25/2020 and on 03/04/2025.", "2020-03-25", "2020-03-25", None)


def test_a_vague_distance_and_one_from_nothing_stay_open():
    check_chain("The dam broke on 3 May 2021. Days later the gates fell.", "2021-05-03", None)
    check_chain("Two days later the gates fell.", None)


def test_a_distance_from_what_has_no_day_stays_open():
    check_chain("The dam broke on 3 May 2021. A week after the vote the gates fell.", "2021-05-03", None)
    check_chain("The dam broke on 3 May 2021. Ten days before Ann Moss left, it held.", "2021-05-03", None)
    check_chain("The dam broke on 3 May 2021. It was mended over the next year.", "2021-05-03", None)


def test_the_following_year_is_a_year_of_the_calendar():
    check_chain("The dam broke on 3 May 2021. The following year it held.", "2021-05-03", "2022-01-01/2022-12-31")


def test_a_quarter_is_held_against_a_quarter_whatever_its_last_day():
    check_chain(
        "Sales fell in the quarter that ended on 30 Sept. 2024, as in the year-earlier quarter.",
        "2024-09-30", "2023-07-01/2023-09-30",
    )  # fmt: skip


def test_a_comparison_holds_a_quarter_against_the_one_a_year_before():
    check_chain(
        "Sales rose in the third quarter from 12 million a year ago. Costs fell from 9 million a year earlier.",
        "2024-07-01/2024-09-30", "2023-07-01/2023-09-30", "2023-07-01/2023-09-30",
    )  # fmt: skip
