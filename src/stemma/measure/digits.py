"""Numbers in digits: "1,204", "1 204", "1.000.000", "30k", "3.5 million", "2 1/2", "١٬٢٠٤"."""

import re
import unicodedata

from stemma.lexicon import pairs_of
from stemma.measure.fractions import read_share
from stemma.measure.metres import is_metres
from stemma.measure.numeral import Numeral, read_half, read_scale
from stemma.measure.tokens import Tokens

__all__ = ["read_digits", "value_of"]

# "1b" and "2t" are parts of names but for money.
_MONEY_SUFFIXES = frozenset({"b", "t"})
_DECIMAL_COMMA = re.compile(r"\d+,\d\d?$")
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 12, 16, 32, 64, 100, 128})
LONGEST_FIRST_GROUP = 3


def value_of(text: str) -> float:
    """Return the value of a number token, whatever script its digits are in and whatever parts its thousands."""
    if not text[-1].isdecimal():  # a vulgar fraction, alone or after a whole number
        return float(text[:-1] or 0) + unicodedata.numeric(text[-1])
    text = text.replace("٫", ".").replace("٬", ",")
    if text.count(".") > 1:
        return float(text.replace(".", "").replace(",", "."))
    if _DECIMAL_COMMA.match(text):
        return float(text.replace(",", "."))
    return float("".join(c for c in text if c.isdecimal() or c == "."))


def read_digits(tokens: Tokens, at: int) -> Numeral | None:
    """Return the number in digits at *at*, with its scale: "30k", "1.2 million", "two and a half" in digits."""
    if tokens[at].kind != "number":
        return None
    found = read_share(tokens, at) or _part(tokens, at)
    if found is not None:
        return found
    value, end, is_plain = _whole(tokens, at)
    scaled = _suffix(tokens, at, end) or read_half(tokens, end) or read_scale(tokens, end)
    if scaled is not None:
        factor, end = scaled
        value, is_plain = (value + factor if factor < 1 else value * factor), False
        more = read_scale(tokens, end) if factor < 1 else None  # "2 and a half million"
        if more is not None:
            value, end = value * more[0], more[1]
    value = round(value, 6)
    return Numeral(value, value, at, end, in_digits=True, is_plain=is_plain)


def _whole(tokens: Tokens, at: int) -> tuple[float, int, bool]:
    """Return the number at *at* with its groups of three and its fraction, where it ends, and whether it is plain."""
    if _is_group_lead(tokens, at):
        end = at + 1
        while _is_group(tokens, end):
            end += 1
        if end > at + 1 and tokens[end].kind != "number" and not tokens[end].is_capitalised:
            return float("".join(str(int(tokens[i].text)).zfill(3) for i in range(at, end))), end, False
    value, plain = value_of(tokens[at].text), tokens[at].text.isdecimal()
    part = _fraction(tokens, at + 1) if plain and not tokens.touch(at + 1) else None
    return (value, at + 1, plain) if part is None else (value + part, at + 4, False)


def _is_group_lead(tokens: Tokens, at: int) -> bool:
    """
    Tell the "1" of "1 204" from a number of its own.

    A plain space parts any two numbers, so nothing before it may be a number or what a number names.
    """
    text, before = tokens[at].text, tokens[at - 1]
    is_lead = text.isdecimal() and len(text) <= LONGEST_FIRST_GROUP and int(text[0]) > 0
    is_named = before.kind == "number" or before.is_capitalised or before.lower in pairs_of("fractions")
    return is_lead and (not is_named or at <= 1)


def _is_group(tokens: Tokens, at: int) -> bool:
    token = tokens[at]
    gap = token.start - tokens[at - 1].end
    return gap == 1 and token.text.isdecimal() and len(token.text) == LONGEST_FIRST_GROUP and not tokens.touch(at + 1)


def _fraction(tokens: Tokens, at: int) -> float | None:
    """Read "1/2" and "3⁄4"; "9/11" and "24/7" are none."""
    above, below = tokens[at].text, tokens[at + 2].text
    if tokens[at + 1].text not in ("/", "⁄") or not (tokens.touch(at + 1) and tokens.touch(at + 2)):
        return None
    is_part = above.isdecimal() and below.isdecimal() and int(below) in _DENOMINATORS and int(above) < int(below)
    return int(above) / int(below) if is_part and tokens[at + 3].text != "/" else None


def _part(tokens: Tokens, at: int) -> Numeral | None:
    """Read "1/16 of a pint" and "3/4 inch": a fraction that stands alone could be a date."""
    value = _fraction(tokens, at)
    follows = tokens[at + 3].lower
    if value is None or not (follows == "of" or follows in pairs_of("units")):
        return None
    return Numeral(value, value, at, at + 3, in_digits=True, is_fraction=follows == "of")


def _suffix(tokens: Tokens, at: int, end: int) -> tuple[float, int] | None:
    """Return the factor of the letters written on to the digits at *at*, and where they end."""
    suffix, factors = tokens[end].lower, pairs_of("number_suffixes")
    if not tokens.touch(end) or suffix not in factors:
        return None
    if suffix in _MONEY_SUFFIXES and tokens[at - 1].kind != "sign":
        return None
    return None if suffix == "m" and is_metres(tokens, at, end) else (float(factors[suffix]), end + 1)
