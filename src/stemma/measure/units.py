"""The currency before a number and the unit after it."""

from stemma.lexicon import pairs_of
from stemma.measure.numeral import Numeral
from stemma.measure.tokens import DASHES, Tokens

__all__ = ["is_magnitude", "read_currency", "read_unit"]

# Units of one or two letters are read only after digits: "5 m", never "five m".
_SHORT_UNIT = 2
_LONGEST_UNIT = 3
_LARGEST_PRICE = 1000  # in pence, without a comma
# A national currency whose name is also a past tense is money only in round thousands.
_MONEY = frozenset(
    {"USD", "pound", "peso", "franc", "krona", "krone", "dinar", "dirham", "RUB", "INR", "TRY", "IRR", "SAR"}
)
_AMBIGUOUS_MONEY = frozenset({"won", "real", "rand"})


def is_magnitude(tokens: Tokens, at: int) -> bool:
    """Tell "a magnitude 6.3 quake", whose unit goes before."""
    before = at - 2 if tokens[at - 1].text == "-" else at - 1
    return tokens[before].lower == "magnitude"


def read_currency(tokens: Tokens, at: int) -> tuple[str, int] | None:
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


def read_unit(tokens: Tokens, numeral: Numeral) -> tuple[str, int] | None:
    """Return the normal form of the unit after *numeral*, and where it ends."""
    at = numeral.end
    if numeral.is_vague and tokens[at].lower == "of":
        at += 1
    if tokens[at].text in DASHES and tokens.touch(at) and tokens.touch(at + 1):
        at += 1
    for length in range(_LONGEST_UNIT, 0, -1):
        phrase = tokens.written(at, at + length)
        unit = _unit_called(phrase)
        if unit is None or not _fits(phrase, numeral):
            continue
        if phrase == "p" and numeral.is_plain and numeral.low >= _LARGEST_PRICE:
            continue  # "1080p" is a picture
        if not phrase[-1].isalnum() and phrase != "%" and tokens[at + length].kind == "number":
            continue  # "paid 10 $20 notes"
        if phrase in ("m", "c", "f", "p", "w", "g") and not tokens.touch(at) and tokens[at + 1].text == ".":
            continue
        if phrase == "g" and tokens.touch(at) and tokens[at].text == "G":
            continue  # "5G" is a network; grams have a small letter
        if phrase in ("c", "f") and tokens.touch(at) and tokens[numeral.start - 1].is_capitalised:
            continue  # "a Long March 4C rocket"
        return unit, at + length
    return _national_money(tokens, at)


def _unit_called(phrase: str) -> str | None:
    return pairs_of("units").get(phrase) or pairs_of("currency_names").get(phrase)


def _national_money(tokens: Tokens, at: int) -> tuple[str, int] | None:
    """Read "Swedish kronor" and "Egyptian pounds", whose unit is the two words."""
    unit = pairs_of("units").get(tokens[at + 1].lower)
    if not tokens[at].is_capitalised or tokens[at + 1].kind != "word" or unit not in _MONEY:
        return None
    return f"{tokens[at].text} {unit.lower() if unit != 'USD' else 'dollar'}", at + 2


def _fits(phrase: str, numeral: Numeral) -> bool:
    if phrase in _AMBIGUOUS_MONEY:
        return numeral.low >= 1000
    if len(phrase) <= _SHORT_UNIT and phrase.isalpha():
        return numeral.in_digits
    return True
