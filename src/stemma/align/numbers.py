"""Numbers of the same thing: do they agree?"""

import math
import re
from collections.abc import Iterator, Sequence

from stemma.lexicon import pairs_of
from stemma.model import Bound, Figure

__all__ = ["compared", "disagreement", "is_attribute", "is_given", "is_rounded", "may_agree"]

ROUGH = 0.1
"""How far "about" reaches to both sides."""
ROUND = 1000
ROUNDED = 1.05
"""From a thousand on reporters round without a word, by a twentieth at most."""
_PART = re.compile(r"\b(?:other|another|additional|further|extra|remaining)\b|\bmore\b(?!\s+than)", re.IGNORECASE)
"""What is counted besides something else is no measure of the whole."""


def compared(left: Sequence[Figure], right: Sequence[Figure]) -> Iterator[tuple[Figure, Figure]]:
    """Yield the pairs of figures that count the same thing."""
    yield from ((a, b) for a in left for b in right if _counts_same(a, b))


def may_agree(left: Figure, right: Figure) -> bool:
    """Tell whether two figures can both be true of one quantity."""
    (low, high), (other_low, other_high) = _reach(left), _reach(right)
    return max(low, other_low) <= min(high, other_high) or is_rounded(left, right)


def is_rounded(left: Figure, right: Figure) -> bool:
    """Tell whether two large numbers are so near that one may be the other, rounded."""
    ends = [abs(one.low if one.low is not None else one.high or 0.0) for one in (left, right)]
    return min(ends) >= ROUND and max(ends) <= ROUNDED * min(ends)


def is_given(one: Figure, others: Sequence[Figure]) -> bool:
    """Tell whether *others* hold the number of *one*, or numbers that make it up."""
    same = [other for other in others if other.unit == one.unit]
    parts = [other.low for other in same if other.low and other.low == other.high]
    return any((o.low, o.high) == (one.low, one.high) for o in same) or (len(parts) > 1 and sum(parts) == one.low)


def is_attribute(figure: Figure) -> bool:
    """Tell the number of "a 130-foot-deep shaft", which tells what is spoken of and is not what is said of it."""
    parts = (word.rsplit("-", 1) for word in figure.text.casefold().split() if "-" in word)
    return figure.unit is not None and any(
        part[0] and part[1].isalpha() and not _is_cardinal(part[1]) for part in parts
    )


def _is_cardinal(word: str) -> bool:
    return word in pairs_of("cardinals")


def disagreement(left: Sequence[Figure], right: Sequence[Figure]) -> str | None:
    """Return the first two figures that cannot both be true, where no two of the same thing can, in words."""
    pairs = list(compared(left, right))
    if not pairs or any(may_agree(a, b) for a, b in pairs):
        return None
    a, b = pairs[0]
    return f"{a.text} against {b.text}"


def _counts_same(left: Figure, right: Figure) -> bool:
    measures = left.unit == right.unit and left.per == right.per
    return measures and _is_part(left) == _is_part(right) and _is_one_matter(left, right) and _is_one_count(left, right)


def _is_part(figure: Figure) -> bool:
    return bool(_PART.search(figure.text))


def _is_one_matter(left: Figure, right: Figure) -> bool:
    one_people = not left.who or not right.who or left.who == right.who
    one_place = not left.where or not right.where or left.where in right.where or right.where in left.where
    return one_people and one_place


def _is_one_count(left: Figure, right: Figure) -> bool:
    if not left.counts or not right.counts:
        return left.unit is not None and left.counts == right.counts
    a, b = set(left.counts.casefold().split()), set(right.counts.casefold().split())
    if ("or" in a) != ("or" in b) and left.high != 0 and right.high != 0:  # "killed" is a part of "killed or wounded"
        return False
    return a <= b or b <= a


def _reach(figure: Figure) -> tuple[float, float]:
    """Return the least and the most that the words of *figure* leave open."""
    low = figure.low if figure.low is not None else -math.inf
    high = figure.high if figure.high is not None else math.inf
    if figure.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return low, math.inf
    if figure.bound in (Bound.AT_MOST, Bound.LESS_THAN):
        return -math.inf, high
    if figure.bound is Bound.ABOUT:
        return low * (1 - ROUGH), high * (1 + ROUGH)
    return low, high
