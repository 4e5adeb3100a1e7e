"""``stemma serve`` and ``stemma users``."""

import os
import re
import signal
import socket
import subprocess
import sys
from http.client import HTTPConnection
from pathlib import Path

import pytest
from typer.testing import CliRunner

pytest.importorskip("fastapi", reason="needs stemma-news[web]")
pytest.importorskip("argon2", reason="needs stemma-news[web]")

from stemma.cli.app import app
from stemma.errors import AccountError, NothingToReadError, ServeError
from stemma.stores import create_store

EXAMPLE = Path(__file__).parents[2] / "examples" / "gorna"


@pytest.fixture
def case(tmp_path: Path) -> str:
    path = str(tmp_path / "flood.stemma")
    create_store(path)
    return path


def run(*words: str, given: str = "") -> str:
    result = CliRunner().invoke(app, list(words), input=given, catch_exceptions=False)
    return result.output


@pytest.mark.parametrize("asked", [signal.SIGINT, signal.SIGTERM])
def test_a_passing_look_is_served_and_leaves_nothing_behind(tmp_path: Path, asked: signal.Signals):
    story = tmp_path / "story.txt"
    story.write_text("The dam holds, the mayor said on Monday.\n")
    command = [sys.executable, "-c", "from stemma.cli import main; main()", "serve", str(story), "--port", "0"]
    settings = {**os.environ, "TMPDIR": str(tmp_path)}
    served = subprocess.Popen(command, stderr=subprocess.PIPE, text=True, env=settings)
    try:
        assert served.stderr is not None
        address = re.search(r"127\.0\.0\.1:\d+", served.stderr.readline())
        assert address is not None
        connection = HTTPConnection(address[0], timeout=120)
        connection.request("GET", "/")
        assert b"story" in connection.getresponse().read()
        connection.close()
        served.send_signal(asked)
        assert served.wait(120) == 128 + asked
    finally:
        served.kill()
        served.communicate()
    assert [path.name for path in tmp_path.iterdir()] == ["story.txt"]


def test_nobody_else_reads_a_case_without_signing_in(case: str):
    for words in (("--host", "0.0.0.0"), ("--url", "https://desk.example.org")):
        with pytest.raises(ServeError, match="stemma users CASE NAME --role owner"):
            run("serve", case, *words)


def test_a_port_that_is_taken_is_told(case: str):
    with socket.create_server(("127.0.0.1", 0)) as other, pytest.raises(ServeError, match="choose another --port"):
        run("serve", case, "--port", str(other.getsockname()[1]))


def test_what_is_no_address_is_told(case: str):
    run("users", case, "olga", "--role", "owner", given="a long password\n")
    for url in ("desk.example.org", "https://desk.example.org/stemma", "http://["):
        with pytest.raises(ServeError, match="is no address of a desk"):
            run("serve", case, "--url", url)
    for host in ("999.1.1.1", "desk..example"):
        with pytest.raises(ServeError, match="cannot be opened"):
            run("serve", case, "--host", host)
    with pytest.raises(ServeError, match="cannot be used"):
        run("serve", case, "--port", "0", "--tls-cert", case, "--tls-key", case)
    with pytest.raises(ServeError, match="go together"):
        run("serve", case, "--tls-cert", "x.pem")
    with pytest.raises(NothingToReadError, match=r"nowhere\.stemma: no such file"):
        run("serve", "nowhere.stemma")


def test_accounts_are_made_changed_listed_and_taken_out(case: str):
    assert run("users", case) == ""
    run("users", case, "olga", "--role", "owner", given="a long password\n")
    run("users", case, "tom", given="another password\n")
    assert [line.split("\t")[:2] for line in run("users", case).splitlines()] == [["olga", "owner"], ["tom", "reader"]]
    assert "tom may sign in as analyst" in run("users", case, "tom", "--role", "analyst")
    run("users", case, "tom", "--remove")
    assert [line.split("\t")[0] for line in run("users", case).splitlines()] == ["olga"]


def test_what_cannot_be_said_of_accounts_is_told_in_one_line(case: str):
    with pytest.raises(AccountError, match="12 to 1,000 characters"):
        run("users", case, "olga", given="short\n")
    with pytest.raises(AccountError, match="cannot be a name"):
        run("users", case, "o\u202elga", given="a long password\n")
    with pytest.raises(AccountError, match="nobody is called eve"):
        run("users", case, "eve", "--remove")
    with pytest.raises(AccountError, match="nobody is named"):
        run("users", case, "--role", "owner")
    run("users", case, "olga", "--role", "owner", given="a long password\n")
    with pytest.raises(AccountError, match="the only owner"):
        run("users", case, "olga", "--role", "reader")
