import pytest

from stemma.align.sense import are_opposite, is_forward, is_negated, is_softened
from stemma.align.subjects import subject_of, unseen


@pytest.mark.parametrize("content", ["the dam did not hold", "nobody opened the gates", "it never rained"])
def test_a_not_in_the_main_clause_negates(content):
    assert is_negated(content)


@pytest.mark.parametrize(
    "content",
    [
        "the gates were opened, and nobody was told",
        "the dam held. No one slept",
        "the miller left because it did not rain",
    ],
)
def test_a_not_in_a_further_clause_does_not(content):
    assert not is_negated(content)


def test_what_failed_to_happen_did_not_happen():
    assert is_negated("the new pump failed to start")
    assert not is_softened("the new pump failed to start")
    assert is_negated("the miller was unable to open the gate")


def test_what_somebody_failed_to_prevent_did_happen():
    assert not is_negated("the guild failed to keep boats from crossing")
    assert is_softened("the guild failed to keep boats from crossing")


def test_rain_can_hardly_is_a_not_in_other_words():
    assert is_softened("rain alone could hardly fill the lake")
    assert not is_softened("rain alone filled the lake")


@pytest.mark.parametrize("content", ["the dam may break", "the guild plans to sell the mill", "snow is likely"])
def test_what_may_come_is_forward(content):
    assert is_forward(content)


@pytest.mark.parametrize(
    "content",
    [
        "the guild may have sold the mill",
        "they have likely lost nine boats",
        "the mill stands still, and the guild will sell it",
        "the wheel has stopped, possibly due to the frost",
    ],
)
def test_a_guess_at_what_has_been_is_not(content):
    assert not is_forward(content)


@pytest.mark.parametrize(
    ("before", "content", "subject"),
    [
        ("The mayor said the wardens are tired and ", "are leaving the valley", "the wardens"),
        ("Pictures have shown two wardens moving stones and ", "filling the sluice", "shown two wardens"),
        ("He said the guild was hiding the leak by painting the wall and ", "forbidding visits", "the guild"),
        ("The mayor said the guild had bought the mill and ", "sold its wheel", "the guild"),
        ("The mayor said ", "the guild sold its wheel", None),
    ],
)
def test_a_second_predicate_gets_the_subject_of_the_first(before, content, subject):
    assert subject_of(before, content) == subject


def test_what_was_not_seen_is_worded_as_if_it_had_been():
    assert unseen("the guild has not yet seen wardens at the gate") == "wardens at the gate"
    assert unseen("observers did not find any evidence of a leak below the dam") == "a leak below the dam"
    assert unseen("the guild has not seen it") == "the guild has not seen it"


def test_of_two_opposite_states_only_one_can_hold():
    assert are_opposite(("the", "gates", "were", "closed"), ("they", "opened", "the", "gates"))
    assert not are_opposite(("opened", "and", "closed"), ("opened",))
