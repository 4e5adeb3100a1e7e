"""What holds for each table: every place is true, nothing runs, the same brief gives the same bytes."""

import csv
import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from stemma.case import verify_brief
from stemma.model import Brief, Source
from stemma.tell import (
    ClaimsTable,
    DriftTable,
    FiguresTable,
    OriginsTable,
    PositionsTable,
    Table,
    TimelineTable,
    as_html,
    as_markdown,
    as_terminal,
    is_lines,
    read_line_pins,
    table_as_csv,
    table_as_json_lines,
    table_as_terminal,
)
from stemma.tell.layout import cells
from stemma.tell.spreadsheet import unguarded
from tests.factories import ferry_fire, write_story
from tests.tell.stories import A_CIRCLE, arbitrary_briefs, brief_of

TABLES = [ClaimsTable.of, OriginsTable.of, PositionsTable.of, DriftTable.of, FiguresTable.of, TimelineTable.of]
each_table = pytest.mark.parametrize(
    "make", TABLES, ids=["claims", "origins", "positions", "drift", "figures", "timeline"]
)


def rows(table: Table) -> list[dict[str, str]]:
    sheet = io.StringIO(table_as_csv(table), newline="")
    return [{name: unguarded(cell) for name, cell in row.items()} for row in csv.DictReader(sheet)]


def lines(table: Table) -> list[dict]:
    return [json.loads(line) for line in table_as_json_lines(table).splitlines()]


@each_table
@settings(max_examples=25, deadline=None)
@given(brief=arbitrary_briefs())
def test_every_place_in_the_lines_cuts_what_it_says(make: Callable[[Brief], Table], brief: Brief):
    told = table_as_json_lines(make(brief))
    documents, pins = read_line_pins(told)
    texts = {document.id: document.text for document in brief.documents}
    assert {document.id for document in documents} <= texts.keys()
    for pin in pins:
        assert " ".join(span.cut(texts[pin.document]) for span in pin.spans) == pin.text


@each_table
@settings(max_examples=25, deadline=None)
@given(brief=arbitrary_briefs())
def test_every_line_and_every_row_has_the_same_keys(make: Callable[[Brief], Table], brief: Brief):
    table = make(brief)
    assert len({tuple(line) for line in lines(table)}) <= 1
    assert all(tuple(row) == table.columns for row in rows(table))


@each_table
@settings(max_examples=25, deadline=None)
@given(brief=arbitrary_briefs())
def test_no_line_is_wider_than_the_terminal(make: Callable[[Brief], Table], brief: Brief):
    for width in (80, 50):
        told = table_as_terminal(make(brief), width)
        assert max((cells(line) for line in told.splitlines()), default=0) <= width


@each_table
def test_the_lines_agree_with_the_archived_bytes(make: Callable[[Brief], Table], tmp_path: Path):
    write_story(ferry_fire(), tmp_path)
    told = table_as_json_lines(make(ferry_fire()))
    assert is_lines(told)
    verdict = verify_brief(told, [str(tmp_path)])
    assert verdict.agrees
    assert verdict.spans


@each_table
@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(brief=arbitrary_briefs())
def test_the_same_brief_gives_the_same_bytes(make: Callable[[Brief], Table], brief: Brief):
    for tell in (table_as_csv, table_as_json_lines, table_as_terminal):
        assert tell(make(brief)) == tell(make(brief))


@each_table
def test_a_name_that_a_spreadsheet_would_run_is_guarded(make: Callable[[Brief], Table]):
    brief = ferry_fire()
    odd = "=HYPERLINK(1)"
    sources = tuple(replace(s, name=odd) for s in brief.sources)
    documents = tuple(replace(d, path=f"+{d.path}", outlet=f"@{d.outlet}") for d in brief.documents)
    told = csv.reader(io.StringIO(table_as_csv(make(replace(brief, sources=sources, documents=documents))), newline=""))
    assert not [cell for row in told for cell in row if cell.startswith(("=", "+", "-", "@"))]


@each_table
def test_a_table_of_nothing_is_a_header(make: Callable[[Brief], Table]):
    table = make(Brief(documents=()))
    assert len(table) == 0
    assert table_as_csv(table) == ",".join(table.columns) + "\r\n"
    assert table_as_json_lines(table) == ""
    assert table_as_terminal(table) == ""


def test_claims_have_their_digit_with_reasons_for_and_against():
    brief = brief_of(
        "herald | Ilse Brandt (Maravia) | the ferry sank",
        "gazette | Ilse Brandt (Maravia) | the ferry sank",
        "metro | Teo Varga denied | the ferry sank",
    )
    (line,) = lines(ClaimsTable.of(brief))
    assert line["grade"]["for"]
    assert line["grade"]["against"] == ["Teo Varga denied it"]
    (row,) = rows(ClaimsTable.of(brief))
    assert (row["outlets"], row["origins_low"], row["origins_high"], row["origins"]) == ("3", "1", "1", "Ilse Brandt")


def test_claims_of_few_outlets_may_be_left_out():
    brief = brief_of(
        "a: herald | Ilse Brandt | it sank", "a: metro | Ilse Brandt | it sank", "b: metro | - | it rained"
    )
    for make in (ClaimsTable, OriginsTable):
        assert len(make.of(brief)) == 2
        assert len(make.of(brief, min_outlets=2)) == 1
        assert len(make.of(brief, min_outlets=3)) == 0


def test_origins_say_who_folds_into_whom_and_why():
    brief = brief_of("herald | Ilse Brandt | the ferry sank", "metro | reportedly | the ferry went down")
    (line,) = lines(OriginsTable.of(brief))
    assert [origin["name"] for origin in line["origins"]] == ["Ilse Brandt"]
    (fold,) = line["folds"]
    assert (fold["name"], fold["into"]["name"], fold["is_certain"]) == ("reportedly", "Ilse Brandt", False)
    assert [place["text"] for place in fold["places"]] == ["the ferry went down"]
    assert [row["part"] for row in rows(OriginsTable.of(brief))] == ["origin", "may_fold"]


def test_origins_say_what_would_settle_their_number():
    (line,) = lines(OriginsTable.of(ferry_fire(), min_outlets=2))[1:]
    assert line["settle"]["question"].startswith("whether ")
    assert line["settle"]["derivation"]["evidence"]


def test_a_circle_is_seen_in_the_origins():
    table = OriginsTable.of(brief_of(*A_CIRCLE))
    (line,) = lines(table)
    assert [len(circle) for circle in line["circles"]] == [2]
    assert "↻ circle: " in table_as_terminal(table)
    assert all("none of them is an origin of the others" in row["circle"] for row in rows(table))


def test_drift_has_the_words_on_both_sides():
    for line in lines(DriftTable.of(ferry_fire())):
        assert line["place"]["text"]
        assert line["against"]["text"]
        assert line["explanation"]


def test_drift_of_one_kind_may_be_all_that_is_wanted():
    kinds = [line["kind"] for line in lines(DriftTable.of(ferry_fire()))]
    assert len(set(kinds)) > 1
    assert [line["kind"] for line in lines(DriftTable.of(ferry_fire(), kind=kinds[0]))] == [kinds[0]] * kinds.count(
        kinds[0]
    )


def test_a_source_that_speaks_for_nobody_known_is_no_fault():
    brief = ferry_fire()
    stray = tuple(replace(s, party="s-gone") if isinstance(s, Source) and s.party else s for s in brief.sources)
    for make in TABLES:
        assert table_as_csv(make(replace(brief, sources=stray)))


def test_a_circle_is_told_wherever_the_claim_is():
    brief = brief_of(*A_CIRCLE)
    words = "none of them is an origin of the others"
    for tell in (as_terminal, as_markdown, as_html):
        assert words in " ".join(tell(brief).split())


def test_a_number_of_hundreds_of_digits_is_cut_in_the_terminal():
    brief = ferry_fire()
    huge = tuple(replace(figure, low=1e300, high=1e300) for figure in brief.figures)
    for told in (
        table_as_terminal(FiguresTable.of(replace(brief, figures=huge))),
        as_terminal(replace(brief, figures=huge)),
    ):
        assert max(map(cells, told.splitlines())) <= 80
