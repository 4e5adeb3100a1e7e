"""JSON Lines of quotes: every line by itself, every place true, every place found again."""

import json
from collections.abc import Callable

import pytest
from hypothesis import given, settings

from stemma.errors import ContractError
from stemma.model import Quotes, cut_all
from stemma.tell import is_lines, quotes_as_json_lines, read_line_pins, read_pins
from tests.tell.quoting import arbitrary_quotes, quoted

NESTED = "<s The Daily Post> <c reported>, <c2 citing> <s2 Ines Volk>, that <t the bridge was closed>."
APART = "“<t We saw the crack>,” <c said> <s Ines Volk>, the mayor of Lund Bay, “<t and we closed the bridge>.”"


def lines(quotes: Quotes) -> list[dict]:
    return [json.loads(line) for line in quotes_as_json_lines(quotes).splitlines()]


def segments(value: object) -> list[dict]:
    """Return all that has a start, an end and a text, at any depth."""
    if isinstance(value, list):
        return [found for item in value for found in segments(item)]
    if not isinstance(value, dict):
        return []
    own = [value] if "start" in value else []
    return own + [found for item in value.values() for found in segments(item)]


@given(arbitrary_quotes())
@settings(deadline=None)
def test_every_segment_cuts_to_the_text_it_claims(quotes: Quotes):
    for line in lines(quotes):
        for segment in segments(line):
            if segment["start"] is not None:
                assert quotes.document.text[segment["start"] : segment["end"]] == segment["text"]
        assert line["content"] == " ".join(segment["text"] for segment in line["segments"])


@given(arbitrary_quotes())
@settings(deadline=None)
def test_every_line_has_the_same_keys_whatever_is_not_known(quotes: Quotes):
    told = lines(quotes)
    assert len(told) == len(quotes.attributions)
    assert len({(tuple(line), tuple(line["source"]), tuple(line["cue"])) for line in told}) <= 1


@given(arbitrary_quotes())
@settings(deadline=None)
def test_every_place_is_a_pin_that_holds(quotes: Quotes):
    told = quotes_as_json_lines(quotes)
    if not quotes.attributions:
        assert told == ""
        return
    assert is_lines(told)
    (document,), pins = read_line_pins(told)
    assert document.layer_sha256 == quotes.document.sha256
    assert all(cut_all(pin.spans, quotes.document.text) == pin.text for pin in pins)
    assert len(pins) >= 2 * len(quotes.attributions)


def test_a_content_in_two_pieces_is_two_segments():
    (line,) = lines(quoted(APART))
    assert [segment["text"] for segment in line["segments"]] == ["We saw the crack", "and we closed the bridge"]
    assert line["content"] == "We saw the crack and we closed the bridge"
    assert line["quote"] == "direct"


def test_a_source_has_its_name_beside_the_words_for_it():
    told = lines(quoted(APART + " <s2 She> <c2 said> <t2 nobody was hurt>."))
    assert told[1]["source"] == {
        "text": "She", "start": 87, "end": 90,
        "name": "Ines Volk", "kind": "person", "role": "mayor of Lund Bay", "party": "Lund Bay",
    }  # fmt: skip


def test_a_source_that_is_not_clear_has_its_words_and_no_name():
    (line,) = lines(quoted("<s He> <c said> <t nobody was hurt>."))
    assert line["source"]["text"] == "He"
    assert line["source"]["name"] is None


def test_a_relay_stands_by_its_words_and_its_name():
    (line,) = [line for line in lines(quoted(NESTED)) if line["via"]]
    assert [(relay["text"], relay["name"]) for relay in line["via"]] == [("The Daily Post", "Daily Post")]
    assert line["source"]["name"] == "Ines Volk"


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda line: line.replace("quotes/1", "quotes/2"), "line 1: a row of version 'quotes/2'"),
        (lambda line: '{"stemma": "quotes/1"}\n', "line 1: no row that Stemma wrote"),
        (lambda line: line + "{\n", "line 2: no row"),
        (lambda line: line + "[]\n", "line 2: a row of version ''"),
        (lambda line: line.replace('"start": 1,', '"start": -1,'), "line 1: no row"),
    ],
)
def test_lines_that_are_not_ours_are_refused_by_their_number(spoil: Callable[[str], str], words: str):
    text = spoil(quotes_as_json_lines(quoted(APART)))
    assert is_lines(text)
    with pytest.raises(ContractError) as caught:
        read_line_pins(text)
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_brief_is_no_quotes_and_quotes_are_no_brief():
    assert not is_lines('{\n "stemma": "1",\n "documents": []}')
    assert not is_lines('{"stemma": "1"}')
    with pytest.raises(ContractError):
        read_pins(quotes_as_json_lines(quoted(APART)))
