"""Telephone numbers: groups of digits joined by signs."""

from stemma.measure.amounts import Amount
from stemma.measure.phrases import Phrase, counts_noun
from stemma.measure.tokens import Tokens

__all__ = ["is_telephone"]

FEWEST_DIGITS = 7
MOST_TOKENS = 12  # to each side of a group
_SIGNS = frozenset("()+-–./")


def is_telephone(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    """Tell "+44 (0)20 7946 0018" and "123-4567" from "1200-1500": by a plus, by brackets, by how digits are grouped."""
    if not amount.numeral.is_plain or counts_noun(tokens, phrase):
        return False
    first, last = amount.start, amount.number_end
    while first > amount.start - MOST_TOKENS and _belongs(tokens, first - 1):
        first -= 1
    while last < amount.number_end + MOST_TOKENS and _belongs(tokens, last):
        last += 1
    run = [tokens[i] for i in range(first, last)]
    groups = [token.text for token in run if token.kind == "number"]
    if len(groups) < 2 or sum(map(len, groups)) < FEWEST_DIGITS:
        return False
    written = "".join("0" if token.kind == "number" else token.text for token in run)
    is_marked = written.startswith(("+", "(+")) or "(0)0" in written or "0(0)" in written
    return is_marked or len(groups) > 2 or [len(group) for group in groups] == [3, 4]


def _belongs(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    if token.text == ".":
        return tokens.touch(at) and tokens.touch(at + 1)
    return token.text in _SIGNS or token.text.isdecimal()
