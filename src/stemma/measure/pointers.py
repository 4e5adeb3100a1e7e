"""Numbers that only point back, and times that say when and not how long."""

from stemma.lexicon import pairs_of, words_of
from stemma.measure.amounts import Amount
from stemma.measure.bounds import TIME_UNITS
from stemma.measure.phrases import Phrase, counts_noun
from stemma.measure.tokens import Tokens

__all__ = ["is_between_events", "is_distance_in_time", "is_pointer"]

_EVENT_LEADS = frozenset({"after", "before", "later", "earlier", "into"})
_LONG_UNITS = frozenset({"year", "decade", "century"})
# Before "the last three days" these speak of how long, and any other of when.
_THROUGHOUT = frozenset({"for", "over", "during", "throughout"})
_RELATIVES = frozenset({"who", "that", "which", "whose"})
# Up to here a number after "the" points back ("the two countries"); above it still counts ("the 12,000 troops").
LARGEST_POINTER = 12


def is_pointer(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    """
    Tell "the two countries", "between the two", "in the last three days", but not "for the last three days".

    A possessive does not point back: "their two children" is how a report says that there are two.
    """
    before = tokens[amount.start - 1].lower
    if before in words_of("span_leads") and amount.unit in TIME_UNITS:
        return tokens[amount.start - 3].lower not in _THROUGHOUT
    if amount.is_compound or amount.unit is not None or amount.numeral.is_vague:
        return False
    if amount.low > LARGEST_POINTER and not (before == "the" and amount.numeral.in_digits):
        return False
    if amount.numeral.in_digits and before == "the":
        return amount.numeral.is_plain and phrase.head is None and not phrase.is_partitive  # "the 777"
    if tokens[phrase.end].lower in _RELATIVES and counts_noun(tokens, phrase):
        return False  # "the six people who died": what tells them apart tells how many there are
    return before in words_of("definite_leads")


def is_between_events(tokens: Tokens, at: int) -> bool:
    """Tell whether the words at *at* measure a time from one event to another: "10 minutes after take-off"."""
    return tokens[at].lower in _EVENT_LEADS


def is_distance_in_time(tokens: Tokens, amount: Amount, phrase: Phrase) -> bool:
    """
    Tell "two days ago", which is a date.

    Counted in years, or under a bound, it names no day: what is left is a length. Between two
    events that the text tells ("10 minutes after take-off") it always is one.
    """
    if amount.unit not in TIME_UNITS or amount.is_compound or amount.unit in _LONG_UNITS:
        return False
    is_bounded = any(tokens.words(amount.start - n, amount.start) in pairs_of("bounds_before") for n in (1, 2, 3))
    return tokens[amount.end].lower in words_of("time_relations") and not is_bounded
