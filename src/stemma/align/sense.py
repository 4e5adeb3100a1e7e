"""The sense of a statement's main clause: not so, not yet so, or only said to be so."""

import re
from functools import cache, lru_cache

from stemma.lexicon import any_of, words_of

__all__ = ["are_opposite", "is_forward", "is_negated", "is_softened", "is_telling", "pattern_of"]

_SIDE_CLAUSE = re.compile(
    r"\b(?:which|who|whom|whose|but|since|because|although|though|while|if|unless)\b|,\s*(?:and|so)\b|[;.!?]\s"
    r"|\bthat\s+(?:is|are|was|were|has|have|had|will|would|can|could|may|might|do|does|did)\b",
    re.IGNORECASE,
)
"""What follows these may deny or foresee what the statement itself does not."""
REMEMBERED = 1 << 14
"""Statements whose poles are kept: each is held against all that are like it."""
_NO_NEGATION = re.compile(r"\bnot (?:only|just|least)\b|\bwithout\b|\bno doubt\b", re.IGNORECASE)
"""Words that look like a denial and leave the clause as it is."""
_SETTLED = re.compile(
    r"\b(?:may|might|could|must|should|would)\s+(?:\w+ly\s+)?have\b"
    r"|\b(?:likely|probably|possibly)\s+(?:\w+ly\s+)?\w+ed\b"
    r"|\b(?:an?|the|this|that|these|those|its|his|her|their|our|any|some|other)\s+(?:\w+ly\s+)?"
    r"(?:possible|potential|likely|planned|intended|expected|projected|promised|predicted|anticipated|future|eventual|upcoming)\b"
    r"|\bsoon\s+(?:after|before)\b|\bwould\s+like\b|\bcould\s+not\b"
    r"|\b(?:have|has|had|having)\s+(?:likely|probably|possibly|potentially|eventually)\b"
    r"|\b(?:possibly|probably|likely)\s+(?:because|due|owing|in|as|after|from|the result)\b",
    re.IGNORECASE,
)
"""
Guesses at what has been ("may have died", "have likely suffered", "possibly due to"), a word that describes a thing
("on a planned flight") and manners of speech: no less of what is.
"""

_FAILED = re.compile(
    r"\b(?:fail(?:s|ed|ing)?|unable)\s+to\b(?!\s+(?:avert|avoid|block|contain|curb|halt|keep|prevent|stop)\b)",
    re.IGNORECASE,
)
"""What failed to happen did not happen; but what somebody failed to prevent did."""


def is_negated(content: str) -> bool:
    """Tell whether the main clause of *content* says that something is not so, or failed to be."""
    main = _main(content)
    return bool(pattern_of("negations").search(_NO_NEGATION.sub(" ", main)) or _FAILED.search(main))


def are_opposite(left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Tell whether *left* has a word of which *right* has the opposite ("opened", "closed"), and neither has both."""
    return any((b, a) in _poles(right) for a, b in _poles(left))


@lru_cache(maxsize=REMEMBERED)
def _poles(words: tuple[str, ...]) -> frozenset[tuple[str, str]]:
    """Return the words of *words* that have an opposite which is not among them, each with that opposite."""
    there = frozenset(words)
    pairs = (pair for one, other in _antonyms() for pair in ((one, other), (other, one)))
    return frozenset((a, b) for a, b in pairs if a in there and b not in there)


def is_softened(content: str) -> bool:
    """Tell whether the main clause of *content* says "not" in other words ("can hardly", "is difficult to")."""
    return bool(pattern_of("soft_negations").search(_FAILED.sub(" ", _main(content))))


def is_forward(content: str) -> bool:
    """Tell whether the main clause of *content* speaks of what may come, not of what is or was."""
    return bool(pattern_of("forward_words").search(_SETTLED.sub(" ", _main(content))))


def is_telling(content: str) -> bool:
    """Tell whether *content* is about what someone admits, withholds or disputes."""
    return bool(pattern_of("telling_words").search(content))


@cache
def _antonyms() -> tuple[tuple[str, str], ...]:
    return tuple((a, b) for a, _, b in (entry.partition("\t") for entry in sorted(words_of("antonyms"))))


@lru_cache(maxsize=REMEMBERED)
def _main(content: str) -> str:
    return _SIDE_CLAUSE.split(content, maxsplit=1)[0]


@cache
def pattern_of(name: str) -> re.Pattern[str]:
    """Return a pattern for the words of the list *name*."""
    return re.compile(rf"(?<![\w'’])(?:{any_of(name)})(?!\w)", re.IGNORECASE)
