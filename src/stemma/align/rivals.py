"""Numbers that cannot both be true of one thing: fewer than those that merely keep two statements apart."""

import math
import re
from collections.abc import Sequence

from stemma.align.numbers import compared, may_agree
from stemma.align.words import content_keys, near_keys
from stemma.lexicon import words_of
from stemma.model import Figure

__all__ = ["rivals"]

LARGEST_RATIO = 4.0
"""Numbers further apart than this count different things, however alike the words around them are."""
ROUND = 1000
ROUNDED = 1.05
"""From a thousand on reporters round without a word, by a twentieth at most."""
_DIGIT = re.compile(r"\d")


def rivals(left: Sequence[Figure], right: Sequence[Figure]) -> tuple[Figure, Figure] | None:
    """
    Return the first two figures of two statements that cannot both be true, where no two of the same thing can.

    A number that the other statement has too, or has in parts that add up to it, is agreed upon; and only numbers
    of the very same people or things are rivals: ten citizens may well be among twelve people.
    """
    pairs = list(compared(left, right))
    if any(may_agree(a, b) for a, b in pairs):
        return None
    open_ = ((a, b) for a, b in pairs if not (_is_given(a, right) or _is_given(b, left)))
    return next((pair for pair in open_ if _exclude(*pair)), None)


def _exclude(a: Figure, b: Figure) -> bool:
    if a.when and b.when and a.when.meet(b.when) is None:
        return False
    if a.high == 0 or b.high == 0:
        return True
    is_rounded = min(a.low or 0.0, b.low or 0.0) >= ROUND and _ratio(a, b) <= ROUNDED
    return _kind(a) == _kind(b) and _ratio(a, b) <= LARGEST_RATIO and not is_rounded


def _is_given(one: Figure, others: Sequence[Figure]) -> bool:
    """Tell whether *others* hold the number of *one*, or numbers that make it up."""
    same = [other for other in others if other.unit == one.unit]
    parts = [other.low for other in same if other.low and other.low == other.high]
    return any((o.low, o.high) == (one.low, one.high) for o in same) or (len(parts) > 1 and sum(parts) == one.low)


def _kind(figure: Figure) -> frozenset[str]:
    """Return what the words of *figure* say of those it counts, beyond that they are people."""
    words = [key for key in content_keys(figure.text) if not _DIGIT.search(key)]
    people = [key for word in sorted(words_of("any_people")) for key in content_keys(word)]
    return frozenset(near_keys(words)) - frozenset(near_keys(people))


def _ratio(a: Figure, b: Figure) -> float:
    ends = [abs(one.low if one.low is not None else one.high or 0.0) for one in (a, b)]
    return max(ends) / min(ends) if min(ends) else math.inf
