"""The timeline as a calendar, read back by the library that reads calendars."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings

from stemma.errors import MissingExtraError
from stemma.model import Brief, Interval
from stemma.tell import TimelineTable, check_calendar, timeline_as_calendar
from tests.factories import ferry_fire
from tests.tell.stories import arbitrary_briefs

icalendar = pytest.importorskip("icalendar", reason="the extra ics is not installed")


def entries(brief: Brief):
    return icalendar.Calendar.from_ical(timeline_as_calendar(TimelineTable.of(brief))).walk("VEVENT")


def first_moved_to(days: Interval, *, is_running: bool = False) -> Brief:
    brief = ferry_fire()
    return replace(brief, events=(replace(brief.events[0], on=days, is_running=is_running),))


def test_each_event_is_an_entry_of_whole_days():
    brief = ferry_fire()
    found = entries(brief)
    assert len(found) == len(brief.events)
    for entry, event in zip(found, brief.events, strict=True):
        assert entry.decoded("dtstart") == event.on.earliest
        assert entry.decoded("dtend") == event.on.latest + timedelta(days=1)


def test_a_day_that_is_open_says_so_before_all_else():
    (entry,) = entries(first_moved_to(Interval(date(2031, 3, 1), date(2031, 3, 4))))
    assert entry["summary"].startswith("Some day of 1–4 Mar 2031: ")


def test_what_goes_on_is_told_of_its_first_day():
    (entry,) = entries(first_moved_to(Interval(date(2031, 1, 1), date(2031, 3, 4)), is_running=True))
    assert entry.decoded("dtend") == date(2031, 1, 2)
    assert entry["summary"].startswith("From this day on: ")


def test_a_reading_that_moves_an_event_keeps_its_uid():
    (first,) = entries(first_moved_to(Interval.day(date(2031, 3, 1))))
    (then,) = entries(first_moved_to(Interval.day(date(2031, 3, 9))))
    assert first["uid"] == then["uid"]


def test_the_last_day_of_all_has_no_day_after_it():
    (entry,) = entries(first_moved_to(Interval.day(date.max)))
    assert "dtend" not in entry


def test_an_entry_leads_back_to_the_document():
    brief = ferry_fire()
    for entry, event in zip(entries(brief), brief.events, strict=True):
        document = next(d for d in brief.documents if d.id == event.documents[0])
        assert document.sha256 in entry["description"]


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(brief=arbitrary_briefs())
def test_lines_are_folded_and_end_as_the_standard_wants(brief: Brief):
    told = timeline_as_calendar(TimelineTable.of(brief))
    assert told == timeline_as_calendar(TimelineTable.of(brief))
    assert told.count("\n") == told.count("\r\n")
    assert max(len(line.encode()) for line in told.split("\r\n")) <= 75


def test_without_the_library_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("stemma.tell.tables.calendar.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"pip install 'stemma-news\[ics\]'"):
        check_calendar()
