"""What is added to a case is there, once, and is told as if all had been read at once."""

import itertools
import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from stemma import pipeline
from stemma.case import add_files, brief_files, init_case, prove_case, quote_files
from stemma.case.coming.adding import Outcome, Settled, add_arrivals
from stemma.case.holding import opened_case
from stemma.errors import CaseError, NothingToReadError, UnreadableError
from stemma.model import Layer
from stemma.model.archive import Arrival, Held
from stemma.stores import schema
from stemma.tell import as_json
from tests.case.stories import ScriptedTagger, report, write_reports

TAGGER = ScriptedTagger()


def add(case: str, *paths: Path | str) -> list[Settled]:
    return list(add_files(case, [str(path) for path in paths], tagger=TAGGER))


def arrive(case: str, *arrivals: Arrival | UnreadableError) -> list[Settled]:
    with opened_case(case) as store:
        return list(add_arrivals(store, arrivals, TAGGER))


def arrival(address: str, text: str) -> Arrival:
    return Arrival(address, text.encode(), datetime(2024, 5, 15, tzinfo=UTC))


def outcomes(settled: list[Settled]) -> Counter[Outcome]:
    return Counter(one.outcome for one in settled)


def newest(case: str) -> list[Held]:
    with opened_case(case) as store:
        return list(store.newest())


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = str(tmp_path / "test.stemma")
    init_case(path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_reports(tmp_path / "reports", 6)
    return tmp_path / "reports"


def test_the_brief_of_a_case_is_that_of_its_files(address: str, folder: Path):
    init_case(address)
    files = sorted(folder.iterdir())
    for file in (files[3], files[0]):
        add(address, file)
    add(address, folder)
    of_case, of_files = brief_files([address], tagger=TAGGER), brief_files([str(folder)], tagger=TAGGER)
    assert as_json(of_case.brief) == as_json(of_files.brief)


def test_quotes_of_a_case_are_those_of_its_files(case: str, folder: Path):
    add(case, folder)
    assert list(quote_files([case], tagger=TAGGER)) == list(quote_files([str(folder)], tagger=TAGGER))


def test_nothing_is_read_that_was_read_before(case: str, folder: Path, monkeypatch: pytest.MonkeyPatch):
    add(case, folder)
    monkeypatch.setattr(ScriptedTagger, "tag", lambda *_: pytest.fail("read again"))
    brief_files([case], tagger=TAGGER)
    add(case, folder)


def counting_stories(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """Return a list that gets the names of the reports of each story when it is told."""
    told: list[list[str]] = []
    tell = pipeline.tell_together

    def telling(readings, *rest):
        told.append([Path(reading.document.path).name for reading in readings])
        return tell(readings, *rest)

    monkeypatch.setattr("stemma.case.shelf.shelving.tell_together", telling)
    return told


def test_a_story_is_told_once_until_something_changes(case: str, folder: Path, monkeypatch: pytest.MonkeyPatch):
    told = counting_stories(monkeypatch)
    add(case, folder)
    first = brief_files([case], tagger=TAGGER).brief
    assert brief_files([case], tagger=TAGGER).brief == first
    assert [len(story) for story in told] == [6]
    write_reports(folder, 7)
    add(case, folder)
    assert len(brief_files([case], tagger=TAGGER).brief.documents) == 7
    assert [len(story) for story in told] == [6, 7]
    monkeypatch.setattr("stemma.case.shelf.shelving.brief_edition", lambda models: "newer rules")
    brief_files([case], tagger=TAGGER)
    assert [len(story) for story in told] == [6, 7, 7]


def test_a_report_that_comes_while_stories_are_told_is_told_the_next_time(
    case: str, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    add(case, folder)
    tell = pipeline.tell_together

    def growing(*words):
        (folder / "late.txt").write_text(report(7))
        add(case, folder / "late.txt")
        return tell(*words)

    monkeypatch.setattr("stemma.case.shelf.shelving.tell_together", growing)
    assert len(brief_files([case], tagger=TAGGER).brief.documents) == 6
    monkeypatch.undo()
    assert len(brief_files([case], tagger=TAGGER).brief.documents) == 7


def test_a_report_of_another_story_leaves_the_others_as_they_were(
    case: str, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    told = counting_stories(monkeypatch)
    add(case, folder)
    brief_files([case], tagger=TAGGER)
    assert told == [[f"00{n}.txt" for n in order_of(case)]]
    frost = folder / "frost.txt"
    frost.write_text("Frost kills vines\n\nMarch 3, 2019\n\nAna Bell said that half of the vines of Tarn were lost.\n")
    add(case, frost)
    of_case = as_json(brief_files([case], tagger=TAGGER).brief)
    assert told[1:] == [["frost.txt"]]
    assert of_case == as_json(brief_files([str(folder)], tagger=TAGGER).brief)
    with opened_case(case) as store:
        assert len(store.shelf.stories()) == 2


def test_what_was_told_before_a_stop_is_not_told_again(case: str, folder: Path, monkeypatch: pytest.MonkeyPatch):
    add(case, folder)
    (folder / "frost.txt").write_text("Frost in Tarn\n\nMarch 3, 2019\n\nAna Bell said that half of the vines died.\n")
    add(case, folder)
    told: list[int] = []
    tell = pipeline.tell_together

    def telling(readings, *rest):
        told.append(len(readings))
        if len(told) == 2:
            raise KeyboardInterrupt
        return tell(readings, *rest)

    monkeypatch.setattr("stemma.case.shelf.shelving.tell_together", telling)
    monkeypatch.setattr("stemma.case.shelf.shelving.AT_ONCE", 1)
    with pytest.raises(KeyboardInterrupt):
        brief_files([case], tagger=TAGGER)
    brief_files([case], tagger=TAGGER)
    assert sorted(told[:2]) == [1, 6]
    assert told[2:] == told[1:2]


def order_of(case: str) -> list[int]:
    """Return the numbers of the reports in the order of their documents' ids."""
    return [int(Path(held.path).stem) for held in sorted(newest(case), key=lambda held: held.document)]


def test_other_rules_read_anew_and_keep_what_they_read(case: str, folder: Path, monkeypatch: pytest.MonkeyPatch):
    add(case, folder)
    other = ScriptedTagger()
    other.name = "other"
    seen: list[str] = []
    brief = brief_files([case], lambda done, total, path: seen.append(path), other).brief
    assert len([path for path in seen if path.startswith(str(folder))]) == 6
    assert len(brief.attributions) > 0
    monkeypatch.setattr(ScriptedTagger, "tag", lambda *_: pytest.fail("read again"))
    assert brief_files([case], tagger=other).brief == brief


def test_adding_twice_adds_nothing(address: str, folder: Path):
    init_case(address)
    assert outcomes(add(address, folder)) == {Outcome.ADDED: 6}
    assert outcomes(add(address, folder)) == {Outcome.THERE: 6}


def test_the_same_bytes_under_another_name_are_there(case: str, folder: Path):
    add(case, folder)
    copy = folder.parent / "copy.txt"
    shutil.copy(folder / "000.txt", copy)
    (settled,) = add(case, copy)
    assert settled.outcome is Outcome.THERE
    assert settled.reason == f"the same bytes as {folder / '000.txt'}"
    assert len(newest(case)) == 6


def test_what_cannot_be_read_is_told_and_the_others_are_added(case: str, folder: Path):
    (folder / "bad.txt").write_bytes(b"\x7fELF" + bytes(100))
    settled = add(case, folder, folder / "gone.txt")
    assert outcomes(settled) == {Outcome.ADDED: 6, Outcome.UNREADABLE: 2}
    assert {one.reason for one in settled if one.outcome is Outcome.UNREADABLE} == {
        "is no text but a program (ELF)",
        "no such file or folder; check the path",
    }


def test_a_file_that_changed_is_a_newer_version_and_no_second_witness(case: str, folder: Path):
    add(case, folder)
    file = folder / "002.txt"
    file.write_text(report(2) + "\nCorrection: an earlier version of this report gave another number.\n")
    (settled,) = add(case, file)
    assert (settled.outcome, settled.reason) == (Outcome.CHANGED, f"number 2 of {file}")
    assert len(newest(case)) == 6
    assert "Correction" in next(held for held in newest(case) if held.path == str(file)).layer.text
    assert len(brief_files([case], tagger=TAGGER).brief.documents) == 6


def test_a_file_that_holds_another_article_now_is_another_document(case: str, folder: Path):
    add(case, folder / "000.txt")
    (folder / "000.txt").write_text("Frost kills vines\n\nThe growers of Tarn lost half of their vines to the frost.\n")
    assert outcomes(add(case, folder / "000.txt")) == {Outcome.ADDED: 1}
    assert len(newest(case)) == 2
    (folder / "000.txt").write_text("Frost kills vines\n\nThe growers of Tarn lost half of their vines to the cold.\n")
    assert outcomes(add(case, folder / "000.txt")) == {Outcome.CHANGED: 1}


def test_a_copy_on_another_site_is_a_document_of_its_own(case: str):
    url = "https://herald.example/news/fire"
    head = f"{url}\n\n"
    settled = arrive(case, arrival(url, head + report(1)), arrival("https://mirror.example/x", head + report(1) + "."))
    assert [one.outcome for one in settled] == [Outcome.ADDED, Outcome.ADDED]
    assert len(newest(case)) == 2


def test_a_file_whose_name_is_no_text_is_added(case: str, folder: Path):
    file = folder / os.fsdecode(b"re\xe9port.txt")
    file.write_text(report(8))
    assert outcomes(add(case, file)) == {Outcome.ADDED: 1}
    assert outcomes(add(case, file)) == {Outcome.THERE: 1}
    assert newest(case)[0].path == f"{folder}/re\\udce9port.txt"


def test_what_comes_from_one_url_is_one_document(case: str):
    url = "https://herald.example/fire"
    first, second, third = arrive(
        case,
        arrival(url, report(1)),
        arrival(f"{url}?utm_source=feed", "Words that have nothing in common with what stood there.\n"),
        arrival(url, report(1)),
    )
    assert (first.outcome, second.outcome, third.outcome) == (Outcome.ADDED, Outcome.CHANGED, Outcome.THERE)
    assert first.document == second.document == third.document


def test_an_article_that_goes_back_to_an_earlier_version_is_told_as_it_stands_now(case: str):
    url = "https://herald.example/fire"
    texts = [report(1), report(1) + "More was learned.\n", report(1)]
    settled = [arrive(case, arrival(url, text))[0] for text in texts]
    assert [one.outcome for one in settled] == [Outcome.ADDED, Outcome.CHANGED, Outcome.CHANGED]
    assert newest(case)[0].layer.text == texts[2]
    assert newest(case)[0].number == 3


def test_a_page_that_states_its_url_is_known_by_it_again(case: str, tmp_path: Path):
    head = "https://herald.example/news/fire\n\n"
    for name, text in (("a.txt", head + report(1)), ("b.txt", head + report(1) + "\nMore was learned of it.\n")):
        (tmp_path / name).write_text(text)
    add(case, tmp_path / "a.txt")
    (settled,) = add(case, tmp_path / "b.txt")
    assert settled.outcome is Outcome.CHANGED
    assert len(newest(case)) == 1


def test_a_case_is_no_document(case: str):
    with pytest.raises(CaseError, match="is a case, not a document"):
        add(case, case)


def test_a_case_is_told_alone(case: str, folder: Path):
    with pytest.raises(CaseError, match="is a case, which is told alone"):
        brief_files([case, str(folder)], tagger=TAGGER)


def test_an_empty_case_has_no_brief(case: str):
    with pytest.raises(NothingToReadError, match="the case is empty; put reports into it with `stemma add`"):
        brief_files([case], tagger=TAGGER)


def test_a_case_that_cannot_be_written_to_is_told_all_the_same(
    case: str, folder: Path, monkeypatch: pytest.MonkeyPatch
):
    add(case, folder)
    other = ScriptedTagger()
    other.name = "other"
    monkeypatch.setattr("os.access", lambda path, mode: False)
    brief = brief_files([case], tagger=other).brief
    assert len(brief.documents) == 6


def test_a_text_that_a_newer_reader_draws_is_a_newer_layer(case: str, folder: Path, monkeypatch: pytest.MonkeyPatch):
    add(case, folder / "000.txt")

    def draw(data: bytes, path: str) -> Layer:
        return Layer(data.decode() + "\n", "plain/2")

    monkeypatch.setattr("stemma.case.holding.draw", draw)
    monkeypatch.setattr("stemma.case.holding.reading_edition", lambda model: "newer")
    (document,) = brief_files([case], tagger=TAGGER).brief.documents
    assert document.reader == "plain/2"
    (held,) = newest(case)
    assert (held.number, held.layer.reader) == (2, "plain/2")
    assert brief_files([case], tagger=TAGGER).brief.documents == (document,)


def test_a_sound_case_is_proved(case: str, folder: Path):
    add(case, folder)
    verdict = prove_case(case)
    assert verdict.agrees
    assert verdict.documents == 6
    assert verdict.spans > 60


def test_bytes_that_were_changed_in_the_case_are_found(case: str, folder: Path):
    from sqlalchemy import update

    from stemma.stores import open_store
    from stemma.stores.packing import pack

    add(case, folder)
    store = open_store(case)
    sha256 = store.newest()[0].sha256
    with store._writing_engine.begin() as connection:  # type: ignore[attr-defined]
        connection.execute(update(schema.blob).where(schema.blob.c.sha256 == sha256).values(packed=pack(b"other")))
    store.close()
    verdict = prove_case(case)
    assert not verdict.agrees
    assert "000.txt: the bytes" in verdict.mismatches[0]


ADDING = """
import sys
from stemma.case import add_files
from tests.case.stories import ScriptedTagger
for settled in add_files(sys.argv[1], sys.argv[2:], tagger=ScriptedTagger()):
    print(settled.outcome, settled.address, sep="\\t", flush=True)
"""


def adding(case: str, *paths: Path) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", ADDING, case, *map(str, paths)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def test_what_was_said_to_be_added_is_there_after_a_kill(case: str, folder: Path, tmp_path: Path):
    write_reports(folder, 16)
    said: set[str] = set()
    for lines in (1, 3, 5):
        process = adding(case, folder)
        assert process.stdout
        told = list(itertools.islice(process.stdout, lines))
        process.send_signal(signal.SIGKILL)
        told += process.stdout.readlines()
        process.wait()
        process.stdout.close()
        said |= {line.rstrip("\n").split("\t")[1] for line in told if line.endswith("\n")}
        there = {held.path for held in newest(case)}
        assert said <= there
        with opened_case(case) as store:
            assert all(store.data(held.sha256) for held in store.newest())
    add(case, folder)
    assert prove_case(case).agrees
    of_case, of_files = brief_files([case], tagger=TAGGER), brief_files([str(folder)], tagger=TAGGER)
    assert as_json(of_case.brief) == as_json(of_files.brief)


def test_two_who_add_at_a_time_lose_nothing_and_double_nothing(address: str, folder: Path):
    init_case(address)
    write_reports(folder, 15)
    processes = [adding(address, folder) for _ in range(2)]
    told = [process.communicate(timeout=600)[0].splitlines() for process in processes]
    assert [process.returncode for process in processes] == [0, 0]
    added = [line for lines in told for line in lines if line.startswith("added\t")]
    assert len(added) == len(set(added)) == 15
    assert [held.path for held in newest(address)] == [str(file) for file in sorted(folder.iterdir())]


def test_two_who_add_two_versions_at_a_time_make_one_document_of_them(address: str):
    init_case(address)
    url = "https://herald.example/fire"
    with opened_case(address) as store, opened_case(address) as other:
        keep = store.keep

        def overtaken(deposit):
            store.keep = keep
            list(add_arrivals(other, [arrival(url, report(1))], TAGGER))
            return keep(deposit)

        store.keep = overtaken
        (settled,) = add_arrivals(store, [arrival(url, report(1) + "More was learned.\n")], TAGGER)
        assert settled.outcome is Outcome.CHANGED
        assert [held.number for held in store.newest()] == [2]


def test_the_order_in_which_reports_came_does_not_matter(tmp_path: Path, folder: Path):
    told = []
    for number, order in enumerate((sorted(folder.iterdir()), sorted(folder.iterdir(), reverse=True))):
        case = str(tmp_path / f"{number}.stemma")
        init_case(case)
        for file in order:
            add(case, file)
        told.append(as_json(brief_files([case], tagger=TAGGER).brief))
    assert told[0] == told[1]
