"""The rows of a table over a case are the same told story by story as all at once."""

from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma import tell
from stemma.case import Rows, add_files, brief_files, init_case, judge_case, read_wish, tabling, tell_rows
from stemma.cli.app import app
from stemma.errors import CaseError
from stemma.model import Brief
from stemma.stores.shelving import SqlShelf
from tests.case.stories import ScriptedTagger, loaded_stories, write_reports

TAGGER = ScriptedTagger()
OTHERS = {
    "dam": "The Tarn dam holds\n\nMarch 3, 2019\n\nIva Tran said that the dam of Tarn holds 40 boats.\n",
    "dam2": "Tarn dam is safe\n\nMarch 4, 2019\n\nIva Tran said that the dam of Tarn holds 60 boats.\n",
    "strike": "Ostrava orchestra strikes\n\nMay 7, 2021\n\nOlek Brandt said that players want their pensions.\n",
    "undated": "On gardens\n\nMira Sol said that roses need no pruning in a warm winter.\n",
}
Each = Callable[[tell.Portion, Collection[str]], Iterator[tuple[str, tell.Table]]]
TABLES: dict[str, tuple[Callable[[Brief], tell.Table], Each, str]] = {
    "claims": (tell.ClaimsTable.of, tell.ClaimsTable.each, "claim"),
    "origins": (tell.OriginsTable.of, tell.OriginsTable.each, "claim"),
    "positions": (tell.PositionsTable.of, tell.PositionsTable.each, "claim"),
    "drift": (tell.DriftTable.of, tell.DriftTable.each, "numbered"),
}


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("case")
    reports = folder / "reports"
    write_reports(reports, 5)
    for name, text in OTHERS.items():
        (reports / f"{name}.txt").write_text(text, encoding="utf-8")
    path = str(folder / "many.stemma")
    init_case(path)
    list(add_files(path, [str(reports)], tagger=TAGGER))
    judge_case(
        path, [read_wish(["text", "1", "In short"]), read_wish(["grade", "Iva Tran", "B"])], "ana", tagger=TAGGER
    )
    return path


@pytest.fixture
def brief(case: str) -> Brief:
    return brief_files([case], tagger=TAGGER).brief


def told(case: str, each: Each, of: str, texts: Callable[..., Iterator[tuple[str, str]]]) -> str:
    return "".join(tell_rows(case, Rows(of, lambda one, ids: texts(each(one, ids), one.desk)), tagger=TAGGER))


@pytest.mark.parametrize("first", [(), (1, 2), (64, 256)])
@pytest.mark.parametrize("name", TABLES)
def test_rows_are_the_same_story_by_story(
    case: str, brief: Brief, name: str, first: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(tabling, "FIRST", first)
    of, each, kind = TABLES[name]
    assert told(case, each, kind, tell.each_as_json_lines) == tell.table_as_json_lines(of(brief))
    header, _, rows = tell.table_as_csv(of(brief)).partition("\r\n")
    assert header
    assert told(case, each, kind, tell.each_as_csv) == rows


@pytest.mark.parametrize("name", ["claims", "origins"])
def test_claims_of_few_outlets_are_left_out(case: str, brief: Brief, name: str):
    of, each, kind = TABLES[name]
    some = told(case, partial(each, min_outlets=2), kind, tell.each_as_json_lines)
    assert some == tell.table_as_json_lines(of(brief, min_outlets=2))


def test_the_first_rows_are_told_before_all_stories_are_loaded(
    case: str, brief: Brief, monkeypatch: pytest.MonkeyPatch
):
    loaded = loaded_stories(monkeypatch)
    monkeypatch.setattr(tabling, "FIRST", (1,))
    _, each, kind = TABLES["claims"]
    rows = tell_rows(case, Rows(kind, lambda one, ids: tell.each_as_csv(each(one, ids), one.desk)), tagger=TAGGER)
    next(rows)
    assert len(loaded) == 1
    rows.close()


def test_a_case_that_is_changed_meanwhile_is_said(case: str, brief: Brief, monkeypatch: pytest.MonkeyPatch):
    _, each, kind = TABLES["claims"]
    rows = tell_rows(case, Rows(kind, lambda one, ids: tell.each_as_csv(each(one, ids), one.desk)), tagger=TAGGER)
    next(rows)
    monkeypatch.setattr(SqlShelf, "state", lambda shelf: "another")
    with pytest.raises(CaseError, match="another program has changed it"):
        list(rows)


def test_the_command_line_tells_the_same_of_a_case_as_of_its_files(tmp_path: Path):
    run = CliRunner()
    case = str(tmp_path / "gorna.stemma")
    run.invoke(app, ["init", case])
    run.invoke(app, ["add", case, "examples/gorna"])
    brief = brief_files([case]).brief
    for name, (of, _, _) in TABLES.items():
        assert run.invoke(app, [name, case, "-f", "csv"]).stdout_bytes.decode() == tell.table_as_csv(of(brief))
        assert run.invoke(app, [name, case, "-f", "jsonl"]).stdout == tell.table_as_json_lines(of(brief))
