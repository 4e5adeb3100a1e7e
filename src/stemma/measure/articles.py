"""Amounts of one that an article tells: "more than a mile", "half an hour", "a year and a half"."""

from functools import cache

from stemma.lexicon import pairs_of
from stemma.measure.numeral import Numeral, read_half
from stemma.measure.tokens import Tokens

__all__ = ["ARTICLES", "begins_article", "measured_words", "read_article"]

ARTICLES = frozenset({"a", "an"})
_KINDS = frozenset({"area", "length", "mass", "time"})
# "A second" is another one, oftener than a length.
_ORDINAL = "second"
# "An hour" alone is "per hour", or some hour; signs such as "km" stand behind digits.
SHORTEST_UNIT = 3


@cache
def measured_words() -> frozenset[str]:
    """Return the units that an article can tell one of: "mile", "hour", "ton"."""
    sizes = pairs_of("unit_sizes")
    named = ((word, sizes.get(unit.casefold(), "")) for word, unit in pairs_of("units").items())
    kept = {word for word, size in named if size.partition(" ")[0] in _KINDS and word.isalpha()}
    return frozenset(w for w in kept if len(w) >= SHORTEST_UNIT and not w.endswith("s") and w != _ORDINAL)


def begins_article(tokens: Tokens, at: int) -> bool:
    """Tell whether *at* is the article of "over a mile" or "an hour and a half"; "an hour" alone is no amount."""
    if tokens[at].lower not in ARTICLES or tokens[at + 1].lower not in measured_words():
        return False
    return tokens[at - 1].lower in _bound_ends() or read_half(tokens, at + 2) is not None


@cache
def _bound_ends() -> frozenset[str]:
    """Return the last words of what bounds a number behind it; "like a ton of bricks" compares."""
    ends = {phrase.rpartition(" ")[2] for phrase, bound in pairs_of("bounds_before").items() if bound != "exact"}
    return frozenset(ends - {"like"})


def read_article(tokens: Tokens, at: int) -> Numeral | None:
    """Return the one of "a mile", "an hour", or the half of "half a mile", "a half-hour"; the unit stands behind it."""
    if begins_article(tokens, at):
        return Numeral(1.0, 1.0, at, at + 1)
    half = at + 1 if tokens[at].lower in ARTICLES else at
    if tokens[half].lower != "half" or tokens[at - 1].lower in ("and", "-"):
        return None  # "two and half minutes"
    end = half + 1
    if tokens[end].text == "-" or tokens[end].lower in ARTICLES:
        return Numeral(0.5, 0.5, at, end + (tokens[end].text != "-")) if _is_unit(tokens, end + 1) else None
    return Numeral(0.5, 0.5, at, end) if _is_unit(tokens, end) else None


def _is_unit(tokens: Tokens, at: int) -> bool:
    return tokens[at].lower in measured_words()
