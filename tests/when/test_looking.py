"""Whether the words around a time look ahead or back, and the days that follow of it, on Wednesday 18 December 2024."""

from datetime import date, time

import pytest

from stemma.model import Interval
from stemma.when import Look, find_times, resolve

WEDNESDAY = Interval.day(date(2024, 12, 18))


def check_look(sentence: str, look: Look, days: str) -> None:
    """Hold the last time of *sentence* against where its words look and its days."""
    found = find_times(sentence)[-1]
    got = resolve(found, WEDNESDAY)
    assert got is not None
    told = str(got.earliest) if got.is_day else f"{got.earliest}/{got.latest}"
    assert (found.look, told) == (look, days)


def test_initials_hours_and_plans_keep_a_time_ahead():
    check_look("Ann Lee will succeed Paul B. Moss on Friday.", Look.AHEAD, "2024-12-20")
    check_look("The pool will close at 9 a.m. Friday.", Look.AHEAD, "2024-12-20")
    check_look("They will fly to the United States on Friday.", Look.AHEAD, "2024-12-20")
    check_look("The council agreed to meet on Friday.", Look.AHEAD, "2024-12-20")
    check_look("The fair opens Friday.", Look.AHEAD, "2024-12-20")
    check_look("She loses it when the plea is heard in February.", Look.AHEAD, "2025-02-01/2025-02-28")


def test_what_was_due_and_what_was_done_lies_behind():
    check_look("The lease had been due to end on Friday.", Look.BACK, "2024-12-13")
    check_look("The match was lost and called off due to rain on Friday.", Look.BACK, "2024-12-13")
    check_look("They did not call her until Friday.", Look.BACK, "2024-12-13")
    check_look("The mill announced the plan on Friday.", Look.BACK, "2024-12-13")
    check_look("She sold the mill in February.", Look.BACK, "2024-02-01/2024-02-29")
    check_look("Sales fell in the year ended Jan. 31.", Look.DONE, "2024-01-31")


def test_a_time_that_opens_its_clause_is_told_by_the_verb_behind_it():
    check_look("On Friday, the league plans to meet.", Look.AHEAD, "2024-12-20")
    check_look("On Friday, the league met.", Look.BACK, "2024-12-13")
    check_look("Until Friday, they had not called.", Look.BACK, "2024-12-13")
    check_look("In January, a fire shut the mill.", Look.BACK, "2024-01-01/2024-01-31")


def test_a_month_that_is_near_is_the_coming_one_where_no_verb_of_the_past_governs_it():
    check_look("A cut in supply in February.", Look.OPEN, "2025-02-01/2025-02-28")
    check_look("A cut in supply in August.", Look.OPEN, "2024-08-01/2024-08-31")


@pytest.mark.parametrize(
    ("sentence", "clock"),
    [
        ("It shut at 9 a.m. EST Tuesday.", time(9)),
        ("It shut at 5:30 p.m. on Tuesday.", time(17, 30)),
        ("It shut at noon Tuesday.", time(12)),
        ("It shut on Tuesday at 17:45.", time(17, 45)),
        ("It shut at midnight Tuesday.", time(0)),
        ("It shut at 13 a.m. Tuesday.", None),
        ("All 12 shut on Tuesday.", None),
    ],
)
def test_the_hour_beside_a_day_is_kept(sentence, clock):
    (found,) = find_times(sentence)
    assert found.clock == clock
