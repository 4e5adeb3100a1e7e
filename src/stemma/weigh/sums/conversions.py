"""One quantity in two units, side by side."""

import math
import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from stemma.lexicon import pairs_of
from stemma.model import Bound, Check
from stemma.weigh.counts.quantities import Quantity
from stemma.weigh.counts.wording import counted_in, quoted

__all__ = ["check_conversions", "in_unit", "rounding"]

# "10 miles (15 km)", "10 miles, or 15 km,", "10 miles/15 km"
_BETWEEN = re.compile(r"^\s*(?:\(\s*(?:or\s+|about\s+|some\s+|roughly\s+)?|,?\s+or\s+|/\s*)$")
# "a 40-metre-deep well (131 feet)", "30 centimetres wide (11.8 inches)": what is measured stands before the bracket.
_BEFORE_BRACKET = re.compile(r"^(?:[-\s][a-z]+){1,3}\s*\($")
# Behind other words a number that is farther off than this measures something else.
FARTHEST = 1.5


def check_conversions(quantities: Sequence[Quantity]) -> Iterator[Check]:
    """Yield a check for each figure that is given again in another unit of the same kind right after."""
    for left, right in pairwise(quantities):
        if left.document.id != right.document.id or left.figure.unit == right.figure.unit:
            continue
        expected = in_unit(left, right.figure.unit)
        if (left.figure.bound is Bound.RANGE) != (right.figure.bound is Bound.RANGE):
            continue
        if expected is not None and right.figure.low is not None and _is_given_again(left, right, expected):
            yield _check(left, right, expected)


def _is_given_again(left: Quantity, right: Quantity, expected: float) -> bool:
    """Tell whether *right* stands beside *left* as the same in other words, and not as another measure."""
    between = left.document.text[left.figure.span.end : right.figure.span.start]
    if _BETWEEN.match(between):
        return True
    ends = sorted((expected, right.figure.low or 0.0))
    is_near = ends[0] > 0 and ends[1] <= ends[0] * FARTHEST
    return is_near and right.after(1) == ")" and bool(_BEFORE_BRACKET.match(between))


def in_unit(quantity: Quantity, unit: str | None) -> float | None:
    """Return the low end of *quantity* in *unit*; None where the two do not measure the same."""
    size, other = _size(quantity.figure.unit), _size(unit)
    if size is None or other is None or size[0] != other[0] or quantity.figure.low is None:
        return None
    return quantity.figure.low * size[1] / other[1]


def rounding(value: float) -> float:
    """Return half the worth of the last digit of *value* that is not a trailing zero: 0.5 for 15, 5 for 10."""
    if value == 0:
        return 0.5
    if value != int(value):
        return 0.5 * 10.0 ** -len(repr(value).partition(".")[2])
    digits = str(int(abs(value)))
    return 0.5 * 10.0 ** (len(digits) - len(digits.rstrip("0")))


def _size(unit: str | None) -> tuple[str, float] | None:
    entry = pairs_of("unit_sizes").get((unit or "").casefold())
    if entry is None:
        return None
    kind, size = entry.split()
    return kind, float(size)


def _check(left: Quantity, right: Quantity, expected: float) -> Check:
    given, first = right.figure.low or 0.0, left.figure.low or 0.0
    factor = expected / first if first else 0.0
    slack = rounding(first) * factor + rounding(given)
    holds = abs(expected - given) <= slack + math.ulp(expected)
    unit = right.figure.unit or ""
    verdict = "which fits as these are rounded" if holds else "which rounding does not explain"
    words = f"{quoted(left)} is {counted_in(expected, unit)}, given as {quoted(right)} by {right.speaker}: {verdict}."
    return Check("unit_conversion", tuple(sorted((left.figure.id, right.figure.id))), holds, words)
