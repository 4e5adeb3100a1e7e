"""The verbs that tell one part of the brief as a user meets them."""

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma.case import brief_files
from stemma.cli.app import app
from stemma.errors import StemmaError
from stemma.model import Brief

EXAMPLE = Path("examples/gorna")
VERBS = ["claims", "origins", "positions", "drift", "figures", "timeline"]
REPORT = """Harbour bridge closed after crack is found

March 12, 2024

The harbour bridge of Lund Bay was closed on Tuesday after engineers had found a crack in one of its pillars.

“Nobody was in danger at any time,” said Ines Volk. Otto Brahm denied that the crack was old.
"""

run = CliRunner()
each_verb = pytest.mark.parametrize("verb", VERBS)


def stemma(*arguments: str | Path, stdin: bytes | None = None):
    return run.invoke(app, [*map(str, arguments)], input=stdin)


@pytest.fixture(scope="module")
def example() -> Brief:
    return brief_files([str(EXAMPLE)]).brief


@pytest.fixture
def told(example: Brief, monkeypatch: pytest.MonkeyPatch):
    """The verbs, over the example story read once."""
    from stemma.case import Briefing

    monkeypatch.setattr("stemma.case.brief_files", lambda *arguments: Briefing(example, ()))
    return lambda *arguments: stemma(*arguments[:1], *arguments[1:], EXAMPLE)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@each_verb
def test_the_example_has_a_table_of_each(told, verb):
    result = told(verb)
    assert result.exit_code == 0
    assert "1_agency.txt" in result.stdout


@each_verb
def test_json_lines_are_verified_against_the_documents(told, verb, tmp_path):
    target = tmp_path / "table.jsonl"
    assert told(verb, "-f", "jsonl", "-o", target).stdout == ""
    result = stemma("verify", target, EXAMPLE)
    assert result.exit_code == 0
    assert "agree with the archived bytes" in result.stdout


@each_verb
def test_csv_has_as_many_rows_as_there_are_lines_of_json(told, verb):
    rows = list(csv.DictReader(io.StringIO(told(verb, "-f", "csv").stdout_bytes.decode(), newline="")))
    lines = told(verb, "-f", "jsonl").stdout.splitlines()
    key = {"claims": "id", "drift": "explanation", "timeline": "id", "figures": "tally"}.get(verb, "claim")
    assert {row[key] for row in rows} == {json.loads(line)[key] or "" for line in lines}


def test_what_only_few_outlets_carry_may_be_left_out(told):
    many = [
        json.loads(line)["outlets"] for line in told("claims", "-f", "jsonl", "--min-outlets", "3").stdout.splitlines()
    ]
    assert many
    assert min(many) >= 3


def test_one_kind_of_change_may_be_all_that_is_wanted(told):
    lines = told("drift", "-f", "jsonl", "--kind", "headline_overstates").stdout.splitlines()
    assert {json.loads(line)["kind"] for line in lines} == {"headline_overstates"}


def test_a_kind_that_does_not_exist_is_answered_with_those_that_do():
    result = stemma("drift", "--kind", "lies", EXAMPLE)
    assert result.exit_code == 2
    assert "source_blurred" in result.stderr


def test_one_actor_may_be_all_that_is_wanted(told):
    lines = [json.loads(line) for line in told("positions", "-f", "jsonl", "--actor", "vesland").stdout.splitlines()]
    assert {line["position"] for line in lines} > {"deny", "not_in_these_documents"}


def test_filters_that_leave_nothing_say_so(told):
    result = told("positions", "--actor", "nobody")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr.startswith("stemma: no such position was found in 8 documents\n")


@each_verb
def test_no_path_is_a_usage_error(verb):
    assert stemma(verb).exit_code == 2


@each_verb
def test_an_empty_folder_is_one_line(verb, tmp_path):
    result = stemma(verb, tmp_path)
    assert isinstance(result.exception, StemmaError)
    assert "no report in it" in str(result.exception)


def test_an_output_folder_that_is_missing_is_said_before_anything_is_read(report, tmp_path, monkeypatch):
    monkeypatch.setattr("stemma.case.brief_files", lambda *arguments: pytest.fail("it was read"))
    result = stemma("claims", report, "-o", tmp_path / "no" / "claims.csv")
    assert isinstance(result.exception, StemmaError)


@each_verb
def test_a_document_in_which_nobody_says_anything_is_no_fault(verb, tmp_path):
    (tmp_path / "rain.txt").write_text("Rain fell on the town all through the night.\n")
    result = stemma(verb, tmp_path)
    assert result.exit_code == 0
    assert "rain.txt" in result.stderr
    assert verb in ("claims", "origins") or " was found in 1 document\n" in result.stderr


@each_verb
def test_one_document_is_enough(verb, report):
    assert stemma(verb, report, "-f", "csv").exit_code == 0


def test_standard_input_is_a_document():
    lines = stemma("claims", "-", "-f", "jsonl", stdin=REPORT.encode()).stdout.splitlines()
    assert any("Nobody was in danger" in json.loads(line)["text"] for line in lines)


def test_copies_of_one_report_are_one_origin(tmp_path):
    for at in range(10):
        (tmp_path / f"{at}.txt").write_text(f"{REPORT}\nPrinted in edition {at}.\n", encoding="utf-8")
    claims = [json.loads(line) for line in stemma("origins", tmp_path, "-f", "jsonl").stdout.splitlines()]
    danger = next(claim for claim in claims if "in danger" in claim["text"])
    assert (danger["low"], danger["high"]) == (1, 1)
    assert stemma("tree", danger["claim"], tmp_path).exit_code == 0


def test_a_named_file_that_is_missing_is_exit_1_and_the_others_are_told(report, tmp_path):
    result = stemma("claims", report, tmp_path / "gone.txt", "-f", "jsonl")
    assert result.exit_code == 1
    assert result.stdout
    assert "gone.txt: no such file" in result.stderr
