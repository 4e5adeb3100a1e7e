"""Numbers that cannot both be true of one thing: fewer than those that merely keep two statements apart."""

import math
import re
from collections.abc import Sequence

from stemma.align.numbers import compared, is_given, may_agree
from stemma.align.words import content_keys, near_keys
from stemma.lexicon import words_of
from stemma.model import Figure

__all__ = ["rivals"]

LARGEST_RATIO = 4.0
"""Numbers further apart than this count different things, however alike the words around them are."""
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
    open_ = ((a, b) for a, b in pairs if not (is_given(a, right) or is_given(b, left)))
    return next((pair for pair in open_ if _exclude(*pair)), None)


def _exclude(a: Figure, b: Figure) -> bool:
    if a.when and b.when and a.when.meet(b.when) is None:
        return False
    if a.high == 0 or b.high == 0:
        return True
    return _kind(a) == _kind(b) and _ratio(a, b) <= LARGEST_RATIO


def _kind(figure: Figure) -> frozenset[str]:
    """Return what the words of *figure* say of those it counts, beyond that they are people."""
    words = [key for key in content_keys(figure.text) if not _DIGIT.search(key)]
    people = [key for word in sorted(words_of("any_people")) for key in content_keys(word)]
    return frozenset(near_keys(words)) - frozenset(near_keys(people))


def _ratio(a: Figure, b: Figure) -> float:
    ends = [abs(one.low if one.low is not None else one.high or 0.0) for one in (a, b)]
    return max(ends) / min(ends) if min(ends) else math.inf
