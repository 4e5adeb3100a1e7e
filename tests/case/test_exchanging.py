"""A case goes to a colleague and comes back: nothing is lost, nothing doubled, whoever merges what into what."""

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from stemma.case import export_case, import_case, init_case
from stemma.case.coming.adding import add_arrivals
from stemma.case.holding import opened_case
from stemma.errors import CopyError
from stemma.model.anchor import Anchor, Thing
from stemma.model.archive import Arrival
from stemma.model.journal import JournalLine
from stemma.model.judgement import KIND, Judgement, Verb
from stemma.stores import is_case, is_server
from tests.case.stories import ScriptedTagger, report

NOON = datetime(2024, 5, 1, 12, tzinfo=UTC)
CASES = count()


def arrival(text: str, address: str = "https://herald.example/fire", hours: int = 0) -> Arrival:
    return Arrival(address, text.encode(), NOON + timedelta(hours=hours))


def note(by: str, minutes: int) -> Judgement:
    about = Anchor(Thing.DOCUMENT, "a" * 64)
    return Judgement(Verb.NOTE, by, NOON + timedelta(minutes=minutes), (about,), "rang them")


def made(address: str, *given: Arrival | Judgement) -> str:
    """Return a new case with what is *given*."""
    init_case(address)
    add(address, *given)
    return address


def add(case: str, *given: Arrival | Judgement) -> None:
    with opened_case(case) as store:
        list(add_arrivals(store, [one for one in given if isinstance(one, Arrival)], ScriptedTagger()))
        store.write([one.line for one in given if isinstance(one, Judgement)])


@pytest.fixture
def new(tmp_path: Path) -> Callable[[], str]:
    """Gives the name of a case that is not there yet."""
    return lambda: str(tmp_path / f"{next(CASES)}.stemma")


def exported(case: str, tmp_path: Path) -> Path:
    path = tmp_path / f"{next(CASES)}.zip"
    export_case(case, path)
    return path


def copied(case: str, into: str, tmp_path: Path) -> str:
    import_case(into, exported(case, tmp_path))
    return into


FIRST, SECOND = report(1), report(1).replace("taken to hospital", "taken to two hospitals")
THIRD = SECOND.replace("at dawn", "in the evening")


def test_a_case_comes_through_whole(address, tmp_path, new):
    case = made(new(), arrival(FIRST), arrival(SECOND, hours=1), arrival(report(2), "b.txt"), note("ann", 1))
    first = exported(case, tmp_path)
    init_case(address)
    import_case(address, first)
    assert exported(address, tmp_path).read_bytes() == first.read_bytes()
    with opened_case(case) as here, opened_case(address) as there:
        assert [held.layer for held in there.newest()] == [held.layer for held in here.newest()]
        assert list(there.lines()) == list(here.lines())
        versions = {one.version for article in here.articles() for one in article.readings}
        assert versions
        assert all(there.readings(version) == here.readings(version) for version in versions)


def test_importing_twice_changes_nothing(address, tmp_path, new):
    copy = exported(made(new(), arrival(FIRST), note("ann", 1)), tmp_path)
    init_case(address)
    assert import_case(address, copy).documents == 1
    before = exported(address, tmp_path).read_bytes()
    again = import_case(address, copy)
    assert (again.documents, again.known, again.judgements) == (0, 1, 0)
    assert exported(address, tmp_path).read_bytes() == before


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ([arrival(report(2), "a.txt"), note("ann", 1)], [arrival(report(3), "b.txt"), note("bob", 2)]),
        ([arrival(FIRST), arrival(THIRD, hours=2)], [arrival(FIRST), arrival(SECOND, hours=1)]),
        ([arrival(FIRST)], [arrival(SECOND, hours=1)]),
        ([arrival(SECOND, hours=1), note("ann", 3)], [arrival(FIRST), note("ann", 3)]),
        ([], [arrival(FIRST), note("ann", 1)]),
        ([arrival(FIRST, "x.txt")], [arrival(FIRST, "y.txt", hours=1)]),
    ],
)
def test_it_does_not_matter_which_copy_is_merged_into_which(left, right, tmp_path, new):
    one, other = made(new(), *left), made(new(), *right)
    to_other, to_one = exported(one, tmp_path), exported(other, tmp_path)
    import_case(one, to_one)
    import_case(other, to_other)
    assert exported(one, tmp_path).read_bytes() == exported(other, tmp_path).read_bytes()


def test_the_layers_of_an_article_are_in_the_order_in_which_they_came(tmp_path, new):
    one, other = made(new(), arrival(FIRST), arrival(THIRD, hours=2)), made(new(), arrival(SECOND, hours=1))
    copied(other, one, tmp_path)
    with opened_case(one) as store:
        (newest,) = store.newest()
        layers = store.layers(newest.document)
    assert [held.layer.text for held in layers] == [FIRST, SECOND, THIRD]
    assert [held.number for held in layers] == [1, 2, 3]


def test_a_newer_version_that_comes_after_the_merge_is_of_the_same_article(tmp_path, new):
    one = copied(made(new(), arrival(FIRST)), made(new(), arrival(SECOND, hours=1)), tmp_path)
    add(one, arrival(THIRD, hours=3))
    with opened_case(one) as store:
        assert [held.number for held in store.newest()] == [3]


def test_a_case_that_is_not_there_is_made_by_an_import(tmp_path, new):
    assert is_case(copied(made(new(), arrival(FIRST)), new(), tmp_path))


def test_an_export_takes_the_place_of_an_older_one_only_when_it_is_whole(tmp_path, new):
    case, path = made(new(), arrival(FIRST)), tmp_path / "case.zip"
    path.write_bytes(b"before")
    with opened_case(case) as store:
        (held,) = store.newest()

    def fail(done: int, total: int, name: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export_case(case, path, fail)
    assert path.read_bytes() == b"before"
    assert held


def rewritten(path: Path, change: Callable[[str, bytes], tuple[str, bytes] | None], *more: tuple[str, bytes]) -> Path:
    """Return a copy of an export in which each entry is what *change* makes of it, with *more* entries."""
    other = path.with_suffix(".other.zip")
    with ZipFile(path) as old, ZipFile(other, "w", ZIP_DEFLATED) as fresh:
        for name in old.namelist():
            entry = change(name, old.read(name))
            if entry is not None:
                fresh.writestr(*entry)
        for entry in more:
            fresh.writestr(*entry)
    return other


def keep(name: str, data: bytes) -> tuple[str, bytes]:
    return name, data


def in_journal(name: str, data: bytes) -> tuple[str, bytes]:
    return name, data.replace(b"rang them", b"paid them") if name == "journal.jsonl" else data


def in_bytes(name: str, data: bytes) -> tuple[str, bytes]:
    return name, data + b"!" if name.startswith("bytes/") else data


def in_texts(name: str, data: bytes) -> tuple[str, bytes]:
    return name, data + b"!" if name.startswith("texts/") else data


def newer(name: str, data: bytes) -> tuple[str, bytes]:
    return name, json.dumps({"stemma": "case/2"}).encode() if name == "stemma.json" else data


def with_word(value: str) -> Callable[[str, bytes], tuple[str, bytes]]:
    """Add to the journal a judgement with an id that fits and *value*."""
    line = JournalLine.of(NOON, "eve", KIND, value)
    record = {"id": line.id, "at": line.at.isoformat(), "who": line.who, "kind": line.kind, "value": line.value}
    return lambda name, data: (name, data + json.dumps(record).encode() if name == "journal.jsonl" else data)


def without_documents(name: str, data: bytes) -> tuple[str, bytes] | None:
    return None if name == "documents.jsonl" else (name, data)


@pytest.mark.parametrize(
    ("change", "more", "told"),
    [
        (keep, [("../../evil", b"x")], "which no export"),
        (keep, [("/etc/cron.d/evil", b"x")], "which no export"),
        (keep, [("bytes/" + "0" * 64, b"\0" * 60_000_000)], "do harm"),
        (in_journal, [], "none of ours"),
        (with_word("praise"), [], "nothing was imported"),
        (with_word('{"verb": "praise", "about": [], "value": ""}'), [], "update Stemma"),
        (in_bytes, [], "not what their name says"),
        (in_texts, [], "none of ours"),
        (newer, [], "newer Stemma"),
        (without_documents, [], "no export of a case"),
        (lambda name, data: (name, b'{"document": 1}\n' if name == "documents.jsonl" else data), [], "none of ours"),
        (lambda name, data: (name, b"[" * 99_999 if name == "captures.jsonl" else data), [], "none of ours"),
    ],
    ids=lambda value: getattr(value, "__name__", None),
)
def test_what_was_tampered_with_is_refused_in_one_line(change, more, told, tmp_path, new):
    path = rewritten(exported(made(new(), arrival(FIRST), note("ann", 1)), tmp_path), change, *more)
    case = made(new(), arrival(report(5), "mine.txt"))
    with pytest.raises(CopyError) as error:
        import_case(case, path)
    assert told in str(error.value)
    assert len(str(error.value).splitlines()) == 1


@pytest.mark.parametrize("content", [b"", b"no zip at all", b"PK\x03\x04 cut short"])
def test_what_is_no_export_is_refused_and_no_case_is_made(content, tmp_path, new):
    path, case = tmp_path / "odd.zip", new()
    path.write_bytes(content)
    with pytest.raises(CopyError):
        import_case(case, path)
    assert not Path(case).exists()


def test_a_file_that_is_not_there_is_told():
    with pytest.raises(CopyError, match="cannot be opened"):
        import_case("mine.stemma", Path("nowhere.zip"))


def test_an_export_cut_short_is_refused(tmp_path, new):
    path = exported(made(new(), arrival(FIRST)), tmp_path)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(CopyError):
        import_case(new(), path)


def test_a_reading_that_lies_about_its_spans_is_left_out(tmp_path, new):
    def lie(name: str, data: bytes) -> tuple[str, bytes]:
        if name != "documents.jsonl":
            return name, data
        record = json.loads(data)
        for one in record["readings"]:
            one["reading"] = one["reading"].replace("[[", "[[99999", 1).replace("]]", "]]", 1)
        return name, (json.dumps(record) + "\n").encode()

    path = rewritten(exported(made(new(), arrival(FIRST)), tmp_path), lie)
    case = new()
    import_case(case, path)
    with opened_case(case) as store:
        assert [one for article in store.articles() for one in article.readings] == []


def test_an_old_copy_of_the_file_is_no_export(tmp_path, new):
    case = made(new(), arrival(FIRST))
    assert not is_server(case)
    shutil.copy(case, tmp_path / "copy.zip")
    with pytest.raises(CopyError, match="no export"):
        import_case(case, tmp_path / "copy.zip")
