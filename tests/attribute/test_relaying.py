"""Relays that stand outside the sentence's own clause."""

import pytest

from tests.attribute.marking import told


@pytest.mark.parametrize(
    ("marked", "relay"),
    [
        ("In the Tarn Herald, <s Anna Lind> <c writes> <t that the dam held>.", "the Tarn Herald"),
        ("In a statement sent to Newsweek, <s Anna Lind> <c said> <t the dam held>.", "Newsweek"),
    ],
)
def test_the_outlet_that_opens_the_sentence_is_a_relay(marked, relay):
    assert [row[:2] for row in told(marked)] == [("Anna Lind", relay)]


def test_a_place_that_is_called_like_a_paper_is_no_relay():
    assert told("In Times Square, <s Anna Lind> <c said> <t the dam held>.") == [("Anna Lind", "the dam held")]


def test_who_is_only_spoken_of_does_not_speak():
    marked = "<s Anna Lind> <c said> <t that boats cited by the Tarn Herald had sunk>."
    assert told(marked) == [("Anna Lind", "boats cited by the Tarn Herald had sunk")]
    marked = "<t “The papers revealed do show it,”> <s Anna Lind> <c said>."
    assert told(marked) == [("Anna Lind", "The papers revealed do show it")]


def test_according_to_inside_a_report_is_a_chain_of_the_two():
    marked = "<s The agency> <c reported> <t that, according to the mayor, the dam held>."
    assert told(marked) == [("the mayor", "The agency", "the dam held")]
