"""Points that part thousands: "1.000 people" are a thousand, since people come in wholes."""

import re
from dataclasses import replace

from stemma.measure.amounts import Amount
from stemma.measure.circumstances import read_per
from stemma.measure.phrases import Phrase
from stemma.measure.plurals import is_plural
from stemma.measure.tokens import Tokens

__all__ = ["in_wholes"]

_POINTED = re.compile(r"[1-9]\d{0,2}\.\d{3}$")


def in_wholes(tokens: Tokens, amount: Amount, phrase: Phrase) -> Amount:
    """Return *amount* with the point in it read as one of thousands where what it counts has no parts."""
    number = amount.number_end - 1
    is_alone = amount.numeral.in_digits and not amount.is_range and number == amount.numeral.start
    if not is_alone or not _POINTED.match(tokens[number].text):
        return amount
    is_money = amount.unit is not None and amount.unit.isupper() and tokens[number].text.endswith("000")
    counts_things = amount.unit is None and phrase.head is not None and is_plural(tokens[phrase.head].lower)
    if not (is_money or (counts_things and read_per(tokens, phrase.end) is None)):
        return amount
    value = amount.low * 1000
    return replace(amount, low=value, high=value, numeral=replace(amount.numeral, low=value, high=value))
