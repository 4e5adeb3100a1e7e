"""Tables in a line, whose labels stand before their numbers: "Killed 12 Wounded 30", "Stages: 2 Engines: 27"."""

from stemma.lexicon import pairs_of
from stemma.measure.amounts import Amount
from stemma.measure.phrases import Phrase, is_plural
from stemma.measure.tokens import Tokens

__all__ = ["read_label"]


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
