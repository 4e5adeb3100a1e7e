import pytest

from stemma.attribute.stance import find_hedges
from stemma.attribute.words import words_in
from stemma.model import Span
from tests.attribute.marking import stances


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("<s Lind> <c said> <t the dam held>.", "assert"),
        ("<s Lind> <c confirmed> <t that the dam held>.", "confirm"),
        ("<s Lind> <c denied> <t the claims of neglect>.", "deny"),
        ("<s Lind> <c did not deny> <t that the dam leaked>.", "qualify"),
        ("<s Lind> <c did not specify> <t the number of victims>.", "decline"),
        ("<s The army> <c was unable to explain> <t the cracks in the wall>.", "decline"),
        ("<s Engineers> <c believe> <t the dam will hold>.", "assess"),
        ("<s Engineers> <c do not believe> <t the dam will hold>.", "deny"),
        ("<s Experts> <c say> <t the dam is old>.", "assess"),
        ("<s Lind> <c asked> <t whether the dam was safe>.", "assert"),
        ("<s Lind> <c said> <t the dam may not hold>.", "suggest"),
        ("<s Lind> <c said> <t twelve people drowned and the toll could rise>.", "assert"),
        ("<s Lind> <c said> <t the army had not yet seen any cracks>.", "not_observed"),
        ("<s Lind> <c said> <t the rumours of a breach were exaggerated>.", "deny"),
        ("<s Lind> <c said> <t she feared the dam would break>.", "assess"),
        ("<s Lind> <c said> <t we did not open the gates>.", "deny"),
        ("<s Colonel Ost, of Norland's army,> <c said> <t Norland had not shelled the dam>.", "deny"),
        ("<s Lind> <c said> <t our firm did not own the dam>.", "deny"),
        ("<s Lind> <c said> <t the reports do not accord with the facts>.", "deny"),
        ("<s Lind> <c said> <t such a crack does not exist>.", "deny"),
        ("<s Lind> <c said> <t wind or rain most likely broke the dam>.", "suggest"),
        ("<s Lind> <c said> <t they were a wonderful family>.", "assess"),
        ("<s Lind> <c said> <t it is hard to imagine that the dam will be rebuilt>.", "assess"),
        ("<s Lind> <c said> <t the dam was built by good engineers>.", "assert"),
        ('<s Lind> <c asked> <t "Why was the dam not closed?">', "question"),
        ("<s Lind> <c said> <t the deaths have been confirmed by two hospitals>.", "confirm"),
    ],
)
def test_the_stance_comes_from_cue_negation_and_hedges(marked, stance):
    assert stances(marked) == [stance]


def test_hedges_are_told_in_order_and_the_longest_once():
    text = "The dam was very likely built in haste and may allegedly leak"
    assert find_hedges(words_in(text, Span(0, len(text)))) == ("very likely", "may", "allegedly")


def test_a_bound_of_a_figure_is_no_hedge():
    text = "at least twelve people drowned"
    assert find_hedges(words_in(text, Span(0, len(text)))) == ()


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("the guild was looking into possible causes", "assert"),
        ("A possible wreck was seen below the weir", "suggest"),
        ("it was possible that the dam broke", "suggest"),
        ("why some of the boats might want to turn back", "assert"),
        ("the boat is suspected of smuggling eels", "suggest"),
        ("To me, this is about the eels", "assess"),
        ("This is a natural outcome of the ban", "assess"),
        ("For such groundless charges, I have no comment", "decline"),
    ],
)
def test_what_is_said_shows_how_it_is_meant(content, stance):
    assert stances(f"<s Lind> <c said>: “<t {content}>.”") == [stance]


def test_a_thing_that_is_recognised_is_not_confirmed():
    assert stances("<s Lind> <c recognised> <t the new fishermen's council of Tarn>.") == ["assert"]
    assert stances("<s Lind> <c recognised> <t that the dam was old>.") == ["confirm"]


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("<s Lind> <c said> <t he only saw a boat on the river>.", "assert"),
        ("<s Lind> <c said> <t they had found a boat on the river>.", "assert"),
        ("<s Lind> <c said> <t she sees no way out>.", "assess"),
        ("<s Lind> <c said> <t it suggests that the dam is old>.", "assert"),
        ("<s The ministry> <c said> <t it feared a flood>.", "assess"),
        ("<s Experts> <c say> <t they have measured the dam again>.", "assert"),
        ("<s Experts> <c say> <t they believe the dam is old>.", "assess"),
        ("<s Residents> <c described> <t how the dam broke>.", "assert"),
        ("<s Residents> <c described> <t seeing two boats>.", "assert"),
        ("<s Residents> <c described> <t the men as running away>.", "assert"),
        ("<s Residents> <c described> <t the dam as unsafe>.", "assess"),
        ("<s Prosecutors> <c established> <t that ten men were there>.", "confirm"),
        ("<s The party> <c is against> <t a plan to close the mill>.", "deny"),
        ("<s Lind> <c spoke out against> <t a plan to close the mill>.", "deny"),
        ("<s The guild> <c opposes> <t a plan to close the mill>.", "deny"),
        ("<s Lind> <c warned against> <t a plan to close the mill>.", "assert"),
        ("<s Lind> <c pleaded not guilty> <t to charges of drowning a horse>.", "deny"),
        ("<s Lind> <c pleaded guilty> <t to drowning a horse>.", "confirm"),
        ("<s Lind> <c said> <t there was no truth to the rumours>.", "deny"),
    ],
)
def test_who_tells_what_he_met_with_asserts_and_who_is_against_it_denies(marked, stance):
    assert stances(marked) == [stance]


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("I did not take the horse. I was at home.", "deny"),
        ("I sat by the weir. I did not say a word.", "assert"),
        ("The mill is not ours. We did not sell it.", "deny"),
        ("We will not close the mill.", "assert"),
        ("We cannot wait for the spring.", "assert"),
        ("We cannot have opened the gates.", "deny"),
        ("I wasn't sure where to go.", "assert"),
        ("I didn't feel prepared at all.", "assert"),
        ("I don't feel the dam is safe.", "deny"),
    ],
)
def test_denied_is_a_deed_and_neither_a_will_nor_a_mind_nor_what_a_tale_goes_through(content, stance):
    assert stances(f"<s Lind> <c said>: “<t {content}>”") == [stance]


@pytest.mark.parametrize(
    ("content", "stance"),
    [
        ("I did not see any boat.", "not_observed"),
        ("I do not want to hear of it again.", "assert"),
        ("People should not see such things.", "assert"),
        ("I did not see how it would change the river.", "assert"),
        ("If you do not find the boat, take the horse.", "assert"),
    ],
)
def test_not_seen_is_only_what_one_could_have_met_with(content, stance):
    assert stances(f"<s Lind> <c said>: “<t {content}>”") == [stance]


@pytest.mark.parametrize(
    ("marked", "stance"),
    [
        ("<s Lind> <c said>: “<t The dam is old. Who will mend it?>”", "assert"),
        ("<s Lind> <c said>: “<t Who built the dam? Who will mend it?>”", "question"),
        ("<s Lind> <c called> <t the plan “deeply troubling”>.", "assess"),
        ("<s Lind> <c called> <t it “a second harbour”>.", "assert"),
        ("<s Lind> <c called for> <t a serious inquiry>.", "assert"),
        ("<s Lind> <c did see> <t three boats on the river>.", "assert"),
        ("<s Lind> <c sees> <t the dam as a threat>.", "assess"),
        ("<s Lind> <c agreed> <t to mend the dam>.", "assert"),
        ("<s Lind> <c agreed> <t that the dam was old>.", "confirm"),
        ("<s The guild> <c said> <t it was considering a new weir>.", "assert"),
        ("<s Lind> <c said> <t he hoped to reopen the mill>.", "assert"),
        ("<s Engineers> <c determined> <t that the gate had rusted>.", "assert"),
    ],
)
def test_a_verb_weighs_by_what_it_governs(marked, stance):
    assert stances(marked) == [stance]
