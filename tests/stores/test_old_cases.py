"""A case of each older form of the tables opens in this one, with all that is in it."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from stemma.case import add_files, brief_files, prove_case
from stemma.stores import open_store
from stemma.stores.migrating import HEAD, REVISIONS, revision_of
from stemma.stores.sql import SqlStore
from tests.case.stories import ScriptedTagger, report

OLD = Path(__file__).parent / "old"


@pytest.fixture(params=sorted(path.stem for path in OLD.glob("*.sql")))
def case(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    path = tmp_path / "old.stemma"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript((OLD / f"{request.param}.sql").read_text(encoding="utf-8"))
    return str(path)


def test_there_is_an_old_case_of_each_form_but_the_newest():
    assert {path.stem for path in OLD.glob("*.sql")} >= set(REVISIONS[:-1])


def test_all_that_it_keeps_is_there(case: str):
    store = open_store(case)
    assert isinstance(store, SqlStore)
    with store._engine.connect() as connection:
        assert revision_of(connection) == HEAD
    assert [(held.path, held.number) for held in store.newest()] == [
        ("https://herald.example/fire", 2),
        ("reports/000.txt", 1),
    ]
    assert [store.data(held.sha256).decode() for held in store.newest()] == [
        report(1) + "More was learned.\n",
        report(0),
    ]
    assert [capture.headers for capture in store.captures()] == [(("etag", '"1"'),)] * 3
    (line,) = store.lines()
    assert (line.who, json.loads(line.value)) == ("ana", {"text": "kept"})
    assert store.mark("feed") == "7"
    store.close()


def test_it_is_told_proved_and_added_to(case: str, tmp_path: Path):
    assert len(brief_files([case], tagger=ScriptedTagger()).brief.documents) == 2
    assert prove_case(case).agrees
    (tmp_path / "new.txt").write_text(report(5))
    list(add_files(case, [str(tmp_path / "new.txt")], tagger=ScriptedTagger()))
    assert len(brief_files([case], tagger=ScriptedTagger()).brief.documents) == 3
