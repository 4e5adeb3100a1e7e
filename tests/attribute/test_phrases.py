"""Phrases before and after a verb of saying."""

import pytest

from stemma.attribute.phrases import PRONOUNS
from stemma.attribute.words import words_in
from stemma.model import Span


@pytest.mark.parametrize("words", ["I’m", "he's", "They’ve", "who’d", "we"])
def test_a_pronoun_is_one_with_a_verb_hanging_on_it(words):
    (word,) = words_in(words, Span(0, len(words)))
    assert word.low in PRONOUNS
