"""Phrases before and after a verb of saying."""

import pytest

from stemma.attribute.phrases import PRONOUNS, phrase_before
from stemma.attribute.words import words_in
from stemma.model import Span


@pytest.mark.parametrize("words", ["I’m", "he's", "They’ve", "who’d", "we"])
def test_a_pronoun_is_one_with_a_verb_hanging_on_it(words):
    (word,) = words_in(words, Span(0, len(words)))
    assert word.low in PRONOUNS


@pytest.mark.parametrize(
    "words",
    ["The rain brought back her fears", "him a liar", "forced to flee", "Friday for the second time", "alleged"],
)
def test_what_holds_a_verb_with_its_object_names_nobody(words):
    cut = words_in(words, Span(0, len(words)))
    assert phrase_before(cut, len(cut)) is None


def test_the_initials_of_a_state_are_no_pronoun():
    cut = words_in("US Defense Secretary Lind", Span(0, 25))
    assert phrase_before(cut, len(cut)) == (0, len(cut))


@pytest.mark.parametrize("words", ["A man wounded in the blast", "Retired officials", "A poll released Friday"])
def test_a_participle_may_tell_more_of_who_speaks(words):
    cut = words_in(words, Span(0, len(words)))
    assert phrase_before(cut, len(cut)) == (0, len(cut) - words.endswith("Friday"))
