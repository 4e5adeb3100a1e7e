"""How near two texts are by the words they share, rare ones first: what is left where there are no vectors."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from math import log, sqrt

from stemma.lexicon import WORDS_KEPT, pairs_of, words_of
from stemma.prose import word_keys

__all__ = ["Rarity", "content_of", "stems_of"]

# Shorter words are mostly grammar.
SHORTEST = 4
REMEMBERED = 1 << 14
"""Texts whose stems are kept: each claim of a case is held against each silence in it."""
_ENDING = re.compile(r"(?:ations?|ments?|ings?|ions?|edly|ed|ies|es|s|al|ly)$")


@lru_cache(maxsize=REMEMBERED)
def stems_of(text: str) -> frozenset[str]:
    """Return the stems of *text*; what befell people stands in one form ("casualties" are "killed" and "wounded")."""
    return frozenset[str]().union(*map(_stems, word_keys(text)))


@lru_cache(maxsize=WORDS_KEPT)
def _stems(word: str) -> frozenset[str]:
    key = word.removesuffix("'s")
    state = pairs_of("counted_states").get(key)
    forms = state.split(" or ") if state else [pairs_of("near_words").get(key, key)]
    stems = (_ENDING.sub("", form) for form in forms if len(form) >= SHORTEST)
    return frozenset(stem for stem in stems if len(stem) >= SHORTEST - 1)


@lru_cache(maxsize=REMEMBERED)
def content_of(text: str) -> frozenset[str]:
    """Return the stems of *text* that are no grammar."""
    return stems_of(text) - words_of("empty_words") - words_of("phrase_ends")


class Rarity:
    """Weights of words: those that few of *texts* hold say most."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the words of *texts*."""
        held = [stems_of(text) for text in texts]
        counts = Counter(stem for stems in held for stem in stems)
        self._weights: Mapping[str, float] = {stem: log(1 + len(held) / n) for stem, n in counts.items()}
        self._unseen = log(1 + max(1, len(held)))

    def likeness(self, left: str, right: str) -> float:
        """Return the cosine of the two texts' weighted words, 0 to 1."""
        a, b = stems_of(left), stems_of(right)
        return self._sum(a & b) / sqrt(self._sum(a) * self._sum(b)) if a and b else 0.0

    def needed(self, text: str, least: float) -> frozenset[str]:
        """Return stems of *text* one of which any text has that is at least so like it: all but its commonest."""
        stems = sorted(stems_of(text), key=lambda stem: (self._sum([stem]), stem))
        room = least**2 * self._sum(stems)
        while stems and (room := room - self._sum(stems[:1])) > 0:
            stems.pop(0)
        return frozenset(stems)

    def _sum(self, stems: Iterable[str]) -> float:
        return sum(self._weights.get(stem, self._unseen) ** 2 for stem in sorted(stems))
