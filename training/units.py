"""
Write the names of currencies from CLDR, and hold our sizes of units against pint.

    python -m training.units

The names go to ``lexicon/data/currency_names.txt``: current money, singular and plural, and the bare noun where
one currency alone has it ("hryvnias"). Neither library is needed to run Stemma: what they know does not change
from one article to the next (docs/decisions/0009-units.md).
"""

import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pint
from babel.core import get_global
from babel.numbers import get_currency_name

from stemma.lexicon import pairs_of

__all__ = ["currency_names", "size_in_pint", "tell_names"]

NAMES = Path(__file__).parent.parent / "src/stemma/lexicon/data/currency_names.txt"
HEAD = "# Names of current money from CLDR, written by training/units.py, and their ISO 4217 code.\n"
LONGEST = 3
"""Words of the longest unit that `measure` looks for."""
COMMON = frozenset(
    {"all", "dram", "drams", "gold", "kip", "kips", "lek", "leone", "leones", "leu", "lev", "mark", "marks", "pula",
     "quetzal", "quetzals", "rand", "real", "reals", "sol", "soles", "sols", "som", "soms", "sum", "sums", "won"}
)  # fmt: skip
"""Bare names that are words of other senses too."""

PINT = {
    "barrel": "oil_barrel", "foot2": "foot**2", "inch": "inch", "km2": "km**2", "m2": "m**2", "mile2": "mile**2",
    "cubic foot": "foot**3", "cubic metre": "m**3", "nautical mile": "nautical_mile", "ton": "short_ton",
    "tonne": "metric_ton", "ml": "ml", "mph": "mile/hour", "km/h": "km/hour", "m/s": "m/s", "night": "day",
    "quarter": "year/4", "decade": "10*year", "hp": "horsepower", "kWh": "kWh", "MWh": "MWh", "GWh": "GWh",
}  # fmt: skip
BASE = {
    "length": "m", "area": "m**2", "volume": "litre", "mass": "kg", "speed": "km/hour", "time": "day",
    "power": "W", "energy": "kWh",
}  # fmt: skip


def currency_names() -> Mapping[str, str]:
    """Return the names, case-folded, and their codes; a name that the list of units has is left to it."""
    found: dict[str, str] = {}
    bare: defaultdict[str, set[str]] = defaultdict(set)
    for code in sorted(_current()):
        for count in (1, 2):
            name = get_currency_name(code, count=count, locale="en").casefold()
            words = name.split()
            if len(words) <= LONGEST and name.replace(" ", "").isalpha():
                found[name] = code
                bare[words[-1]].add(code)
    found.update({noun: min(codes) for noun, codes in bare.items() if len(codes) == 1 and noun not in COMMON})
    return {name: code for name, code in found.items() if name not in pairs_of("units") and name not in COMMON}


def _current() -> Iterator[str]:
    for entries in get_global("territory_currencies").values():
        yield from (code for code, _, end, is_tender in entries if end is None and is_tender)


def tell_names() -> str:
    """Return the list as the file has it."""
    lines = [f"{name}\t{code}\n" for name, code in currency_names().items()]
    return HEAD + "".join(sorted(lines, key=lambda line: (line.strip().casefold(), line.strip())))


def size_in_pint(unit: str, kind: str) -> float:
    """Return how large *unit* is, in the unit that *kind* has the size 1 in."""
    return float(_registry().parse_expression(PINT.get(unit, unit)).to(BASE[kind]).magnitude)


@cache
def _registry() -> pint.UnitRegistry[float]:
    return pint.UnitRegistry(cache_folder=None)


def main() -> int:
    NAMES.write_text(tell_names(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
