"""Many reports at once, on the command line."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma.cli.app import app
from stemma.cli.pace import Pace
from stemma.model.batch import Stage, Summary

EXAMPLE = Path(__file__).parents[2] / "examples" / "gorna"


@pytest.fixture(scope="module")
def tables(tmp_path_factory: pytest.TempPathFactory) -> Path:
    pytest.importorskip("duckdb", reason="pip install 'stemma-news[batch]'")
    out = tmp_path_factory.mktemp("batch") / "tables"
    result = CliRunner().invoke(app, ["batch", str(EXAMPLE), "--out", str(out), "--workers", "1", "--log-json"])
    assert result.exit_code == 0, result.output
    assert result.stdout.startswith(f"{out}: 1 stories: 8 documents")
    assert json.loads(result.stderr.splitlines()[-1])["tell"] == 8
    return out


def test_the_tables_hold_what_the_brief_holds(tables: Path):
    import pyarrow.dataset as ds

    brief = json.loads(CliRunner().invoke(app, ["brief", str(EXAMPLE), "--format", "json"]).stdout)
    for table in ("documents", "attributions", "sources", "claims", "derivations", "figures"):
        rows = ds.dataset(str(tables / table), format="parquet").to_table(columns=["id"])
        assert sorted(rows["id"].to_pylist()) == sorted(one["id"] for one in brief[table])
    for table in ("positions", "drift"):
        assert ds.dataset(str(tables / table), format="parquet").count_rows() == len(brief[table])
    claims = ds.dataset(str(tables / "claims"), format="parquet").to_table().to_pylist()
    assert {(c["text"], c["origins_low"], c["origins_high"]) for c in claims} == {
        (c["text"], c["origins"]["low"], c["origins"]["high"]) for c in brief["claims"]
    }


def test_each_span_of_the_tables_cuts_to_its_words(tables: Path):
    import pyarrow.dataset as ds

    texts = {
        row["id"]: row["text"] for row in ds.dataset(str(tables / "documents"), format="parquet").to_table().to_pylist()
    }
    rows = ds.dataset(str(tables / "attributions"), format="parquet").to_table().to_pylist()
    assert rows
    for row in rows:
        cut = [texts[row["document"]][span["start"] : span["end"]] for span in row["content_spans"]]
        assert " ".join(cut) == row["content"]


def test_a_story_of_the_tables_becomes_a_case(tables: Path, tmp_path: Path):
    case = tmp_path / "dam.stemma"
    opened = CliRunner().invoke(app, ["case", str(case), "--from", str(tables), "dam gates"])
    assert opened.exit_code == 0, opened.output
    assert opened.stdout.startswith(f"{case}: 8 documents")
    assert CliRunner().invoke(app, ["verify", str(case)]).exit_code == 0


def test_words_that_no_story_has_are_said(tables: Path, tmp_path: Path):
    result = CliRunner().invoke(app, ["case", str(tmp_path / "x.stemma"), "--from", str(tables), "zeppelin"])
    assert "no story in it speaks of" in str(result.exception)
    assert not (tmp_path / "x.stemma").exists()


def test_nothing_to_read_is_said(tmp_path: Path):
    pytest.importorskip("duckdb", reason="pip install 'stemma-news[batch]'")
    result = CliRunner().invoke(app, ["batch", str(tmp_path), "--out", str(tmp_path / "tables")])
    assert "nothing to read" in str(result.exception)


def test_what_cannot_be_used_is_told_once_for_all_and_where_nothing_can_be_it_is_exit_1(tmp_path: Path):
    pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
    for name in "abc":
        pq.write_table(pa.table({"n": [1], "score": [0.5]}), tmp_path / f"{name}.parquet")
    words = ["batch", str(tmp_path), "--out", str(tmp_path / "tables"), "--workers", "1"]
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 1
    (line,) = result.stderr.splitlines()
    assert line.startswith(f"stemma: {tmp_path}/a.parquet: has no column with text (n, score); say which one")
    assert line.endswith("(and 2 more)")
    assert "3 set aside" in result.stdout


def test_the_time_that_is_left_is_told_once_it_can_be_known():
    seconds = iter([0.0, 1.0, 100.0])
    lines: list[str] = []
    pace = Pace(lines.append, every=0.5, as_json=False, clock=lambda: next(seconds))
    pace.at(0.01, "a")
    pace.done(Stage.READ, 1)
    pace.at(0.25, "a")
    pace.done(Stage.READ, 99)
    assert lines == ["reading 1 documents", "reading 100 documents, 1.0 a second, about 5 min left to read"]


def test_the_time_that_is_left_to_compare_is_told_too():
    now = [0.0]
    lines: list[str] = []
    pace = Pace(lines.append, every=0.5, as_json=False, clock=lambda: now[0])
    pace.done(Stage.READ, 900)
    now[0] = 10.0
    pace.done(Stage.PART, 800)
    now[0] = 20.0
    pace.done(Stage.TELL, 200, is_new=False)
    now[0] = 110.0
    pace.done(Stage.TELL, 100)
    assert lines[-3:] == [
        "putting documents to their stories: 800 of 900",
        "comparing 200 of 800 documents",
        "comparing 300 of 800 documents, 1.0 a second, about 8 min left",
    ]


def test_what_is_set_aside_is_told_as_it_goes():
    lines: list[str] = []
    pace = Pace(lines.append, every=0.0, as_json=False, clock=lambda: 0.0)
    pace.done(Stage.READ, 40)
    pace.done(Stage.ASIDE, 12)
    assert lines[-1] == "reading 40 documents, 12 set aside"


def test_a_log_is_json_and_ends_with_what_became_of_all():
    lines: list[str] = []
    pace = Pace(lines.append, every=0.0, as_json=True, clock=iter(range(9)).__next__)
    pace.done(Stage.READ, 3, is_new=False)
    pace.finish(Summary({"claims": 2}, 1, {"read": 1}))
    assert json.loads(lines[0])["before"] == 3
    assert json.loads(lines[-1])["rows"] == {"claims": 2}
    assert json.loads(lines[-1])["set_aside"] == {"read": 1}


def test_a_log_says_how_much_is_left_once_it_can_be_known():
    now = [0.0]
    lines: list[str] = []
    pace = Pace(lines.append, every=0.0, as_json=True, clock=lambda: now[0])
    pace.at(0.25, "a")
    pace.done(Stage.READ, 50)
    now[0] = 100.0
    pace.done(Stage.READ, 50)
    told = [(json.loads(line)["documents_a_second"], json.loads(line)["seconds_left"]) for line in lines]
    assert told == [(None, None), (1.0, 300)]
