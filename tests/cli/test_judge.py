import csv
import io
import json
import shutil

import pytest
from typer.testing import CliRunner

from stemma.cli.app import app
from stemma.errors import StemmaError

run = CliRunner()


@pytest.fixture(scope="module")
def gorna(tmp_path_factory):
    """The example as a case."""
    path = tmp_path_factory.mktemp("gorna") / "gorna.stemma"
    assert run.invoke(app, ["init", str(path)]).exit_code == 0
    assert run.invoke(app, ["add", str(path), "examples/gorna"]).exit_code == 0
    return path


@pytest.fixture
def case(gorna, tmp_path):
    return str(shutil.copy(gorna, tmp_path / "case.stemma"))


@pytest.fixture(scope="module")
def plain(gorna):
    """The brief of the example before anybody judged."""
    return json.loads(run.invoke(app, ["brief", str(gorna), "-f", "json"]).stdout)


def judge(case, *words, by="ann", stdin=None):
    return run.invoke(app, ["judge", case, *words, "--by", by], input=stdin)


def brief(case):
    return json.loads(run.invoke(app, ["brief", case, "-f", "json"]).stdout)


def log(case):
    return [json.loads(line) for line in run.invoke(app, ["log", case, "-f", "jsonl"]).stdout.splitlines()]


def test_a_judgement_is_kept_followed_and_told(case, plain):
    assert "judgements" not in plain
    done = judge(case, "same", "1", "2")
    assert done.exit_code == 0
    assert "is the same as" in done.stdout
    after = brief(case)
    assert len(after["claims"]) == len(plain["claims"]) - 1
    (told,) = after["judgements"]
    assert (told["verb"], told["by"], told["state"]) == ("same", "ann", "applied")
    assert {one["id"] for one in told["about"]} <= {a["id"] for a in after["attributions"]}


def test_a_withdrawal_brings_back_the_same_bytes(case):
    before = run.invoke(app, ["brief", case, "-f", "json"]).stdout
    judge(case, "same", "1", "2")
    assert judge(case, "withdraw", "1").exit_code == 0
    assert run.invoke(app, ["brief", case, "-f", "json"]).stdout == before
    assert [one["fate"] for one in log(case)] == ["withdrawn", "stands"]


def test_the_brief_marks_what_is_confirmed_and_what_is_only_suggested(case):
    judge(case, "same", "1", "2")
    judge(case, "text", "3", "What", "we", "say")
    told = run.invoke(app, ["brief", case]).stdout
    assert "✓ confirmed by ann" in told
    assert "suggested by the machine, not judged" in told
    assert "in an analyst's words: What we say (ann)" in told
    page = run.invoke(app, ["brief", case, "-f", "html"]).stdout
    assert "✓ confirmed by ann" in page


def test_two_analysts_who_differ_are_shown_as_a_conflict(case, plain):
    pair = [a["id"] for a in plain["attributions"] if a["claim"] == plain["claims"][0]["id"]][:2]
    judge(case, "same", *pair)
    done = judge(case, "different", *pair, by="bob")
    assert "[conflict with 1]" in done.stdout
    assert [one["fate"] for one in log(case)] == ["conflict", "conflict"]
    assert "Not followed, judged otherwise too: bob" in " ".join(run.invoke(app, ["brief", case]).stdout.split())


def test_what_leads_nowhere_is_told_in_one_line_and_nothing_is_written(case):
    done = judge(case, "same", "1", "99")
    assert isinstance(done.exception, StemmaError)
    assert "no claim's number" in str(done.exception)
    assert len(str(done.exception).splitlines()) == 1
    assert log(case) == []


def test_json_lines_are_judged_all_or_none(case):
    lines = [
        '{"verb": "same", "of": ["1", "2"], "by": "bob", "at": "2026-01-01T12:00:00Z"}',
        '{"verb": "text", "of": ["3"], "value": "In short"}',
    ]
    assert judge(case, "-", stdin="\n".join([*lines, '{"verb": "same", "of": ["1"]}', "nonsense"])).exit_code == 1
    assert log(case) == []
    assert judge(case, "-", stdin="\n".join(lines)).exit_code == 0
    assert [(one["by"], one["verb"]) for one in log(case)] == [("bob", "same"), ("ann", "text")]


def test_the_log_is_a_table_that_no_spreadsheet_runs(case):
    judge(case, "note", "1", "=1+1")
    rows = list(csv.DictReader(io.StringIO(run.invoke(app, ["log", case, "-f", "csv"]).stdout)))
    assert [(row["verb"], row["value"]) for row in rows] == [("note", "'=1+1")]


def test_an_empty_log_says_how_to_begin(case):
    done = run.invoke(app, ["log", case])
    assert done.stdout == ""
    assert "stemma judge --help" in done.stderr


def test_judgements_travel_with_an_export(case, tmp_path):
    judge(case, "same", "1", "2")
    copy, other = str(tmp_path / "copy.zip"), str(tmp_path / "other.stemma")
    assert run.invoke(app, ["export", case, "-o", copy]).exit_code == 0
    done = run.invoke(app, ["import", other, copy])
    assert "8 new or newer, 0 there already; 1 new in the journal" in done.stderr
    assert (
        run.invoke(app, ["brief", other, "-f", "json"]).stdout == run.invoke(app, ["brief", case, "-f", "json"]).stdout
    )


def test_words_are_put_right_and_taken_back(case):
    before = brief(case)
    said = next(a for a in before["attributions"] if a["source_span"] and a["cue_span"])
    start, end = said["content_spans"][0]
    assert judge(case, "words", said["id"], f"{start}:{end - 9}").exit_code == 0
    after = next(a for a in brief(case)["attributions"] if a["id"] == said["id"])
    assert after["content_spans"][0] != said["content_spans"][0]
    assert (after["source_span"], after["cue_span"]) == (said["source_span"], said["cue_span"])
    judge(case, "withdraw", "1")
    assert brief(case) == before
