import csv
import io
import json

import pytest
from typer.testing import CliRunner

from stemma.cli.app import app
from stemma.errors import QueryError

run = CliRunner()


@pytest.fixture(scope="module")
def case(tmp_path_factory):
    path = str(tmp_path_factory.mktemp("gorna") / "gorna.stemma")
    run.invoke(app, ["init", path])
    run.invoke(app, ["add", path, "examples/gorna"])
    run.invoke(app, ["brief", path])  # it is remembered
    return path


def search(case, *words):
    done = run.invoke(app, ["search", case, *words, "-f", "jsonl"])
    assert done.exit_code == 0, done.exception
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_each_place_cuts_what_it_says(case, tmp_path):
    found = search(case, "gates")
    assert {one["kind"] for one in found} == {"body", "content"}
    for one in found:
        assert any("gates" in mark["text"].casefold() for mark in one["marks"])
        assert all(mark["text"] in one["place"]["text"] for mark in one["marks"])
    lines = tmp_path / "found.jsonl"
    lines.write_text(run.invoke(app, ["search", case, "gates", "-f", "jsonl"]).stdout, encoding="utf-8")
    assert run.invoke(app, ["verify", str(lines), "examples/gorna"]).exit_code == 0


def test_filters_leave_what_they_name(case):
    assert {one["stance"] for one in search(case, "gates", "--stance", "deny")} == {"deny"}
    assert {one["source"]["name"] for one in search(case, "gates", "--source", "brandt")} == {"Tomas Brandt"}
    assert {one["kind"] for one in search(case, "brandt", "--kind", "source")} == {"source"}
    for one in search(case, "gates", "--outlet", "herald"):
        assert [document["outlet"] for document in one["documents"]] == ["Tesk Herald"]
    days = {one["documents"][0]["published"]["latest"] for one in search(case, "gates", "--from", "2024-03-06")}
    assert min(days) >= "2024-03-06"


def test_a_filter_alone_lists_all_that_it_names(case):
    assert {one["stance"] for one in search(case, "", "--stance", "deny")} == {"deny"}


def test_a_search_for_nothing_is_told(case):
    assert isinstance(run.invoke(app, ["search", case, "?!"]).exception, QueryError)
    for never in (["", "--kind", "source"], ["", "--kind", "body", "--outlet", "herald"]):
        assert isinstance(run.invoke(app, ["search", case, *never]).exception, QueryError)
    for never in (["flood", "--kind", "body", "--source", "marsh"], ["marsh", "--kind", "source", "--stance", "deny"]):
        assert isinstance(run.invoke(app, ["search", case, *never]).exception, QueryError)
    assert isinstance(run.invoke(app, ["search", case, ""]).exception, QueryError)
    done = run.invoke(app, ["search", case, "xylophone"])
    assert (done.exit_code, done.stdout) == (0, "")
    assert "nothing was found" in done.stderr


def test_the_terminal_shows_the_words_and_says_when_there_is_more(case):
    done = run.invoke(app, ["search", case, "gates", "--limit", "2"])
    assert "gates" in done.stdout
    assert "there is more" in done.stderr
    assert "5 Mar 2024" in done.stdout


def test_the_csv_is_a_row_a_place(case):
    rows = list(csv.DictReader(io.StringIO(run.invoke(app, ["search", case, "gates", "-f", "csv"]).stdout)))
    assert len(rows) == len(search(case, "gates"))
    assert all("gates" in row["words"].casefold() for row in rows)


def test_a_case_that_may_not_be_written_to_is_searched_all_the_same(case, tmp_path):
    copy = tmp_path / "copy.zip"
    other = tmp_path / "other.stemma"
    run.invoke(app, ["export", case, "-o", str(copy)])
    run.invoke(app, ["import", str(other), str(copy)])
    run.invoke(app, ["brief", str(other)])
    other.chmod(0o444)
    assert len(search(str(other), "gates")) == len(search(case, "gates"))
