"""What the words around a number make of it."""

from dataclasses import dataclass

from stemma.lexicon import pairs_of, words_of
from stemma.measure.amounts import Amount
from stemma.measure.tokens import Tokens
from stemma.model import Bound

__all__ = ["Limit", "read_limit"]

_LONGEST_BEFORE = 5
_LONGEST_AFTER = 3
TIME_UNITS = frozenset(
    {"second", "minute", "hour", "day", "night", "week", "month", "quarter", "year", "decade", "century"}
)
# "over three days" is a stretch of time; it is a bound only after these.
_LETS_OVER_BOUND = frozenset(
    {"for", "has", "have", "of", "well", "just", "took", "lasted", "been", "after", "is", "spent"}
)
# "Like" is a bound of speech ("home for like 18 hours") but for a comparison, after a sign or one of these.
_COMPARING = ("look", "seem", "sound", "feel", "felt", "act", "behav", "work", "much", "more", "just", "not", "noth")
# Stems of verbs whose "around" is their own.
_TURNING = ("turn", "spin", "spun", "swing", "swung", "wheel")
# Words that are no bound behind these: "handed over 21 girls", "not only five", "back up to three".
_NO_BOUND = frozenset(
    {("only", "not"), ("up to", "back"), *(("over", verb) for verb in ("hand", "hands", "handed", "handing"))}
)
# Prepositions of place that are bounds only before a unit: "within 25 km", "near 50 degrees".
_PLACE_OR_BOUND = frozenset(
    {"within", "beyond", "near", "above", "below", "under", "as long as", "as far as", "short of"}
)
# "Below 300" bounds; "below three windows" is a place.
_BOUND_OF_MANY = frozenset({"above", "below", "under"})
FEW = 12
# Words that bound what they follow only at the end of a clause.
_LAST_ONLY = frozenset({"roughly", "plus", "at least", "at most"})


@dataclass(frozen=True, slots=True)
class Limit:
    """The bound with the tokens that say it."""

    bound: Bound
    start: int
    """Index of the first token of the bound and number together."""
    end: int
    """Index after the last token of the phrase and the bound after it."""


def read_limit(tokens: Tokens, amount: Amount, phrase_end: int, floor: int) -> Limit:
    """Return the bound of *amount*, whose noun phrase ends before *phrase_end*; words before *floor* are taken."""
    start, before = _before(tokens, amount, floor)
    end, after = _after(tokens, amount, phrase_end)
    found = [bound for bound in (*before, after) if bound is not None and bound is not Bound.EXACT]
    strong = [bound for bound in found if bound is not Bound.ABOUT]
    return Limit(_choose(amount, [*strong, *found]), start, end)


def _choose(amount: Amount, found: list[Bound]) -> Bound:
    if amount.is_range:
        return Bound.RANGE
    if found:
        return found[0]
    return Bound.AT_LEAST if amount.high is None else Bound.EXACT


def _before(tokens: Tokens, amount: Amount, floor: int) -> tuple[int, list[Bound]]:
    """Return where the bound words before *amount* begin, and the bounds, outermost first."""
    start, found = amount.start, list[Bound]()
    while True:
        match = _longest_before(tokens, start, floor)
        if match is None or _is_other_sense(tokens, match, start, amount):
            break
        found.insert(0, Bound(pairs_of("bounds_before")[tokens.words(match, start).replace(" - ", " ")]))
        start = match
    return start, found


def _longest_before(tokens: Tokens, start: int, floor: int) -> int | None:
    for length in range(min(_LONGEST_BEFORE, start - floor), 0, -1):
        phrase = tokens.words(start - length, start).replace(" - ", " ")  # "more-than 11 million"
        if phrase in pairs_of("bounds_before"):
            return start - length
    return None


def _is_other_sense(tokens: Tokens, match: int, start: int, amount: Amount) -> bool:
    phrase, before = tokens.words(match, start), tokens[match - 1].lower
    if phrase == "over" and (amount.unit in TIME_UNITS or before in words_of("over_nouns")):
        return before not in _LETS_OVER_BOUND  # "control over 138 domains"
    if phrase in _PLACE_OR_BOUND:
        return amount.unit is None and not (phrase in _BOUND_OF_MANY and amount.low > FEW)
    if phrase in ("some", "all") and amount.high == 1:
        return True
    if phrase == "like":
        return tokens[match - 1].kind == "sign" or before.startswith(_COMPARING)
    if phrase in ("around", "about") and before.startswith(_TURNING):
        return True  # "the plane turned around four hours into the flight"
    return (phrase, before) in _NO_BOUND


def _after(tokens: Tokens, amount: Amount, phrase_end: int) -> tuple[int, Bound | None]:
    bounds = pairs_of("bounds_after")
    for at in dict.fromkeys((phrase_end, amount.end, amount.number_end)):
        if tokens[at].text == "+" and tokens.touch(at):
            return max(at + 1, phrase_end), Bound.AT_LEAST
        first = at + 1 if tokens[at].text in "-–" and tokens.touch(at) else at
        limit = _limit_noun(tokens, amount, at)
        if limit is not None:
            return max(limit[0], phrase_end), limit[1]
        for length in range(_LONGEST_AFTER, 0, -1):
            phrase = tokens.words(first, first + length)
            if phrase not in bounds or (phrase in _LAST_ONLY and tokens[first + length].kind != "sign"):
                continue
            if phrase in ("odd", "ish", "plus", "max") and first == at and tokens[at].lower != "odd":
                continue
            if length == 1 and _describes(tokens, first):
                continue
            return max(first + length, phrase_end), Bound(bounds[phrase])
    return phrase_end, None


def _limit_noun(tokens: Tokens, amount: Amount, at: int) -> tuple[int, Bound] | None:
    """Read the bound in "a 2 million-barrel cap" and "a 40 mph speed limit"."""
    if amount.unit is None and not amount.is_compound:
        return None
    nouns = pairs_of("limit_nouns")
    found = next((i for i in (at, at + 1, at - 1) if tokens[i].lower in nouns), None)
    if found is None or _describes(tokens, found):
        return None
    return found + 1, Bound(nouns[tokens[found].lower])


def _describes(tokens: Tokens, at: int) -> bool:
    """Tell the "minimum" of "a $28,156 minimum payment" from "a $50 minimum"."""
    after = tokens[at + 1]
    is_limit = tokens[at].lower in pairs_of("limit_nouns")
    return is_limit and after.kind == "word" and after.lower not in words_of("phrase_ends")
