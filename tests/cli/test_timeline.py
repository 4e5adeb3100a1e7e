"""``stemma timeline`` as a user meets it."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma.case import Briefing
from stemma.cli.app import app
from stemma.errors import MissingExtraError
from tests.factories import ferry_fire

run = CliRunner()


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stemma.case.brief_files", lambda *arguments: Briefing(ferry_fire(), ()))


def timeline(*arguments: str | Path):
    return run.invoke(app, ["timeline", "reports", *map(str, arguments)])


def test_only_some_kinds_and_days_may_be_wanted():
    told = timeline("-f", "jsonl", "--kind", "said", "--from", "2031-03-04", "--to", "2031-03-04").stdout
    found = [json.loads(line) for line in told.splitlines()]
    assert [(line["kind"], line["on"]["earliest"]) for line in found] == [("said", "2031-03-04")]


def test_days_that_end_before_they_begin_are_a_usage_error():
    result = timeline("--from", "2031-03-04", "--to", "2031-03-01")
    assert result.exit_code == 2
    assert "2031-03-01 is before --from 2031-03-04" in result.stderr


def test_a_filter_that_leaves_nothing_says_so():
    result = timeline("--to", "1999-01-01")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "no such dated event was found" in result.stderr


def test_a_calendar_goes_to_its_file(tmp_path: Path):
    pytest.importorskip("icalendar", reason="the extra ics is not installed")
    target = tmp_path / "fire.ics"
    assert timeline("-f", "ics", "-o", target).exit_code == 0
    assert target.read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_that_calendars_cannot_be_written_is_said_before_anything_is_read(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("stemma.tell.tables.calendar.find_spec", lambda name: None)
    monkeypatch.setattr("stemma.case.brief_files", None)
    assert isinstance(timeline("-f", "ics").exception, MissingExtraError)
