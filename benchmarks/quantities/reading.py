"""The readers of quantities that are held side by side."""

import logging
import warnings
from collections.abc import Callable
from dataclasses import dataclass

from stemma.measure import measure
from stemma.model import Bound, Document, Span

__all__ = ["Reader", "Reading", "quantulum", "stemma"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One quantity as a reader has it."""

    span: Span
    text: str
    low: float | None
    high: float | None
    bound: Bound
    unit: str
    """Its unit in the reader's own words, and what it counts."""

    @property
    def ends(self) -> set[float]:
        """The two ends without their sign, or the one."""
        return {round(abs(end), 6) for end in (self.low, self.high) if end is not None}


Reader = Callable[[str], list[Reading]]

# What our normal forms are called in full.
NAMES = {
    "%": "percentage", "percentage point": "percentage point", "USD": "dollar", "GBP": "pound sterling", "JPY": "yen",
    "EUR": "euro", "ILS": "shekel", "CNY": "yuan", "MYR": "malaysian ringgit", "RUB": "ruble", "INR": "rupee",
    "AUD": "australian dollar", "HKD": "hong kong dollar", "CAD": "canadian dollar", "KRW": "south korean won",
    "m": "metre meter", "cm": "centimetre centimeter", "mm": "millimetre millimeter", "km": "kilometre kilometer",
    "μm": "micrometre", "nm": "nanometre nanometer", "kg": "kilogram", "g": "gram", "mg": "milligram",
    "ml": "millilitre milliliter", "litre": "litre liter", "tonne": "tonne metric ton",
    "°C": "celsius c", "°F": "fahrenheit f", "US cent": "cent", "m2": "square metre", "km2": "square kilometer",
    "foot2": "square foot", "mile2": "square mile", "mph": "mile per hour", "km/h": "kilometre per hour",
    "W": "watt", "kW": "kilowatt", "MW": "megawatt", "GW": "gigawatt", "kWh": "kilowatt hour", "GWh": "gigawatt hour",
    "mAh": "milliampere-hour", "GB": "gigabyte", "TB": "terabyte", "hp": "horsepower", "mpg": "mile per gallon",
    "rpm": "revolution per minute", "Hz": "hertz", "ppb": "parts-per-billion", "ppm": "parts-per-million",
}  # fmt: skip


def stemma(text: str) -> list[Reading]:
    """Read *text* with ours."""
    document = Document(id="d", path="-", sha256="", text=text, reader="plain/1", body=(Span(0, len(text)),))
    return [
        Reading(
            figure.span,
            figure.text,
            figure.low,
            figure.high,
            figure.bound,
            f"{NAMES.get(figure.unit or '', figure.unit or figure.counts or '-')} {figure.counts or ''}",
        )
        for figure in measure(document, ())
    ]


def quantulum() -> Reader:
    """
    Return quantulum3, which has no bounds: an uncertainty is the half width of a range.

    Raises:
        ImportError: It is not installed.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from quantulum3 import parser
    logging.disable(logging.WARNING)

    def read(text: str) -> list[Reading]:
        found = []
        for quantity in parser.parse(text):
            value, half = abs(float(quantity.value)), float(quantity.uncertainty or 0)
            bound = Bound.RANGE if half else Bound.EXACT
            span = Span(max(0, quantity.span[0]), quantity.span[1])  # -1 for some at the beginning
            found.append(Reading(span, quantity.surface, value - half, value + half, bound, quantity.unit.name))
        return found

    return read
