"""Amounts: a number or a range of two, with its currency sign and unit."""

from dataclasses import dataclass, replace

from stemma.lexicon import pairs_of, words_of
from stemma.measure.numeral import Numeral
from stemma.measure.numerals import read_numeral
from stemma.measure.tokens import Tokens

__all__ = ["Amount", "read_amount"]

_DASHES = frozenset("-–—−")
# Units of one or two letters are read only after digits: "5 m", never "five m".
_SHORT_UNIT = 2
_LONGEST_UNIT = 3
# A national currency whose name is also a past tense is money only in round thousands.
_MONEY = frozenset(
    {"USD", "pound", "peso", "franc", "krona", "krone", "dinar", "dirham", "RUB", "INR", "TRY", "IRR", "SAR"}
)
_AMBIGUOUS_MONEY = frozenset({"won", "real", "rand"})


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with all that is written on to it."""

    low: float
    high: float | None
    start: int
    """Index of its first token, the currency sign included."""
    number_end: int
    """Index after the last token of the number itself."""
    end: int
    """Index after the unit, or ``number_end`` where it has none."""
    numeral: Numeral
    unit: str | None = None
    is_range: bool = False
    is_compound: bool = False
    """The unit or noun hangs on with a hyphen: "48-page", "two-year"."""


def read_amount(tokens: Tokens, at: int) -> Amount | None:
    """Return the amount that begins with the token at *at*: "$3 billion to $5 billion", "5–6%", "three or four"."""
    first = _read_one(tokens, at)
    if first is None:
        return None
    second = _other_end(tokens, first)
    if second is None:
        return first
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


def _read_one(tokens: Tokens, at: int) -> Amount | None:
    sign = _currency(tokens, at)
    number_at = sign[1] if sign else at
    numeral = read_numeral(tokens, number_at)
    if numeral is None or (sign and not numeral.in_digits):
        return None
    money = sign[0] if sign else None
    unit = ("magnitude", numeral.end) if _is_magnitude(tokens, at) else _unit(tokens, numeral)
    end = unit[1] if unit else numeral.end
    compound = tokens[numeral.end].text in _DASHES and tokens.touch(numeral.end) and tokens.touch(numeral.end + 1)
    compound = compound and tokens[numeral.end + 1].kind == "word"
    compound = compound and tokens[numeral.end + 1].lower not in pairs_of("bounds_after")
    if money and unit and unit[0] != money:
        unit, end = None, numeral.end
    return Amount(
        numeral.low,
        numeral.high,
        at,
        numeral.end,
        end,
        numeral,
        money or (unit[0] if unit else None),
        is_range=numeral.is_range and numeral.high is not None,
        is_compound=compound,
    )


def _is_magnitude(tokens: Tokens, at: int) -> bool:
    """Tell "a magnitude 6.3 quake", whose unit goes before."""
    before = at - 2 if tokens[at - 1].text == "-" else at - 1
    return tokens[before].lower == "magnitude"


def _currency(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Return the currency written before the number at *at*, and where the number begins."""
    codes = pairs_of("currencies")
    for length in (3, 2, 1):
        parts = [tokens[i].text for i in range(at, at + length)]
        if tokens[at + length].kind != "number" or not all(parts):
            continue
        joined = "".join(parts)
        is_code = joined.isalpha()
        if joined.casefold() in codes and (joined == "Rs" or joined == joined.upper()) and not (is_code and length > 1):
            return codes[joined.casefold()], at + length
    return None


def _unit(tokens: Tokens, numeral: Numeral) -> tuple[str, int] | None:
    """Return the normal form of the unit after *numeral*, and where it ends."""
    units, at = pairs_of("units"), numeral.end
    if numeral.is_vague and tokens[at].lower == "of":
        at += 1
    if tokens[at].text in _DASHES and tokens.touch(at) and tokens.touch(at + 1):
        at += 1
    for length in range(_LONGEST_UNIT, 0, -1):
        phrase = tokens.words(at, at + length).replace("/ ", "/").replace(" /", "/")
        if phrase not in units or not _fits(phrase, numeral):
            continue
        if phrase in ("m", "c", "f", "p", "w", "g") and not tokens.touch(at) and tokens[at + 1].text == ".":
            continue
        return units[phrase], at + length
    return _national_money(tokens, at)


def _national_money(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Read "Swedish kronor" and "Egyptian pounds", whose unit is the two words."""
    unit = pairs_of("units").get(tokens[at + 1].lower)
    if not tokens[at].is_capitalised or unit not in _MONEY:
        return None
    return f"{tokens[at].text} {unit.lower() if unit != 'USD' else 'dollar'}", at + 2


def _fits(phrase: str, numeral: Numeral) -> bool:
    if phrase in _AMBIGUOUS_MONEY:
        return numeral.low >= 1000
    if len(phrase) <= _SHORT_UNIT and phrase.isalpha():
        return numeral.in_digits
    return True


def _other_end(tokens: Tokens, first: Amount) -> Amount | None:
    """Return the second amount of a range: after "to", a dash, "or", or "and" after "between"."""
    for at in dict.fromkeys((first.end, first.number_end)):
        joint = tokens[at]
        if not _joins(tokens, at, first):
            continue
        second = _read_one(tokens, at + 1)
        if second is None or second.numeral.is_vague or second.numeral.is_fraction:
            continue
        if first.unit not in (None, second.unit) and not (second.unit is None and first.end == first.number_end):
            continue  # "fell 7% to $2.3 billion"; but "$3 to 5 million" shares its sign
        if joint.text in _DASHES and _goes_on(tokens, second.number_end):
            continue
        if joint.lower == "or" and not _is_either_or(first, second):
            continue
        return second
    return None


def _goes_on(tokens: Tokens, at: int) -> bool:
    """Tell whether a third number follows: "5-10-15" is a list."""
    return tokens[at].text in _DASHES and tokens.touch(at) and tokens[at + 1].kind == "number"


def _joins(tokens: Tokens, at: int, first: Amount) -> bool:
    joint, before = tokens[at], tokens[first.start - 1].lower
    if joint.text in _DASHES:
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
