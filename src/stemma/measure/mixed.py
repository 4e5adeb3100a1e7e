"""Amounts that two units of one kind make up ("6 feet 2 inches"), and a half behind the unit: "a year and a half"."""

from dataclasses import replace

from stemma.lexicon import pairs_of
from stemma.measure.amount import Amount, read_one
from stemma.measure.numeral import read_half
from stemma.measure.tokens import Tokens

__all__ = ["with_smaller_unit"]

# Years and months are whole numbers of each other, though their mean days are not.
NEARLY_WHOLE = 0.05
# What is measured so has a clock or a rod in two steps; of weights and areas two numbers side by side are two things.
_KINDS = frozenset({"length", "time"})


def with_smaller_unit(tokens: Tokens, first: Amount) -> Amount:
    """Return *first* with what follows in a smaller unit, in that unit; alone where it is an amount of its own."""
    size = _size(first)
    if size is None or first.high != first.low or first.is_compound or first.numeral.is_vague:
        return first
    half = read_half(tokens, first.end)
    if half is not None:
        total = first.low + half[0]
        return replace(first, low=total, high=total, end=half[1])
    second = read_one(tokens, first.end + (tokens[first.end].lower == "and"))
    if second is not None and tokens[first.end].lower == "and" and tokens[second.end].lower in {"later", "on"}:
        return first  # "they talked for two hours, and 20 minutes later they left"
    small = _size(second) if second is not None else None
    if second is None or small is None or second.high != second.low or second.is_compound:
        return first
    if small[0] != size[0] or second.unit == first.unit or second.low * small[1] >= size[1]:
        return first
    total = first.low * size[1] / small[1] + second.low
    total = float(round(total)) if abs(total - round(total)) < NEARLY_WHOLE else total
    numeral = replace(second.numeral, start=first.numeral.start)
    return replace(second, low=total, high=total, start=first.start, numeral=numeral)


def _size(amount: Amount) -> tuple[str, float] | None:
    entry = pairs_of("unit_sizes").get((amount.unit or "").casefold())
    kind, _, size = (entry or "").partition(" ")
    return (kind, float(size)) if kind in _KINDS else None
