"""The words that a claim goes by: the clearest of its contents."""

from collections.abc import Sequence

from stemma.align.likeness import Floats
from stemma.align.traits import Traits, is_told
from stemma.lexicon import words_of
from stemma.model import Stance
from stemma.prose import is_accusation

__all__ = ["clearest"]

GOOD_LENGTH = 6, 24
"""Words: shorter contents leave something out, longer ones say more than one thing."""
PRONOUN = 0.25
"""What a leading pronoun or a missing subject costs, in cosine."""
AGAINST = 0.5
"""A denier's words are not those of the claim."""
BROKEN = 0.3
"""Pieces put together, or "the army of shelling the market", are no clause."""
VERBLESS = 0.15
"""Without an auxiliary or a past form it is rather a name for the thing than a statement of it."""
DOUBLE = 0.15
"""Two statements joined by "and" are more than the claim says."""
SHORTEST_PAST = 4
LENGTH = 0.02
"""What each word outside the good length costs."""


def clearest(members: Sequence[int], traits: Sequence[Traits], vectors: Floats) -> str:
    """
    Return the content that stands nearest to all, is a whole clause, and names what it speaks of.

    Where somebody says it, it goes by the words of one who does: a report's own sentence that seems to say the same
    is on nobody's word.
    """
    members = [index for index in members if is_told(traits[index].attribution)] or members
    own = vectors[list(members)]
    central = own @ own.mean(axis=0)
    ranked = sorted(
        (-(float(central[row]) - _cost(traits[index])), traits[index].attribution.content, index)
        for row, index in enumerate(members)
    )
    return _one_line(ranked[0][1])


def _cost(one: Traits) -> float:
    words, attribution = one.plain, one.attribution
    low, high = GOOD_LENGTH
    outside = max(0, low - len(words)) + max(0, len(words) - high)
    bare = not words or (words[0] in words_of("empty_words") and words[0] not in _ARTICLES)
    contrary = attribution.stance in (Stance.DENY, Stance.SILENCE, Stance.DECLINE) or one.empty
    broken = len(attribution.content_spans) > 1 or is_accusation(attribution.content)
    shape = BROKEN * broken + VERBLESS * (not _has_verb(words)) + DOUBLE * _is_double(words)
    return LENGTH * outside + PRONOUN * bare + AGAINST * contrary + shape


def _is_double(words: Sequence[str]) -> bool:
    joints = [at for at, word in enumerate(words) if word == "and"]
    return any(_has_verb(words[:at]) and _has_verb(words[at + 1 :]) for at in joints)


def _has_verb(words: Sequence[str]) -> bool:
    verbs = words_of("auxiliaries") | words_of("irregular_pasts")
    return any(word in verbs or (word.endswith("ed") and len(word) > SHORTEST_PAST) for word in words)


_ARTICLES = frozenset({"the", "a", "an", "no", "many", "most", "several", "some"})


def _one_line(text: str) -> str:
    return " ".join(text.split())
