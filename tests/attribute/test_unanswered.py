"""Who did not speak, in the words of a paper that asked."""

import pytest

from stemma.model import Stance
from tests.attribute.marking import read


def silent(marked: str) -> list[tuple[str, str, str]]:
    """Return of each silence how it is one, who is silent, and the words that tell of it."""
    text, found = read(marked)
    mute = [a for a in found if a.narrated and a.stance in (Stance.SILENCE, Stance.DECLINE)]
    return [(a.stance.value, a.source_span.cut(text) if a.source_span else "", a.content) for a in mute]


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("The Herald reached out to the Ferry Board for comment but did not receive a response.", "the Ferry Board"),
        ("The Herald contacted Norda Lines for comment and has not heard back.", "Norda Lines"),
        ("Calls to the Ferry Board were not immediately returned.", "the Ferry Board"),
        ("Messages left with Mr Okoro went unanswered.", "Mr Okoro"),
        ("Requests for comment sent by the Herald to the Ferry Board remain unanswered.", "the Ferry Board"),
        ("The Herald's requests to speak with the ferry's captain went unanswered.", "the ferry's captain"),
        ("The Ferry Board did not return calls on Friday.", "The Ferry Board"),
        ("Neither the board nor the crew responded to a request for comment.", "Neither the board nor the crew"),
        ("The Ferry Board did not immediately confirm the dates.", "The Ferry Board"),
    ],
)
def test_whoever_left_a_question_unanswered_is_silent(sentence, who):
    assert silent(sentence) == [("silence", who, sentence.removesuffix("."))]


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour office referred all questions to the ministry.",
        "Norda Lines declined comment.",
        "Norda Lines declined to comment on the lawsuit.",
    ],
)
def test_whoever_sends_a_question_on_or_will_not_answer_declines(sentence):
    (found,) = silent(sentence)
    assert found[0] == "decline"
    assert found[2] == sentence.removesuffix(".")


def test_who_passes_on_and_who_then_keeps_silent_are_two():
    found = silent("The harbour office referred questions to the army, which did not immediately respond.")
    assert [(how, who) for how, who, _ in found] == [("decline", "The harbour office"), ("silence", "the army")]


@pytest.mark.parametrize(
    "sentence",
    [
        "A film shows the guards who refused to respond to the crowd.",
        "The pilot called the tower and did not hear the answer.",
        "Voters referred the law to the court for review.",
        "The Herald's request for comment was not returned.",
        "The ferry did not return to the harbour.",
        "Questions about what happened to the pilot remain unanswered.",
        "Questions linked to the crash were not answered.",
        "Calls to resign went unanswered.",
        "The guild directed messages to its members.",
        "Neither the heat nor the rain stopped the crew, the minister replied.",
        "Neither the board nor the crew was hurt when the guards responded.",
        "Police directed journalists to a hill above the town.",
        "Calls to boycott the ferries went unanswered.",
        "Questions went to unanswered",
    ],
)
def test_a_clause_that_tells_who_is_meant_and_an_answer_that_was_not_heard_are_no_silence(sentence):
    assert silent(sentence) == []


def test_what_a_tagger_takes_for_a_saying_of_the_silent_is_none():
    _, found = read("<s Neither the board nor the crew> <c responded to> <t a request for comment>.")
    assert [a.stance for a in found] == [Stance.SILENCE]


def test_a_family_is_no_adverb():
    assert silent("The family could not be reached on Sunday.")[0][1] == "The family"


def test_neither_of_another_clause_does_not_name_who_is_silent():
    assert silent("Neither side won, and the mayor did not respond.")[0][1] == "the mayor"
