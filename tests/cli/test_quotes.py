"""``stemma quotes`` as a user meets it: each document's quotes as soon as it is read."""

import csv
import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma.cli.app import app
from stemma.cli.quotes import quotes as quotes_command
from stemma.cli.stopping import holding_back
from stemma.errors import StemmaError
from tests.sayings import SayingTagger

REPORT = """Harbour bridge closed after crack is found

March 12, 2024

The harbour bridge of Lund Bay was closed on Tuesday after engineers had found a crack in one of its pillars.

“Nobody was in danger at any time,” said Ines Volk. Otto Brahm denied that the crack was old.
"""

run = CliRunner()


@pytest.fixture(autouse=True)
def tagger(monkeypatch: pytest.MonkeyPatch) -> SayingTagger:
    """No model: the tests are about what becomes of its findings."""
    made = SayingTagger()
    monkeypatch.setattr("stemma.case.quoting.OnnxTagger", lambda: made)
    return made


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(5):
        (folder / f"{number}.txt").write_text(REPORT.replace("March 12", f"March {number + 1}"), encoding="utf-8")
    return folder


def quotes(*arguments: str | Path, stdin: bytes | None = None):
    return run.invoke(app, ["quotes", *map(str, arguments)], input=stdin)


def records(text: str) -> list[dict]:
    return [json.loads(line) for line in text.splitlines()]


def stop_at(count: int, tagger: SayingTagger) -> Callable[[str], None]:
    def stop(text: str) -> None:
        if len(tagger.texts) == count:
            signal.raise_signal(signal.SIGINT)

    return stop


def test_a_report_is_shown_with_its_quotes_marked(report):
    result = quotes(report)
    assert result.exit_code == 0
    assert "“{¹Nobody was in danger at any time},” <said> [Ines Volk]." in result.stdout


def test_json_lines_say_who_said_what_and_where(report):
    told = records(quotes(report, "-f", "jsonl").stdout)
    assert [(line["source"]["name"], line["content"], line["stance"]) for line in told] == [
        ("Ines Volk", "Nobody was in danger at any time", "assert"),
        ("Otto Brahm", "the crack was old", "deny"),
    ]
    assert told[0]["document"]["published"]["earliest"] == "2024-03-12"
    for line in told:
        (segment,) = line["segments"]
        assert REPORT[segment["start"] : segment["end"]] == line["content"]


def test_csv_has_one_header_and_a_row_for_each(reports):
    rows = list(csv.DictReader(io.StringIO(quotes(reports, "-f", "csv").stdout_bytes.decode(), newline="")))
    assert len(rows) == 10
    assert {row["source"] for row in rows} == {"Ines Volk", "Otto Brahm"}


def test_standard_input_is_a_document():
    result = quotes("-", "-f", "jsonl", stdin=REPORT.encode())
    assert records(result.stdout)[0]["document"]["path"] == "-"


def test_filters_leave_the_rest_out(report):
    assert [line["content"] for line in records(quotes(report, "-f", "jsonl", "--source", "brahm").stdout)] == [
        "the crack was old"
    ]
    assert [line["quote"] for line in records(quotes(report, "-f", "jsonl", "--direct").stdout)] == ["direct"]
    assert any(line["narrated"] for line in records(quotes(report, "-f", "jsonl", "--narrated").stdout))


def test_filters_that_leave_nothing_say_so(report):
    result = quotes(report, "--source", "nobody")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "stemma: no such quote in 1 document\n"


def test_the_texts_that_offsets_count_in_can_be_had_also_of_a_page(tmp_path):
    page = "".join(f"<p>{line}</p>" for line in REPORT.split("\n") if line)
    (tmp_path / "page.html").write_text(f"<!doctype html><html><body><article>{page}</article></body></html>")
    told = records(quotes(tmp_path / "page.html", "-f", "jsonl", "--texts", tmp_path / "texts").stdout)
    assert len(told) == 2
    for line in told:
        text = (tmp_path / "texts" / f"{line['document']['id']}.txt").read_bytes().decode()
        for segment in [line["source"], line["cue"], *line["segments"]]:
            assert text[segment["start"] : segment["end"]] == segment["text"]


def test_output_goes_to_the_file_that_is_named(report, tmp_path):
    target = tmp_path / "quotes.csv"
    assert quotes(report, "-f", "csv", "-o", target).stdout == ""
    assert target.read_bytes().count(b"\r\n") == 3


def test_what_was_there_before_is_kept_when_nothing_can_be_read(tmp_path):
    target = tmp_path / "quotes.csv"
    target.write_text("precious", encoding="utf-8")
    result = quotes(tmp_path / "missing.txt", "-f", "csv", "-o", target)
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1
    assert "missing.txt: no such file" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["quotes.csv"]
    assert target.read_text(encoding="utf-8") == "precious"


def test_an_output_folder_that_is_missing_is_said_before_anything_is_read(report, tmp_path, tagger):
    result = quotes(report, "-o", tmp_path / "no" / "quotes.csv")
    assert isinstance(result.exception, StemmaError)
    assert tagger.texts == []


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n\t\n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
        ("nuls.txt", b"\0" * 5000),
    ],
)
def test_a_bad_file_gets_one_line_and_the_good_ones_are_read(report, tmp_path, name, data):
    bad = tmp_path / name
    bad.write_bytes(data)
    result = quotes(report, bad, "-f", "jsonl")
    assert result.exit_code == 1
    assert len(records(result.stdout)) == 2
    assert result.stderr.count(name) == result.stderr.count("\n") == 1


def test_a_bad_file_in_a_folder_is_said_and_is_no_failure(report, tmp_path):
    (tmp_path / "empty.txt").write_bytes(b"")
    result = quotes(tmp_path, "-f", "jsonl")
    assert result.exit_code == 0
    assert "empty.txt: is empty" in result.stderr


def test_an_old_encoding_is_read_and_a_line_says_which(tmp_path):
    (tmp_path / "old.txt").write_bytes(REPORT.replace("Volk", "Völk").encode("cp1252"))
    result = quotes(tmp_path, "-f", "jsonl")
    assert records(result.stdout)[0]["source"]["text"] == "Ines Völk"
    assert "cp1252" in result.stderr


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="file names are Unicode there")
@pytest.mark.parametrize("form", ["jsonl", "csv", "terminal"])
def test_a_file_whose_name_is_no_text_is_no_fault(tmp_path, form):
    path = os.fsencode(tmp_path) + b"/caf\xe9.txt"
    Path(os.fsdecode(path)).write_text(REPORT, encoding="utf-8")
    result = quotes(tmp_path, "-f", form)
    assert result.exit_code == 0
    if form == "jsonl":
        assert os.fsencode(records(result.stdout)[0]["document"]["path"]) == path


def test_a_document_that_quotes_nobody_leaves_a_header_and_a_notice(tmp_path):
    (tmp_path / "rain.txt").write_text("Rain fell on the town all through the night.\n")
    result = quotes(tmp_path, "-f", "csv")
    assert result.exit_code == 0
    assert result.stdout.count("\n") == 1
    assert "nothing that anybody said was found" in result.stderr


def test_the_same_input_gives_the_same_bytes_whatever_the_order(reports):
    files = sorted(map(str, reports.iterdir()))
    assert quotes(*files, "-f", "csv").stdout_bytes == quotes(*reversed(files), "-f", "csv").stdout_bytes


def test_each_document_is_written_before_the_next_is_read(reports, tagger, monkeypatch):
    written: list[str] = []
    monkeypatch.setattr("stemma.cli.output.typer.echo", lambda text, **options: written.append(text))
    tagger.before = lambda text: written.append("reading")
    quotes_command([str(reports)])
    assert [word == "reading" for word in written] == [True, False] * 5


def test_an_interrupted_run_leaves_whole_lines_and_says_how_many_documents_they_are(reports, tagger):
    tagger.before = stop_at(2, tagger)
    result = quotes(reports, "-f", "jsonl")
    assert result.exit_code == 130
    assert len(records(result.stdout)) == 4
    assert result.stderr == "stemma: interrupted; the quotes of 2 documents are written whole\n"


def test_an_interrupted_run_leaves_no_half_file(reports, tagger, tmp_path):
    tagger.before = stop_at(2, tagger)
    target = tmp_path / "quotes.jsonl"
    result = quotes(reports, "-f", "jsonl", "-o", target)
    assert result.exit_code == 130
    assert "quotes.jsonl was not written; without -o" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]


def test_a_stop_while_lines_are_written_waits_for_their_end():
    done = []

    def write() -> None:
        with holding_back():
            signal.raise_signal(signal.SIGINT)
            done.append("whole")

    with pytest.raises(KeyboardInterrupt):
        write()
    assert done == ["whole"]


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path):
    for number in range(200):
        (tmp_path / f"{number}.txt").write_text(REPORT.replace("March 12", f"June {number}"), encoding="utf-8")
    code = (
        "import sys, stemma.case.quoting as q; from stemma.cli import main; from tests.sayings import SayingTagger\n"
        f"q.OnnxTagger = SayingTagger; sys.argv = ['stemma', 'quotes', {str(tmp_path)!r}, '-f', 'jsonl']; main()"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == 0


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("no_color", "is_colored"), [("", True), ("1", False)])
def test_color_is_for_terminals_whose_user_has_not_said_no(no_color, is_colored, report, monkeypatch):
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setattr(sys, "stdout", Terminal())
    quotes_command([str(report)])
    assert ("\033[" in sys.stdout.getvalue()) == is_colored
    assert ("[Ines Volk]" in sys.stdout.getvalue()) != is_colored


def test_a_wrong_option_is_a_usage_error(report):
    assert quotes(report, "--format", "xml").exit_code == 2
    assert quotes().exit_code == 2
