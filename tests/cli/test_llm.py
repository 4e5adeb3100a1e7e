"""``--llm`` as a user meets it: a brief and quotes by a language model, and one line for each thing that is wrong."""

import json
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from stemma.cli.app import app
from stemma.errors import StemmaError
from tests.taggers.scripted import entry, failure, reports, serving

pytest.importorskip("urllib3")

REPORT = """Harbour bridge closed after crack is found

March 12, 2024

The harbour bridge of Lund Bay was closed on Tuesday after engineers found a crack in a pillar.

"Nobody was in danger at any time," said Ines Volk, a spokeswoman for the port authority. She said the
bridge would stay closed for at least three weeks.
"""
ANSWER = reports(
    entry("Nobody was in danger at any time", "Ines Volk, a spokeswoman for the port authority", "said", paragraph=2),
    entry("the bridge would stay closed for at least three weeks", "She", "said", paragraph=2, number=2),
    entry("the bridge will never open again", "Ines Volk", "added", paragraph=2, number=3),
)

run = CliRunner()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def stemma(verb: str, *arguments: str | Path):
    return run.invoke(app, [verb, *map(str, arguments)])


def test_a_brief_is_read_by_the_language_model_and_names_both_models(report):
    with serving(ANSWER) as server:
        result = stemma("brief", report, "--format", "json", "--llm", server.url, "--llm-model", "tiny")
    told = json.loads(result.stdout)
    assert told["models"][0] == f"llm:tiny@{server.url.removeprefix('http://').removesuffix('/v1')}"
    assert told["models"][1].startswith("minilm")
    assert "Nobody was in danger at any time" in result.stdout
    assert "never open again" not in result.stdout


def test_what_is_not_in_the_text_is_counted_on_standard_error(report):
    with serving(ANSWER) as server:
        result = stemma("brief", report, "--llm", server.url, "--llm-model", "tiny")
    assert "report.txt: the model gave 1 passage that is not in the text; it was left out" in result.stderr
    assert "leave this machine" not in result.stderr


def test_quotes_are_read_by_the_language_model(report):
    with serving(ANSWER) as server:
        result = stemma("quotes", report, "--format", "jsonl", "--llm", server.url, "--llm-model", "tiny")
    contents = [json.loads(line)["content"] for line in result.stdout.splitlines()]
    assert contents == ["Nobody was in danger at any time", "the\nbridge would stay closed for at least three weeks"]
    assert "1 passage that is not in the text" in result.stderr


def test_a_brief_by_a_language_model_is_verified_like_any_other(report, tmp_path):
    target = tmp_path / "brief.json"
    with serving(ANSWER) as server:
        stemma("brief", report, "--format", "json", "-o", target, "--llm", server.url, "--llm-model", "tiny")
    assert stemma("verify", target, report).exit_code == 0


@pytest.mark.parametrize("verb", ["brief", "quotes"])
def test_a_line_says_where_texts_go_that_leave_this_machine(verb, report, monkeypatch):
    for name in ("no_proxy", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with serving(ANSWER) as proxy:  # stands in for the other machine
        monkeypatch.setenv("http_proxy", proxy.url.removesuffix("/v1"))
        result = stemma(verb, report, "--llm", "http://llm.example.org/v1", "--llm-model", "tiny")
    assert "stemma: the texts leave this machine: they are sent to llm.example.org, unencrypted" in result.stderr
    assert "Nobody was in danger" in result.stdout


def test_a_server_that_is_not_there_is_said_in_one_line(report):
    with serving(ANSWER) as server:
        url = server.url
    result = stemma("brief", report, "--llm", url, "--llm-model", "tiny")
    assert isinstance(result.exception, StemmaError)
    assert f"{url}: nothing answers there; is the server started" in str(result.exception)


def test_the_key_comes_from_the_environment_and_is_never_shown(report, monkeypatch):
    monkeypatch.setenv("STEMMA_LLM_KEY", "sk-4711")
    with serving(failure(401, "wrong key sk-4711")) as server:
        result = stemma("brief", report, "--llm", server.url, "--llm-model", "tiny")
    assert server.headers[0]["Authorization"] == "Bearer sk-4711"
    assert "refuses the key in STEMMA_LLM_KEY" in str(result.exception)
    assert "sk-4711" not in result.output + str(result.exception)


@pytest.mark.parametrize("options", [("--llm", "http://localhost:1"), ("--llm-model", "tiny")])
@pytest.mark.parametrize("verb", ["brief", "quotes"])
def test_one_option_without_the_other_is_a_usage_error(verb, options, report):
    assert stemma(verb, report, *options).exit_code == 2


def test_without_the_extra_one_line_says_what_to_install(report, monkeypatch):
    monkeypatch.setitem(sys.modules, "urllib3", None)
    result = stemma("quotes", report, "--llm", "http://localhost:1", "--llm-model", "tiny")
    assert isinstance(result.exception, StemmaError)
    assert "pip install 'stemma-news[llm]'" in str(result.exception)
