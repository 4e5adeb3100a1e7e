"""Where in a sentence an amount can begin, so that the readers are not tried on every word."""

from functools import cache

from stemma.lexicon import pairs_of
from stemma.measure.tokens import Tokens

__all__ = ["beginnings"]

# What may stand between the beginning of an amount and its first number word: "US $ 5", "a few hundred".
LONGEST_LEAD = 3
_NO_NUMBERS = frozenset({"no", "none", "nobody", "without", "half", "several", "few", "couple"})


def beginnings(tokens: Tokens) -> tuple[int, ...]:
    """Return the indices of *tokens* at which an amount, or a count of nothing, may begin, in order."""
    words = _number_words()
    seeds = (i for i, token in enumerate(tokens.items) if token.kind == "number" or token.lower in words)
    found: list[int] = []
    for seed in seeds:
        found.extend(range(max(seed - LONGEST_LEAD, found[-1] + 1 if found else 0), seed + 1))
    return tuple(found)


@cache
def _number_words() -> frozenset[str]:
    lists = ("cardinals", "number_scales", "vague_numbers", "fractions")
    return _NO_NUMBERS.union(*(pairs_of(name) for name in lists), ("tens",))
