"""A number with its currency sign, its unit and its minus."""

from dataclasses import dataclass, replace
from math import isfinite

from stemma.lexicon import pairs_of
from stemma.measure.numeral import Numeral
from stemma.measure.numerals import read_numeral
from stemma.measure.tokens import DASHES, MINUS_WORDS, Tokens
from stemma.measure.units import is_magnitude, read_currency, read_unit

__all__ = ["Amount", "read_one"]

# Only what can lie below nothing has a minus; a dash before anything else is punctuation.
_BELOW_NOTHING = frozenset({"%", "percentage point", "basis point", "degree", "°C", "°F", "magnitude"})

# Unidecode and old wires write "£" as "PS" (and "¥" as "Y="); below this "PS" is a flight or a console: "PS4.06".
LEAST_PS = 1000


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


def read_one(tokens: Tokens, at: int) -> Amount | None:
    """Return the amount of one number that begins with the token at *at*: "$3 billion", "5 km", "minus 5 degrees"."""
    is_minus = tokens[at].lower in MINUS_WORDS or (tokens[at].text in ("-", "−") and tokens.touch(at + 1))
    if not is_minus or (tokens.touch(at) and tokens[at - 1].text not in ("(", "[")):
        return _unsigned(tokens, at)
    found = _unsigned(tokens, at + 1)
    if found is None or found.high is None or not (found.unit in _BELOW_NOTHING or tokens[at + 1].text == "$"):
        return None
    return replace(found, low=-found.high, high=-found.low, start=at)


def _unsigned(tokens: Tokens, at: int) -> Amount | None:
    sign = read_currency(tokens, at)
    numeral = read_numeral(tokens, sign[1] if sign else at)
    if numeral is None or not isfinite(numeral.low) or (sign and not numeral.in_digits):
        return None
    money, end = sign[0] if sign else None, numeral.end
    if tokens[at].text == "PS" and (numeral.is_plain or numeral.low < LEAST_PS):
        return None
    unit = ("magnitude", end) if is_magnitude(tokens, at) else read_unit(tokens, numeral)
    if money and unit and unit[0] != money:
        unit = None
    return Amount(
        numeral.low,
        numeral.high,
        at,
        end,
        unit[1] if unit else end,
        numeral,
        money or (unit[0] if unit else None),
        is_range=numeral.is_range and numeral.high is not None,
        is_compound=_is_compound(tokens, end),
    )


def _is_compound(tokens: Tokens, end: int) -> bool:
    is_joined = tokens[end].text in DASHES and tokens.touch(end) and tokens.touch(end + 1)
    follows = tokens[end + 1]
    is_other = follows.lower in pairs_of("bounds_after") or follows.lower in ("a", "an", "per")  # "$70-a-share"
    return is_joined and follows.kind == "word" and not is_other
