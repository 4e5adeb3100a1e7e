"""How near two texts are by the words they share, rare ones first: what is left where there are no vectors."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from math import log, sqrt

from stemma.prose import words

__all__ = ["Rarity"]

# Shorter words are mostly grammar.
SHORTEST = 4
_ENDING = re.compile(r"(?:ations?|ments?|ings?|ions?|edly|ed|ies|es|s|al|ly)$")


def _stems(text: str) -> frozenset[str]:
    found = (_ENDING.sub("", word.key.removesuffix("'s")) for word in words(text) if len(word.key) >= SHORTEST)
    return frozenset(stem for stem in found if len(stem) >= SHORTEST - 1)


class Rarity:
    """Weights of words: those that few of *texts* hold say most."""

    def __init__(self, texts: Iterable[str]) -> None:
        """Count the words of *texts*."""
        held = [_stems(text) for text in texts]
        counts = Counter(stem for stems in held for stem in stems)
        self._weights: Mapping[str, float] = {stem: log(1 + len(held) / n) for stem, n in counts.items()}
        self._unseen = log(1 + max(1, len(held)))

    def likeness(self, left: str, right: str) -> float:
        """Return the cosine of the two texts' weighted words, 0 to 1."""
        a, b = _stems(left), _stems(right)
        return self._sum(a & b) / sqrt(self._sum(a) * self._sum(b)) if a and b else 0.0

    def _sum(self, stems: Iterable[str]) -> float:
        return sum(self._weights.get(stem, self._unseen) ** 2 for stem in sorted(stems))
