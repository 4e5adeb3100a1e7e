"""Amounts: one number, or a range of two."""

from dataclasses import replace

from stemma.lexicon import words_of
from stemma.measure.amount import Amount, read_one
from stemma.measure.mixed import with_smaller_unit
from stemma.measure.numeral import Numeral
from stemma.measure.tokens import DASHES, Tokens

__all__ = ["Amount", "read_amount"]


def read_amount(tokens: Tokens, at: int) -> Amount | None:
    """Return the amount that begins with the token at *at*: "$3 billion to $5 billion", "5–6%", "three or four"."""
    first = read_one(tokens, at)
    if first is None:
        return None
    second = _other_end(tokens, first)
    if second is None:
        return with_smaller_unit(tokens, first)
    low, high = first.low, second.high
    if high is None or first.high is None:
        return first
    low = _share_scale(first, second)
    if low >= high:
        return first
    unit = second.unit or first.unit
    return replace(second, low=low, start=first.start, unit=unit, is_range=True, numeral=_as_range(first, second))


def _as_range(first: Amount, second: Amount) -> Numeral:
    """Keep the flags of both ends: a range is a plain number only where both are."""
    return replace(
        second.numeral,
        start=first.numeral.start,
        is_plain=first.numeral.is_plain and second.numeral.is_plain,
        in_digits=first.numeral.in_digits,
    )


def _other_end(tokens: Tokens, first: Amount) -> Amount | None:
    """Return the second amount of a range: after "to", a dash, "or", or "and" after "between"."""
    for at in dict.fromkeys((first.end, first.number_end)):
        joint = tokens[at]
        if not _joins(tokens, at, first):
            continue
        second = read_one(tokens, at + 1)
        if second is None or second.numeral.is_vague or second.numeral.is_fraction:
            continue
        if first.unit not in (None, second.unit) and not (second.unit is None and first.end == first.number_end):
            continue  # "fell 7% to $2.3 billion"; but "$3 to 5 million" shares its sign
        if joint.text in DASHES and _goes_on(tokens, second.number_end):
            continue
        if joint.lower == "or" and not _is_either_or(first, second):
            continue
        return second
    return None


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Tell whether a third number follows: "5-10-15" is a list."""
    return tokens[at].text in DASHES and tokens.touch(at) and tokens[at + 1].kind == "number"


def _joins(tokens: Tokens, at: int, first: Amount) -> bool:
    joint, before = tokens[at], tokens[first.start - 1].lower
    if joint.text in DASHES:
        return tokens[at + 1].kind != "word" or not first.numeral.in_digits
    if joint.lower == "to":
        return not _is_change(tokens, first.start)
    return joint.lower == "or" or (joint.lower == "and" and before == "between")


def _is_either_or(first: Amount, second: Amount) -> bool:
    """Tell "three or four" from "25 km or 15 miles"."""
    return (first.unit in (None, second.unit)) and second.low <= first.low * 2


# What makes "from 7 to 8" a change, with two figures, and not a range.
_CHANGE_WINDOW = 8


def _is_change(tokens: Tokens, start: int) -> bool:
    if tokens[start - 1].lower not in ("from", "by"):
        return False
    stems = tuple(sorted(words_of("change_stems")))
    before = [tokens[i].lower for i in range(max(0, start - _CHANGE_WINDOW), start)]
    return any(word in words_of("change_words") or word.startswith(stems) for word in before)


def _share_scale(first: Amount, second: Amount) -> float:
    """Give "3" in "3 to 5 million" the million, where the second number alone carries a scale."""
    mantissa_end = second.high or 0.0
    if first.numeral.end - first.numeral.start > 1 or not second.numeral.in_digits or first.numeral.is_vague:
        return first.low
    factor = 1.0
    for exponent in (12, 9, 6, 3):
        if mantissa_end >= 10**exponent and second.numeral.end - second.numeral.start > 1:
            factor = 10.0**exponent
            break
    return first.low * factor if factor > 1 and first.low < 1000 and first.low * factor < mantissa_end else first.low
