"""Numbers and sums in plain English."""

from collections.abc import Sequence

from stemma.weigh.counts.quantities import Quantity

__all__ = ["counted_in", "listed", "number", "quoted", "said_by"]


LONGEST_SIGN = 3
_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "ton": "tons", "day": "days"}


def number(value: float) -> str:
    """Return *value* as a reader writes it: 4,000 · 16.1 · 0.5."""
    if value == int(value):
        return f"{int(value):,}"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.1f}" if abs(value) >= 1 else f"{value:.2g}"


def quoted(quantity: Quantity) -> str:
    """Return the figure in its own words, in quotation marks."""
    return f"“{' '.join(quantity.figure.text.split())}”"


def listed(parts: Sequence[str]) -> str:
    """Return *parts* joined by commas and a last "and"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def said_by(same: Sequence[Quantity]) -> str:
    """Return one wording and who gives it."""
    return f"{quoted(same[0])} ({', '.join(dict.fromkeys(q.speaker for q in same))})"


def counted_in(value: float, unit: str) -> str:
    """Return *value* and its unit, a word in the plural and a sign as it is."""
    plural = _PLURALS.get(unit, f"{unit}s" if len(unit) > LONGEST_SIGN and unit.islower() and unit.isalpha() else unit)
    return f"{number(value)} {plural}"
