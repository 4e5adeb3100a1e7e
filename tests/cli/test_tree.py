"""``stemma tree`` as a user meets it."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from typer.testing import CliRunner

from stemma.case import Briefing, brief_files
from stemma.cli.app import app
from stemma.errors import ClaimError, StemmaError
from stemma.model import Brief
from tests.factories import ferry_fire
from tests.tell.stories import A_CIRCLE, brief_of

EXAMPLE = Path("examples/gorna")

run = CliRunner()


@pytest.fixture(scope="module")
def example() -> Brief:
    return brief_files([str(EXAMPLE)]).brief


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch):
    """``tree`` over a brief that is made already."""

    def draw(brief: Brief, *arguments: str | Path):
        monkeypatch.setattr("stemma.case.brief_files", lambda *arguments: Briefing(brief, ()))
        return run.invoke(app, ["tree", *map(str, arguments), str(EXAMPLE)])

    return draw


def test_each_claim_of_the_example_is_drawn_in_each_format(drawn, example):
    for number in range(1, len(example.claims) + 1):
        for form in ("terminal", "svg", "dot", "graphml"):
            result = drawn(example, number, "-f", form)
            assert result.exit_code == 0
            if form in ("svg", "graphml"):
                ElementTree.fromstring(result.stdout)


def test_a_claim_is_meant_by_words_of_it(drawn):
    assert drawn(ferry_fire(), "short circuit").stdout.startswith(" ")
    assert "a short circuit had caused the fire" in drawn(ferry_fire(), "short circuit").stdout


def test_an_ambiguous_claim_is_one_line_that_lists_what_may_be_meant(drawn):
    result = drawn(ferry_fire(), "fire")
    assert isinstance(result.exception, ClaimError)
    assert isinstance(result.exception, StemmaError)
    assert "\n" not in str(result.exception)
    assert "give one's number" in str(result.exception)


def test_nothing_is_written_where_no_claim_is_meant(drawn, tmp_path):
    target = tmp_path / "tree.svg"
    target.write_text("precious", encoding="utf-8")
    drawn(ferry_fire(), "penguins", "-f", "svg", "-o", target)
    assert target.read_text(encoding="utf-8") == "precious"


@pytest.mark.parametrize("form", ["terminal", "svg", "dot", "graphml"])
def test_a_circle_of_citations_is_drawn(drawn, form):
    result = drawn(brief_of(*A_CIRCLE), "1", "-f", form)
    assert result.exit_code == 0
    assert "circ" in result.stdout


def test_no_claim_and_no_path_are_usage_errors():
    assert run.invoke(app, ["tree"]).exit_code == 2
    assert run.invoke(app, ["tree", "1"]).exit_code == 2
