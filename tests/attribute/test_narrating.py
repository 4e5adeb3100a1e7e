"""What a document says in its own voice, and how much of a sentence that is."""

import pytest

from tests.attribute.marking import read


def narrated(marked):
    """Return the narrated contents of *marked*, a text in the language of ``marking``."""
    return [a.content for a in read(marked)[1] if a.narrated]


@pytest.mark.parametrize(
    "marked",
    [
        "<s The ministry> <c will likely avoid mentioning> <t the leak in the northern reactor>.",
        "The ferry turned back after <s the crew> <c realized> <t a gate stood open>.",
        "Such a step would undermine <s Lind's> <c claims of> <t a steady harvest> in the valley.",
    ],
)
def test_a_sentence_that_states_more_than_a_saying_is_the_documents_own_as_a_whole(marked):
    whole = narrated(marked)
    assert len(whole) == 1
    assert whole[0].split()[-1] in marked.split()[-1]
    assert whole[0].split()[0] in {"The", "Such"}


def test_what_stands_beside_a_saying_is_cut_free_of_its_joints():
    assert narrated("Rain fell on the valley for nine days and <s Lind> <c said> <t the dam held>.") == [
        "Rain fell on the valley for nine days"
    ]


def test_a_scrap_without_a_clause_is_left_out():
    assert narrated("In the office of the old mill by the river <s Lind> <c said> <t the dam held>.") == []


def test_a_question_states_nothing():
    assert narrated("Did the guards open the gates of the dam?") == []


def test_two_statements_in_one_sentence_are_two():
    assert narrated("The guards opened the gates, and the water took the lower bridge.") == [
        "The guards opened the gates",
        "the water took the lower bridge",
    ]


def test_what_the_report_tells_itself_is_parted_before_a_second_verb_for_each_half_may_be_what_another_says():
    assert narrated("The wave destroyed two bridges and flooded 340 houses in the valley.") == [
        "The wave destroyed two bridges",
        "flooded 340 houses in the valley",
    ]


def test_what_turns_to_whoever_reads_it_states_nothing():
    assert narrated("If you are missing somebody write to the office here.") == []
    assert len(narrated("If the gates are open the lower bridge is under water.")) == 1
