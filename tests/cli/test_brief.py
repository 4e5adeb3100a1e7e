"""``stemma brief`` as a user meets it: files in, a brief out, one line for each thing that is wrong."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma.cli.app import app
from stemma.cli.brief import brief as brief_command
from stemma.errors import StemmaError

REPORT = """Harbour bridge closed after crack is found

March 12, 2024

The harbour bridge of Lund Bay was closed on Tuesday after engineers found a crack in a pillar, the port
authority said.

"Nobody was in danger at any time," said Ines Volk, a spokeswoman for the port authority. She said the
bridge would stay closed for at least three weeks.
"""

run = CliRunner()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def brief(*arguments: str | Path, stdin: bytes | None = None):
    return run.invoke(app, ["brief", *map(str, arguments)], input=stdin)


def failed(result) -> str:
    """Return the one line that a user reads when nothing could be read."""
    assert isinstance(result.exception, StemmaError)
    return str(result.exception)


def test_a_report_becomes_a_brief(report):
    result = brief(report)
    assert result.exit_code == 0
    assert "Volk" in result.stdout


@pytest.mark.parametrize("form", ["terminal", "markdown", "html", "json"])
def test_each_format_holds_the_quotation(report, form):
    assert "Nobody was in danger at any time" in brief(report, "--format", form).stdout


def test_the_json_is_the_contract(report):
    told = json.loads(brief(report, "--format", "json").stdout)
    assert told["stemma"] == "1"
    assert {"documents", "sources", "attributions", "claims", "derivations", "positions", "figures"} <= told.keys()


def test_a_folder_is_searched_for_its_reports(report):
    assert "Nobody was in danger" in brief(report.parent).stdout


def test_standard_input_is_a_document():
    result = brief("-", stdin=REPORT.encode())
    assert result.exit_code == 0
    assert "Nobody was in danger" in result.stdout


def test_output_goes_to_the_file_that_is_named(report, tmp_path):
    target = tmp_path / "brief.json"
    assert brief(report, "--format", "json", "-o", target).stdout == ""
    assert json.loads(target.read_text(encoding="utf-8"))["stemma"] == "1"


def test_what_was_there_before_is_kept_when_nothing_can_be_read(tmp_path):
    target = tmp_path / "brief.json"
    target.write_text("precious", encoding="utf-8")
    failed(brief(tmp_path / "missing.txt", "-o", target))
    assert target.read_text(encoding="utf-8") == "precious"


def test_an_output_folder_that_is_missing_is_said(report, tmp_path):
    assert "cannot be written" in failed(brief(report, "-o", tmp_path / "no" / "brief.txt"))


def test_a_missing_path_is_said_in_one_line(tmp_path):
    message = failed(brief(tmp_path / "missing.txt"))
    assert "missing.txt: no such file" in message
    assert "\n" not in message


def test_a_folder_without_documents_is_said(tmp_path):
    assert "no report in it" in failed(brief(tmp_path))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n\t\n"),
        ("nuls.txt", b"\0" * 5000),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
        ("program.txt", b"\x7fELF" + bytes(range(256)) * 8),
        ("bodiless.html", b"<!doctype html><html><head><title>x</title></head><body></body></html>"),
    ],
)
def test_a_bad_file_gets_one_line_and_the_good_ones_are_read(report, tmp_path, name, data):
    bad = tmp_path / name
    bad.write_bytes(data)
    result = brief(report, bad)
    assert result.exit_code == 1
    assert "Nobody was in danger" in result.stdout
    assert result.stderr.count(name) == 1


def test_a_file_that_is_too_large_is_refused_before_it_is_read_whole(report, tmp_path):
    big = tmp_path / "big.txt"
    big.write_bytes(b"The mayor said no. " * 2_700_000)
    result = brief(report, big)
    assert "big.txt: larger than 10 MB" in result.stderr
    assert "Nobody was in danger" in result.stdout


def test_two_copies_of_one_file_are_one_document(report, tmp_path):
    (tmp_path / "copy.txt").write_text(REPORT, encoding="utf-8")
    told = json.loads(brief(tmp_path, "--format", "json").stdout)
    assert len(told["documents"]) == 1
    assert "same bytes" in told["notices"][0]["text"]


def test_one_line_of_very_many_characters_is_read(tmp_path):
    line = tmp_path / "line.txt"
    line.write_text("The mayor of Lund Bay said the bridge is closed. " * 800, encoding="utf-8")
    assert brief(line, "--format", "json").exit_code == 0


def test_a_text_that_is_not_english_is_read_and_named(tmp_path):
    text = "Der Bürgermeister sagte am Dienstag, die Brücke sei gesperrt. Die Polizei hat das nicht bestätigt. " * 4
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    result = brief(tmp_path)
    assert result.exit_code == 0
    assert "German" in result.stderr


def test_right_to_left_text_is_no_fault(tmp_path):
    (tmp_path / "a.txt").write_text(
        "قال المتحدث إن الجسر مغلق منذ يوم الثلاثاء ولم يصب أحد بأذى. " * 4, encoding="utf-8"
    )
    assert brief(tmp_path).exit_code == 0


def test_an_interrupted_run_says_that_nothing_was_written(report, monkeypatch):
    def stop(*arguments, **options):
        raise KeyboardInterrupt

    monkeypatch.setattr("stemma.case.brief_files", stop)
    result = brief(report)
    assert (result.exit_code, result.stdout) == (130, "")
    assert result.stderr == "stemma: interrupted; nothing was written\n"


def test_a_wrong_option_is_a_usage_error(report):
    assert brief(report, "--format", "pdf").exit_code == 2


def test_the_same_input_twice_gives_the_same_bytes_whatever_the_order():
    story = sorted(map(str, Path("examples/gorna").iterdir()))
    first = brief(*story, "--format", "json").stdout
    assert brief(*reversed(story), "--format", "json").stdout == first


def test_help_does_not_wait_for_the_model():
    code = (
        "import sys; from stemma.cli import main; assert not {'numpy', 'onnxruntime', 'trafilatura'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("no_color", "is_colored"), [("", True), ("1", False), ("0", False)])
def test_color_is_for_terminals_whose_user_has_not_said_no(no_color, is_colored, report, monkeypatch):
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setattr(sys, "stdout", Terminal())
    brief_command([str(report)])
    assert ("\033[" in sys.stdout.getvalue()) == is_colored


def test_of_a_text_that_no_report_is_as_long_as_the_beginning_is_read_and_a_line_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("stemma.read.document.MOST_READ", 20_000)
    dump = tmp_path / "dump.txt"
    dump.write_text("Nobody in Lund Bay was told that the bridge would be closed on that day. " * 600, encoding="utf-8")
    result = brief(dump, "--format", "json")
    assert result.exit_code == 0
    assert "dump.txt: only its first" in result.stderr
