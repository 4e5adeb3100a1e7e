"""The timeline as a table, of the story of a ferry fire."""

import json
from dataclasses import replace
from datetime import date

from stemma.model import Interval, Published
from stemma.tell import TimelineTable, table_as_json_lines, table_as_terminal
from tests.factories import ferry_fire

THIRD = Interval.day(date(2031, 3, 3))


def lines(table: TimelineTable) -> list[dict]:
    return [json.loads(line) for line in table_as_json_lines(table).splitlines()]


def test_the_days_stand_in_their_order():
    days = [line["on"]["earliest"] for line in lines(TimelineTable.of(ferry_fire()))]
    assert days == sorted(days)
    assert len(set(days)) > 2


def test_what_was_said_names_who_said_it():
    told = table_as_terminal(TimelineTable.of(ferry_fire(), kind="said"))
    assert "Ilse Brandt: “" in told
    assert "Teo Varga (denies): “" in told


def test_one_kind_may_be_all_that_is_wanted():
    for kind in ("said", "published"):
        assert {line["kind"] for line in lines(TimelineTable.of(ferry_fire(), kind=kind))} == {kind}


def test_only_what_may_have_been_on_the_wanted_days_is_told():
    found = lines(TimelineTable.of(ferry_fire(), within=THIRD))
    assert found
    assert all(line["on"]["earliest"] <= "2031-03-03" <= line["on"]["latest"] for line in found)


def test_a_publication_has_its_document_also_where_no_title_stands_in_the_text():
    brief = ferry_fire()
    bare = tuple(replace(d, title=None, title_span=None, published=Published(THIRD)) for d in brief.documents)
    events = tuple(replace(e, places=(), times=()) for e in brief.events if e.kind == "published")
    for line in lines(TimelineTable.of(replace(brief, documents=bare, events=events))):
        assert [place["text"] for place in line["places"]] == [None]
        assert [document["id"] for document in line["documents"]] == [line["places"][0]["document"]]


def test_what_has_no_day_is_counted_unless_only_some_were_wanted():
    assert "Without a day: " in table_as_terminal(TimelineTable.of(ferry_fire()))
    assert "Without a day: " not in table_as_terminal(TimelineTable.of(ferry_fire(), kind="said"))
