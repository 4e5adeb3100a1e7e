"""Where in a sentence an amount can begin, so that the readers are not tried on every word."""

import re
from functools import cache

from stemma.lexicon import one_of, pairs_of
from stemma.measure.articles import begins_article, measured_words
from stemma.measure.tokens import MINUS_WORDS, Tokens
from stemma.model import Span

__all__ = ["beginnings", "may_measure"]

# What may stand between the beginning of an amount and its first number word: "US $ 5", "a few hundred".
LONGEST_LEAD = 3
_NO_NUMBERS = frozenset({"no", "none", "nobody", "without", "half", "several", "few", "couple"})


def beginnings(tokens: Tokens) -> tuple[int, ...]:
    """Return the indices of *tokens* at which an amount, or a count of nothing, may begin, in order."""
    words = _number_words()
    seeds = (
        i
        for i, token in enumerate(tokens.items)
        if token.kind == "number" or token.lower in words or begins_article(tokens, i)
    )
    found: list[int] = []
    leads = _leads()
    for seed in seeds:
        before = range(max(seed - LONGEST_LEAD, found[-1] + 1 if found else 0), seed)
        found.extend(i for i in before if tokens[i].lower in leads)
        found.append(seed)
    return tuple(found)


def may_measure(text: str, span: Span) -> bool:
    """Tell whether *span* holds anything that :func:`beginnings` looks for, without cutting it into tokens."""
    return _seed().search(text, span.start, span.end) is not None


@cache
def _seed() -> re.Pattern[str]:
    words, units = one_of(_number_words()), one_of(measured_words())
    return re.compile(rf"\d|[¼-¾⅐-⅞]|(?<![^\W\d_])(?:{words}|an?\s+(?:{units}))(?![^\W\d_])", re.IGNORECASE)


@cache
def _leads() -> frozenset[str]:
    """Return the tokens that an amount can begin with before its number: currencies, articles, a minus."""
    codes = pairs_of("currencies")
    firsts = (re.match(r"[^\W\d_.]+\.?|.", code) for code in codes)
    named = {first.group() for first in firsts if first}
    return frozenset({*codes, *named, *(name.rstrip(".") for name in named), "u.s.", "a", "an", *MINUS_WORDS, "-", "−"})


@cache
def _number_words() -> frozenset[str]:
    lists = ("cardinals", "number_scales", "vague_numbers", "fractions")
    return _NO_NUMBERS.union(*(pairs_of(name) for name in lists), ("tens",))
