"""What can be wrong with a case before anything is read of it: one clear line each, and nothing is changed."""

import os
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import text

from stemma.errors import CaseError, MissingExtraError
from stemma.model import Layer
from stemma.model.archive import Arrival, Deposit
from stemma.stores import create_store, is_case, open_store
from stemma.stores.engines import server_engine
from stemma.stores.migrating import HEAD, REVISIONS
from stemma.stores.sql import SqlStore
from tests.servers import Server


def deposit(words: str) -> Deposit:
    return Deposit(Arrival(f"{words}.txt", words.encode(), datetime.now(UTC)), Layer(words, "plain/1"), (), ())


def opened(address: str) -> SqlStore:
    store = open_store(address)
    assert isinstance(store, SqlStore)
    return store


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "test.stemma"
    create_store(str(path))
    return path


def test_a_new_case_is_known_as_one_and_empty(address: str):
    assert is_case(address) == address.startswith("postgresql")
    create_store(address)
    assert is_case(address)
    store = opened(address)
    assert store.newest() == []
    store.close()


def test_a_new_case_is_one_file(file: Path):
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_a_case_is_not_made_twice(address: str):
    create_store(address)
    with pytest.raises(CaseError, match="is a case already, and nothing was changed"):
        create_store(address)


def test_a_case_takes_the_place_of_no_other_file(tmp_path: Path):
    other = tmp_path / "notes.txt"
    other.write_text("mine")
    with pytest.raises(CaseError, match="is there already; choose another name"):
        create_store(str(other))
    assert other.read_text() == "mine"


def test_a_case_is_not_made_in_a_folder_that_is_not_there(tmp_path: Path):
    with pytest.raises(CaseError, match="cannot be made: No such file or directory; choose a folder that is there"):
        create_store(str(tmp_path / "gone" / "a.stemma"))


def test_nothing_is_left_of_a_case_that_could_not_be_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("stemma.stores.migrating.bring_up", fail)
    with pytest.raises(KeyboardInterrupt):
        create_store(str(tmp_path / "a.stemma"))
    assert list(tmp_path.iterdir()) == []


def test_a_case_that_the_disk_has_no_room_for_is_not_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    connect = sqlite3.connect

    def small(*words: object, **options: object) -> sqlite3.Connection:
        connection: sqlite3.Connection = connect(*words, **options)  # type: ignore[call-overload]
        connection.execute("PRAGMA max_page_count = 8")
        return connection

    monkeypatch.setattr("sqlite3.connect", small)
    with pytest.raises(CaseError, match="the disk is full; make room"):
        create_store(str(tmp_path / "a.stemma"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (None, "no such case; make it with `stemma init"),
        (b"", "is no case, or a damaged one"),
        (b"A report.", "is no case, or a damaged one"),
        (b"SQLite format 3\x00" + bytes(100), "is no case, or a damaged one"),
    ],
)
def test_what_is_no_case_is_told(tmp_path: Path, content: bytes | None, words: str):
    path = tmp_path / "a.stemma"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(CaseError, match=words):
        open_store(str(path))


def test_a_folder_is_no_case(tmp_path: Path):
    with pytest.raises(CaseError, match="is a folder, not a case"):
        open_store(str(tmp_path))


def test_another_programs_database_is_no_case(tmp_path: Path):
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (x)")
    before = path.read_bytes()
    with pytest.raises(CaseError, match="is no case"):
        open_store(str(path))
    assert path.read_bytes() == before


def test_a_case_that_was_cut_off_is_told(file: Path):
    data = file.read_bytes()
    file.write_bytes(data[: len(data) // 3])
    with pytest.raises(CaseError, match="is damaged; take it from your backup"):
        opened(str(file))


def test_a_case_of_a_newer_stemma_is_left_alone(address: str):
    create_store(address)
    store = opened(address)
    with store._writing_engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()
    with pytest.raises(CaseError, match=r"was made by a newer Stemma \(form 9999, this one knows"):
        open_store(address)


def test_a_database_without_a_case_is_told(server: Server):
    with pytest.raises(CaseError, match="is a database without a case; make one in it with `stemma init`"):
        open_store(server.new_database())


def test_a_database_with_the_tables_of_another_program_is_left_alone(server: Server):
    address = server.new_database()
    engine = server_engine(address)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE alembic_version (version_num varchar(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('5f3e2a'), ('77aa01')"))
        connection.execute(text("CREATE TABLE journal (entry text)"))
    engine.dispose()
    with pytest.raises(CaseError, match=r"another program has its tables .* \(alembic_version, journal\)"):
        create_store(address)
    with pytest.raises(CaseError, match="is a database without a case"):
        open_store(address)


def test_a_server_that_is_not_there_is_told():
    pytest.importorskip("psycopg")
    with pytest.raises(CaseError, match="no connection; check the URL, and that the server runs: "):
        open_store("postgresql://ana:secret@127.0.0.1:1/case?connect_timeout=2")


@pytest.mark.parametrize("address", ["ana:secret@127.0.0.1:1/case", "127.0.0.1:1/case?user=ana&password=secret"])
def test_a_password_is_not_shown(address: str):
    pytest.importorskip("psycopg")
    with pytest.raises(CaseError) as caught:
        open_store(f"postgresql://{address}")
    assert "secret" not in str(caught.value)
    assert "ana" in str(caught.value)


def test_a_database_that_is_not_there_is_told(server: Server):
    with pytest.raises(CaseError, match=r'no connection; .* database "nowhere" does not exist'):
        open_store(server.url("nowhere"))


def test_an_address_that_is_none_is_told():
    with pytest.raises(CaseError, match="give postgresql://NAME@HOST/DATABASE"):
        open_store("postgresql://host:port/x")


def test_a_server_needs_its_extra(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(__import__("sys").modules, "psycopg", None)
    with pytest.raises(MissingExtraError, match=r"stemma-news\[postgres\]"):
        open_store("postgresql://host/x")


def test_a_server_that_goes_away_in_the_middle_is_told_and_what_was_kept_stays(server: Server):
    address = server.new_database()
    create_store(address)
    store = opened(address)
    assert store.keep(deposit("before"))
    server.stop()
    try:
        with pytest.raises(CaseError, match="server"):
            store.keep(deposit("meanwhile"))
    finally:
        server.start()
    store.close()
    store = opened(address)
    assert [held.path for held in store.newest()] == ["before.txt"]
    store.close()


def test_a_full_disk_is_told_and_what_was_kept_stays(file: Path):
    store = opened(str(file))
    assert store.keep(deposit("before"))
    with store._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1")  # what SQLite tells of it is what it tells of a disk
    with pytest.raises(CaseError, match="the disk is full; make room and run it again"):
        store.keep(deposit("x" + os.urandom(200_000).hex()))
    store.close()
    store = opened(str(file))
    assert [held.path for held in store.newest()] == ["before.txt"]
    store.close()


def test_a_file_that_is_taken_away_in_the_middle_is_told(file: Path):
    store = opened(str(file))
    assert store.keep(deposit("before"))
    shutil.move(file, file.with_name("elsewhere.stemma"))
    with pytest.raises(CaseError, match="the file was moved or deleted meanwhile"):
        store.keep(deposit("meanwhile"))
    store.close()


def test_a_case_that_may_not_be_written_to_can_be_read(file: Path, monkeypatch: pytest.MonkeyPatch):
    store = opened(str(file))
    store.keep(deposit("before"))
    store.close()
    monkeypatch.setattr(os, "access", lambda path, mode: mode != os.W_OK)
    store = opened(str(file))
    assert not store.is_writable
    assert [held.path for held in store.newest()] == ["before.txt"]
    with pytest.raises(CaseError, match="cannot be written to"):
        store.keep(deposit("meanwhile"))
    store.close()
    assert [path.name for path in file.parent.iterdir()] == [file.name]


def test_the_newest_form_is_the_one_that_the_steps_lead_to():
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    from stemma.stores.migrating import STEPS

    config = Config()
    config.set_main_option("script_location", str(STEPS))
    steps = ScriptDirectory.from_config(config)
    assert steps.get_current_head() == HEAD
    assert {step.revision for step in steps.walk_revisions()} == set(REVISIONS)


def _is_of_both(name: str | None, kind: str, parents: object) -> bool:
    """Whether a table is the same in both databases; the index of words is each one's own."""
    return not (kind == "table" and (name or "").startswith("word_index"))


def test_the_steps_lead_to_the_tables_that_the_statements_are_for(address: str):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from stemma.stores.schema import metadata

    create_store(address)
    store = opened(address)
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"include_name": _is_of_both})
        assert compare_metadata(context, metadata) == []
    store.close()
