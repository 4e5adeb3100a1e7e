"""``stemma figures`` as a user meets it."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma.case import Briefing
from stemma.cli.app import app
from tests.factories import ferry_fire

run = CliRunner()


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stemma.case.brief_files", lambda *arguments: Briefing(ferry_fire(), ()))


def figures(*arguments: str | Path):
    return run.invoke(app, ["figures", "reports", *map(str, arguments)])


def lines(*arguments: str) -> list[dict]:
    return [json.loads(line) for line in figures("-f", "jsonl", *arguments).stdout.splitlines()]


def test_the_ends_of_what_is_claimed_now_are_named_with_who_claims_them():
    assert "claimed now: 12 (The Inland Post itself) to ≥ 12 (Ilse Brandt)" in " ".join(figures().stdout.split())


def test_a_sum_that_does_not_work_out_is_told_first_and_marked():
    told = figures().stdout
    assert 0 < told.index("✕ does not work out: 12 is not more than 12") < told.index("✓ works out: 28 + 12 = 40")


def test_only_what_is_counted_in_some_words_may_be_wanted():
    assert {line["counts"] for line in lines("--counts", "Injured")} == {"injured"}
    assert "no such figure was found" in figures("--counts", "giraffes").stderr


def test_only_what_several_outlets_count_may_be_wanted():
    assert min(line["outlets"] for line in lines("--min-outlets", "2")) >= 2


def test_the_sums_stand_with_the_figures_that_they_hold():
    (injured,) = lines("--counts", "injured")
    assert {made["holds"] for made in injured["sums"]} == {True, False}
    rows = list(
        csv.DictReader(io.StringIO(figures("-f", "csv", "--counts", "unhurt").stdout_bytes.decode(), newline=""))
    )
    assert [(row["sums_hold"], row["sums_fail"]) for row in rows] == [("28 + 12 = 40", "")]


def test_a_picture_goes_to_its_file(tmp_path: Path):
    target = tmp_path / "injured.svg"
    assert figures("-f", "svg", "-o", target, "--counts", "injured").exit_code == 0
    assert target.read_text(encoding="utf-8").startswith("<svg ")
