"""
The words that a document can be found by among all others.

How rare a word is comes from a fixed list, and not from the documents at hand: what one document is found by never
changes when another is added.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from stemma.lexicon import pairs_of
from stemma.model import Document

__all__ = ["Keys", "keys_of"]

# Words that a document is found by, its weightiest; with 32 two of 69 events told by the press fell apart.
MOST_WORDS = 64
SHORTEST = 3
# What the title says, what the first sentences say, and what is always written large is what it is about. Without the
# three a twelfth of the pairs of reports of one event fell apart, mostly under the boilerplate of their outlets.
TITLE = 3.0
LEAD = 1.5
NAME = 1.5
# Characters of the first sentences.
LEAD_LENGTH = 600
# By the value in the list of common words; a word that is not among them is rare.
_RARITY = {"0": 0.0, "1": 1.0, "2": 2.0}
_RARE = 3.0
# So that they are the same numbers on every machine.
_DIGITS = 6

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")


@dataclass(frozen=True, slots=True)
class Keys:
    """What a document is found by."""

    document: str
    day: date | None
    """The earliest on which it may have been published."""
    words: tuple[tuple[str, float], ...]
    """Its weightiest words, case-folded, each with its weight; the squares of all weights make at most 1."""


def keys_of(document: Document) -> Keys:
    """Return what *document* is found by; no other document has a part in it."""
    weights = _weights(document)
    norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    rounded = {word: round(weight / norm, _DIGITS) for word, weight in weights.items()}
    best = sorted(rounded, key=lambda word: (-rounded[word], word))[:MOST_WORDS]
    days = document.published.interval
    return Keys(document.id, days.earliest if days else None, tuple((word, rounded[word]) for word in best))


def _weights(document: Document) -> dict[str, float]:
    body = [block.cut(document.text) for block in document.body]
    written = [word for block in body for word in _written(block)]
    counts = Counter(map(_plain, written))
    small = {word for word in written if word[0].islower()}
    title = set(map(_plain, _written(document.title or "")))
    lead = set(map(_plain, _written(" ".join(body)[:LEAD_LENGTH])))
    found: dict[str, float] = {}
    for word in sorted(counts.keys() | title):
        rarity = _rarity(word)
        if rarity:
            place = (TITLE if word in title else 1.0) * (LEAD if word in lead else 1.0)
            name = 1.0 if word in small else NAME
            found[word] = rarity * place * name * (1.0 + math.log(max(1, counts[word])))
    return found


def _rarity(word: str) -> float:
    return _RARITY.get(pairs_of("common_words").get(word, ""), _RARE)


def _written(text: str) -> Iterator[str]:
    """Yield the words of *text* without a possessive's ending; words of one or two letters tell nothing."""
    for match in _WORD.finditer(text):
        word = match.group().replace("’", "'").removesuffix("'s").removesuffix("'S")
        if len(word) >= SHORTEST:
            yield word


def _plain(word: str) -> str:
    return word.casefold()
