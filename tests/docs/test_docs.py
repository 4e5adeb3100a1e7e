"""What the docs show is what the program prints."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma.cli.app import app

DOCS = [Path("README.md"), *sorted(Path("docs").rglob("*.md")), Path("CONTRIBUTING.md"), Path("CHANGELOG.md")]
SHOWN = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?://|#)([^)#\s]+)")


def sessions() -> list[tuple[str, str, list[str]]]:
    """Return each shown command with its document and the lines shown under it; "…" stands for what is left out."""
    found = []
    for path in DOCS:
        for block in SHOWN.findall(path.read_text(encoding="utf-8")):
            for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
                command, *lines = part.splitlines()
                found.append((path.name, command, [line for line in lines if line.strip() not in ("", "…")]))
    return found


@pytest.mark.parametrize(("name", "command", "lines"), sessions(), ids=lambda value: str(value)[:40])
def test_a_shown_command_prints_what_is_shown(name, command, lines, tmp_path):
    words = [str(tmp_path / "brief.json") if word == "brief.json" else word for word in shlex.split(command)]
    assert words[0] == "stemma", "the docs show our own commands"
    if words[1] == "verify":
        CliRunner().invoke(app, ["brief", *words[3:], "--format", "json", "-o", words[2]])
    printed = CliRunner().invoke(app, words[1:]).output.splitlines()
    at = 0
    for line in lines:
        assert line.rstrip() in printed[at:], f"{name} shows {line!r}"
        at = printed.index(line.rstrip(), at) + 1


@pytest.mark.parametrize("path", DOCS, ids=str)
def test_a_link_between_the_docs_leads_somewhere(path):
    targets = LINK.findall(path.read_text(encoding="utf-8"))
    assert [target for target in targets if not (path.parent / target).exists()] == []
