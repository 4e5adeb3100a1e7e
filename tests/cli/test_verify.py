from pathlib import Path

from typer.testing import CliRunner

from stemma.cli.app import app
from stemma.tell import as_json
from tests.factories import ferry_fire, write_story


def archive(folder: Path) -> Path:
    write_story(ferry_fire(), folder)
    file = folder / "brief.json"
    file.write_text(as_json(ferry_fire()), encoding="utf-8")
    return file


def test_a_true_brief_is_one_line_and_exit_0(tmp_path: Path):
    result = CliRunner().invoke(app, ["verify", str(archive(tmp_path)), str(tmp_path)])
    assert result.exit_code == 0
    assert result.stdout.endswith("spans in 6 documents agree with the archived bytes\n")
    assert result.stdout.count("\n") == 1


def test_a_changed_document_is_named_and_exit_1(tmp_path: Path):
    file = archive(tmp_path)
    (tmp_path / "d-wire.txt").write_text("other words")
    result = CliRunner().invoke(app, ["verify", str(file), str(tmp_path)])
    assert result.exit_code == 1
    assert result.stdout.startswith("d-wire.txt: ")
    assert "1 mismatch;" in result.stdout


def test_a_brief_may_come_from_standard_input(tmp_path: Path):
    text = archive(tmp_path).read_bytes()
    result = CliRunner().invoke(app, ["verify", "-", str(tmp_path)], input=text)
    assert result.exit_code == 0


def test_a_file_that_is_no_brief_is_a_users_error(tmp_path: Path):
    other = tmp_path / "other.json"
    other.write_text("{}")
    result = CliRunner().invoke(app, ["verify", str(other), str(tmp_path)])
    assert type(result.exception).__name__ == "ContractError"
    assert str(result.exception).startswith(f"{other}: JSON, but no Stemma brief")
