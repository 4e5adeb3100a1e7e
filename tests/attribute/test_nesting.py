"""Whose words they are, where a report stands in a report."""

import pytest

from stemma.attribute.nesting import is_believing, is_saying
from stemma.model import Span
from tests.attribute.marking import told


def test_a_belief_told_by_another_is_a_chain():
    assert told("<s Lind> <c said> <t the ministry believes that the dam was opened by night>.") == [
        ("the ministry", "Lind", "the dam was opened by night")
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Those figures suggest the farmers of the valley were right all along",
        "The new plans predict the mill will stand for many years to come",
    ],
)
def test_in_the_speakers_own_words_a_thing_does_not_speak(words):
    assert told(f"“<t {words},>” <s Lind> <c said>.") == [("Lind", words)]


@pytest.mark.parametrize("inner", ["flight attendants told her", "the abbot told him", "the accountants told Broz"])
def test_who_told_the_speaker_is_the_source(inner):
    who = inner.rpartition(" told ")[0]
    marked = f"<s Lind> <c said> <t that {inner} the passenger had a ticket for the other boat>."
    assert told(marked) == [(who, "Lind", "the passenger had a ticket for the other boat")]


def test_a_verb_that_could_be_a_noun_is_one_where_its_clause_is_marked():
    marked = "“<t The person claimed that the river would take the mill>,” <s Lind> <c said>."
    assert told(marked) == [("The person", "Lind", "the river would take the mill")]


def test_what_somebody_has_not_said_is_the_outer_speakers_tale():
    marked = "<s Lind> <c noted> <t that the wardens have still not confirmed that the dam was opened>."
    assert told(marked) == [("Lind", "the wardens have still not confirmed that the dam was opened")]


def test_what_somebody_would_say_is_the_outer_speakers_tale():
    marked = "<s Lind> <c said> <t the judges would rule that the mill must close>."
    assert told(marked) == [("Lind", "the judges would rule that the mill must close")]


def test_an_act_that_is_cited_is_no_speaker():
    marked = "<t The valley is safe>, <s Lind> <c said>, <c2 citing> <t2 the release of Broz and the new dam>."
    assert ("Lind", "The valley is safe") in told(marked)


def test_remarks_that_somebody_made_are_cited_not_he():
    assert told("<s Lind> <c cited> <t remarks Broz had made about the old mill>.") == [
        ("Lind", "remarks Broz had made about the old mill")
    ]


def test_who_is_cited_is_still_the_source():
    assert told("<t Two bridges fell>, <s the Herald> <c reported>, citing aid workers.") == [
        ("aid workers", "the Herald", "Two bridges fell")
    ]


def test_a_content_that_ends_where_the_tagger_ends_it_stays():
    marked = "<s The judge> <c rejected> <t that argument> in a ruling that he said would stand."
    assert ("The judge", "argument") in told(marked) or ("The judge", "that argument") in told(marked)


def test_a_relative_is_left_to_stand_for_whom_it_stands_for():
    marked = "News of her release brought joy to some, <s who> <c saw> <t the verdict as a gift to the valley>."
    assert told(marked) == [("who", "the verdict as a gift to the valley")]


def test_what_others_report_as_done_to_them_is_their_report():
    marked = "<s Lind> <c said> <t that women reported being robbed at the weir>."
    assert told(marked) == [("women", "Lind", "being robbed at the weir")]


def test_an_endless_sentence_is_searched_for_no_shapes():
    assert told("Lind said Broz said " * 400 + "the dam held.") == []


def test_a_picture_that_a_paper_tells_of_shows_it_and_what_a_person_shows_he_says():
    marked = "<s The Tarn Herald> <c reported> <t that satellite images had shown boats below the weir>."
    assert told(marked) == [("satellite images", "The Tarn Herald", "boats below the weir")]
    marked = "<s Anna Lind> <c said> <t that the figures show no change in the eel catch>."
    assert told(marked) == [("Anna Lind", "the figures show no change in the eel catch")]


def test_what_somebody_was_told_comes_through_him():
    marked = "<s Anna Lind> said the driver <c told him> <t that “the brakes had failed”>."
    assert [row[:2] for row in told(marked)] == [("the driver", "Anna Lind")]
    marked = "<s One> said the driver <c told them> <t he had slept>."
    assert [row[:2] for row in told(marked)] == [("the driver", "One")]


def test_who_saw_a_thing_in_what_is_said_passes_nothing_on():
    marked = "<s The airline> <c says> <t that after takeoff, the pilots of the flight saw a bird in the cabin>."
    assert [row[:-1] for row in told(marked)] == [("The airline",)]


def test_a_quoted_speaker_who_speaks_of_himself_is_one_speaker():
    marked = "<t “I’ve often wondered what it would be like to leave,”> <s Lind> <c said>."
    assert [row[:-1] for row in told(marked)] == [("Lind",)]


def test_an_outlet_that_reports_what_he_said_is_not_he():
    marked = "<s The Tarn Herald> <c reported> <t that she told friends the dam had burst>."
    assert told(marked) == [("she", "The Tarn Herald", "the dam had burst")]
    marked = "<s The Herald's Anna Lind> <c reported> <t that she said the dam had burst>."
    assert len(told(marked)[0]) == 2


def test_who_is_believed_inside_a_quotation_believes_through_the_speaker():
    marked = "<t “They feel that the mill is safe,”> <s Anna Lind> <c said>."
    assert ("They", "Anna Lind", "the mill is safe") in told(marked)


@pytest.mark.parametrize(("says", "verb"), [(is_saying, "claim"), (is_believing, "feel")])
def test_a_line_may_end_before_what_is_said(says, verb):
    text = f"They {verb} that\nthe mill is safe"
    assert says(text, Span(5, 5 + len(verb)))
