"""The tables of units are those of the libraries that they come from."""

import pytest

from stemma.lexicon import pairs_of

pytest.importorskip("pint", reason="pint is not installed")
pytest.importorskip("babel", reason="Babel is not installed")

from training.units import NAMES, size_in_pint, tell_names

ROUNDED = 0.002
"""A month is 30.44 days here and 30.4375 there."""


@pytest.mark.parametrize("unit", sorted(pairs_of("unit_sizes")))
def test_a_unit_is_as_large_as_in_pint(unit: str) -> None:
    kind, size = pairs_of("unit_sizes")[unit].split()
    written = {"mw": "MW", "gw": "GW", "kw": "kW", "w": "W", "mwh": "MWh", "gwh": "GWh", "kwh": "kWh"}.get(unit, unit)
    assert size_in_pint(written, kind) == pytest.approx(float(size), rel=ROUNDED)


def test_the_names_of_money_are_those_of_cldr() -> None:
    assert NAMES.read_text("utf-8") == tell_names()
