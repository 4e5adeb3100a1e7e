"""What a number counts that stands before it: "Killed 12 Wounded 30", "Stages: 2", "a crew of twelve"."""

from stemma.lexicon import pairs_of, words_of
from stemma.measure.amounts import Amount
from stemma.measure.phrases import Phrase
from stemma.measure.plurals import is_plural
from stemma.measure.tokens import Tokens

__all__ = ["read_body", "read_label"]


def read_label(tokens: Tokens, amount: Amount, phrase: Phrase) -> str | None:
    """Return what the label right before *amount* says it counts; a number with a noun of its own has no label."""
    if amount.unit is not None or phrase.head is not None:
        return None
    has_colon = tokens[amount.start - 1].text == ":"
    at = amount.start - 1 - has_colon
    if not tokens[at].is_capitalised:
        return None
    word, is_cell = tokens[at].lower, tokens[at - 1].kind != "word"
    state = pairs_of("counted_states").get(word)
    if state is not None:
        return state if has_colon or is_cell else None
    return word if has_colon and is_plural(word) else None


def read_body(tokens: Tokens, amount: Amount, phrase: Phrase, start: int) -> str | None:
    """Return "people" for "a family of five" and "a crew of at least twelve"; the bound begins at *start*."""
    if amount.unit is not None or phrase.head is not None or tokens[start - 1].lower != "of":
        return None
    return "people" if tokens[start - 2].lower in words_of("people_bodies") else None
