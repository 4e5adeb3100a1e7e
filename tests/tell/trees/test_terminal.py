"""One claim's tree in a terminal."""

import pytest
from hypothesis import given, settings

from stemma.model import Brief
from stemma.tell import tree_as_terminal
from stemma.tell.layout import cells
from tests.factories import ferry_fire
from tests.tell.stories import A_CIRCLE, arbitrary_briefs, brief_of


@pytest.fixture(scope="module")
def told() -> str:
    return tree_as_terminal(ferry_fire(), "c-arson")


def test_an_origin_stands_above_the_document_that_has_it_from_there(told: str):
    lines = told.splitlines()
    origin = next(at for at, line in enumerate(lines) if line.startswith("◆ Ilse Brandt, harbour master"))
    assert lines[origin + 1].startswith(("├─ ", "└─ "))


def test_each_document_has_its_words_and_their_place(told: str):
    assert "“the fire on the Alma had been set deliberately” [1]:" in " ".join(told.replace("│", " ").split())


def test_a_denial_is_no_support(told: str):
    assert "✕ Teo Varga, Interior Minister, for Maravia" in told
    assert "tells that they deny it" in told


def test_the_documents_are_listed_under_it(told: str):
    assert "d-wire.txt" in told
    assert "d-blank.txt" not in told


def test_a_circle_is_drawn_and_said():
    told = tree_as_terminal(brief_of(*A_CIRCLE), "1")
    assert "in a circle: it stands above" in " ".join(told.split())
    assert "↻ circle: [2] Kesh Post names as its source [1] Daily Herald" in " ".join(told.split())


@settings(max_examples=40, deadline=None)
@given(arbitrary_briefs())
def test_no_line_is_wider_than_the_terminal(brief: Brief):
    for width in (80, 50):
        told = tree_as_terminal(brief, "1", width)
        assert max(cells(line) for line in told.splitlines()) <= width


def test_a_deep_chain_stays_inside_the_terminal():
    lines = [f"paper {at} | Source {at} Post > Source {at + 1} Post | the ferry sank {at}" for at in range(60)]
    assert max(cells(line) for line in tree_as_terminal(brief_of(*lines), "1").splitlines()) <= 80


def test_words_that_steer_a_terminal_are_shown_as_text():
    brief = brief_of("kesh post | Ilse Brandt | the \x1b[31mferry\u202e sank")
    told = tree_as_terminal(brief, "1")
    assert "\x1b" not in told
    assert "\u202e" not in told
