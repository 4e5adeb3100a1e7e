"""Between which ends the true number lies if a figure is right."""

import re

from stemma.model import Bound, Figure

__all__ = ["ABOUT_SLACK", "is_strict", "limits"]

# "About 20,000" still fits "more than 22,000": reporters round to one or two digits.
ABOUT_SLACK = 0.15
# "More than a dozen" and "more than five" are said loosely; counts are rounded to the fives.
LEAST_STRICT, ROUNDED_TO = 13, 5
# "Almost 700,000" is not far from it; "fewer than 700,000" may be any number below.
_NEARLY = re.compile(
    r"(?:almost|nearly|not quite|close on|(?:just|only just|slightly|a little|a shade) \w+|(?:short|shy) of)\b",
    re.IGNORECASE,
)


def limits(figure: Figure) -> tuple[float, float]:
    """
    Return the least and the most that the true number can be if *figure* is right.

    "More than 250,000" lets in 250,000 itself: such bounds are rounded downwards. "More than 51 people" does not.
    """
    low = figure.low if figure.low is not None else float("-inf")
    high = figure.high if figure.high is not None else float("inf")
    if figure.bound is Bound.ABOUT:
        return low * (1 - ABOUT_SLACK), high * (1 + ABOUT_SLACK)
    step = float(is_strict(figure))
    if figure.bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return low + step, float("inf")
    if figure.bound in (Bound.AT_MOST, Bound.LESS_THAN):
        high -= step
        return (low * (1 - ABOUT_SLACK) if _NEARLY.match(figure.text) else float("-inf")), high
    return low, high


def is_strict(figure: Figure) -> bool:
    """Tell "more than 51 people", a count that nobody has rounded, from "more than 50" and "more than 51 hours"."""
    low = figure.low
    if figure.unit is not None or low is None or low < LEAST_STRICT or low != figure.high:
        return False
    return figure.bound in (Bound.MORE_THAN, Bound.LESS_THAN) and low == int(low) and low % ROUNDED_TO != 0
