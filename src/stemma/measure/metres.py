"""Whether the "m" of "40m" is metres or millions."""

from stemma.lexicon import words_of
from stemma.measure.plurals import is_plural
from stemma.measure.tokens import Tokens

__all__ = ["is_metres"]

# "2m in a day" and "3m deep" are metres, "2m users" are millions.
_AFTER_METRES = frozenset(
    {
        *("in", "away", "from", "deep", "long", "high", "tall", "wide", "thick", "above", "below", "by", "across"),
        *("down", "off", "apart", "beneath", "underneath", "underground", "underwater", "ahead", "behind"),
    }
)
# "At a depth of 40m": what is measured stands before.
_LENGTH_NOUNS = frozenset(
    {
        *("depth", "height", "length", "width", "breadth", "thickness", "altitude", "elevation", "distance"),
        *("diameter", "radius", "circumference"),
    }
)
_LENGTHS = frozenset({"ft", "feet", "foot", "in", "inches", "yards", "yd"})
# Tokens of "a depth of about 40m".
LONGEST_MEASURE = 4
# Words of "dry stone well".
LONGEST_MODIFIED = 4


def is_metres(tokens: Tokens, at: int, end: int) -> bool:
    """Tell "3m deep", "1.5m (4.9ft)" and "32m2" from millions."""
    after = tokens[end + 1]
    if after.kind == "number" and tokens.touch(end + 1):
        return True
    if after.text == "(" and tokens[end + 2].kind == "number":
        return tokens[end + 3].lower in _LENGTHS
    if tokens[at - 1].kind == "sign" and tokens.touch(at):
        return False  # "$2m in a day"
    if any(tokens[i].lower in _LENGTH_NOUNS for i in range(max(0, at - LONGEST_MEASURE), at)):
        return True
    word = tokens[end + 2] if after.text == "-" else after  # "an 80m-deep well"
    return tokens[at - 1].kind == "word" and (word.lower in _AFTER_METRES or _is_attribute(tokens, at, end))


def _is_attribute(tokens: Tokens, at: int, end: int) -> bool:
    """Tell "the 40m dry well", which is one, from "the 2m new users", who are many."""
    if tokens[at - 1].lower not in ("a", "an", "the", "this", "that"):
        return False
    nouns = 0
    for i in range(end + 1, end + 1 + LONGEST_MODIFIED):
        if tokens[i].kind != "word" or tokens[i].lower in words_of("phrase_ends"):
            break
        if is_plural(tokens[i].lower):
            return False
        nouns += 1
    return nouns > 0
