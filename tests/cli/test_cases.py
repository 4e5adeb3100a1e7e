"""A case on the command line."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma.cli.app import app
from tests.case.stories import report, write_reports


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = tmp_path / "test.stemma"
    assert CliRunner().invoke(app, ["init", str(path)]).exit_code == 0
    return str(path)


def test_adding_says_what_is_new(case: str, tmp_path: Path):
    write_reports(tmp_path / "reports", 2)
    first = CliRunner().invoke(app, ["add", case, str(tmp_path / "reports")])
    assert first.exit_code == 0
    assert first.stdout == "".join(f"added\t{tmp_path}/reports/00{n}.txt\n" for n in range(2))
    assert first.stderr.splitlines()[-1] == "stemma: 2 added"
    (tmp_path / "reports" / "001.txt").write_text(report(1) + "More was learned.\n")
    write_reports(tmp_path / "more", 1)
    again = CliRunner().invoke(app, ["add", case, str(tmp_path / "reports"), str(tmp_path / "more")])
    assert again.stdout.splitlines() == [
        f"already there\t{tmp_path}/more/000.txt (the same bytes as {tmp_path}/reports/000.txt)",
        f"already there\t{tmp_path}/reports/000.txt",
        f"a newer version\t{tmp_path}/reports/001.txt (number 2 of {tmp_path}/reports/001.txt)",
    ]
    assert again.stderr.splitlines()[-1] == "stemma: 2 already there, 1 a newer version"


def test_a_file_that_was_named_and_cannot_be_read_is_exit_1(case: str, tmp_path: Path):
    write_reports(tmp_path / "reports", 1)
    result = CliRunner().invoke(app, ["add", case, str(tmp_path / "gone.txt"), str(tmp_path / "reports")])
    assert result.exit_code == 1
    assert f"{tmp_path}/gone.txt: no such file or folder; check the path" in result.stderr
    assert result.stdout == f"added\t{tmp_path}/reports/000.txt\n"


@pytest.mark.parametrize(
    "verb", [["brief"], ["claims"], ["origins"], ["positions"], ["drift"], ["quotes"], ["tree", "1"], ["verify"]]
)
def test_every_verb_tells_a_case(case: str, tmp_path: Path, verb: list[str]):
    write_reports(tmp_path / "reports", 2)
    CliRunner().invoke(app, ["add", case, str(tmp_path / "reports")])
    result = CliRunner().invoke(app, [*verb, case])
    assert result.exit_code == 0, result.stderr
    assert result.stdout or "no change was found in 2 documents" in result.stderr


def test_a_brief_is_verified_against_the_case(case: str, tmp_path: Path):
    write_reports(tmp_path / "reports", 2)
    CliRunner().invoke(app, ["add", case, str(tmp_path / "reports")])
    brief = tmp_path / "brief.json"
    CliRunner().invoke(app, ["brief", case, "-f", "json", "-o", str(brief)])
    for file in (tmp_path / "reports").iterdir():
        file.unlink()
    result = CliRunner().invoke(app, ["verify", str(brief), case])
    assert result.exit_code == 0
    assert "spans in 2 documents agree with the archived bytes" in result.stdout


def test_versions_of_an_article_are_compared_and_verified(case: str, tmp_path: Path):
    write_reports(tmp_path / "reports", 2)
    CliRunner().invoke(app, ["add", case, str(tmp_path / "reports")])
    none = CliRunner().invoke(app, ["versions", case])
    assert (none.stdout, none.exit_code) == ("", 0)
    assert "no article came in two versions" in none.stderr
    file = tmp_path / "reports" / "001.txt"
    file.write_text(report(1).replace("3 people", "5 people"))
    CliRunner().invoke(app, ["add", case, str(file)])
    told = CliRunner().invoke(app, ["versions", case])
    assert "“3 people” became “5 people” in a newer version" in told.stdout
    lines = tmp_path / "versions.jsonl"
    CliRunner().invoke(app, ["versions", case, "-f", "jsonl", "-o", str(lines)])
    assert CliRunner().invoke(app, ["verify", str(lines), case]).exit_code == 0
    assert "came in 2 versions, of which the newest is read" in CliRunner().invoke(app, ["brief", case]).stderr


def test_verifying_a_brief_needs_its_documents(tmp_path: Path):
    result = CliRunner().invoke(app, ["verify", str(tmp_path / "brief.json")])
    assert result.exit_code == 2
    assert "give the documents that it was made from" in result.stderr


def test_no_database_library_is_loaded_for_files(tmp_path: Path):
    import subprocess
    import sys

    program = "import sys; from stemma.cli.app import app; import stemma.case; print('sqlalchemy' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", program], text=True) == "False\n"
