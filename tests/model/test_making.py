"""Values made from their written form."""

from dataclasses import FrozenInstanceError
from datetime import date

import pytest

from stemma.errors import SpanError
from stemma.model import Interval, Span
from stemma.model.listing import Totals
from stemma.model.making import maker_of


def test_a_made_value_is_as_frozen_as_any():
    made = maker_of(Span)([3, 5])
    assert made == Span(3, 5)
    assert type(made) is Span
    with pytest.raises(FrozenInstanceError):
        made.start = 4


def test_a_made_value_is_checked_as_any():
    with pytest.raises(SpanError):
        maker_of(Span)([5, 3])


def test_tuples_of_all_forms_are_made():
    day = ["2026-01-02", "2026-01-03"]
    assert maker_of(tuple[Interval, ...])([day]) == (Interval(date(2026, 1, 2), date(2026, 1, 3)),)
    assert maker_of(tuple[str, Span])(["a", [0, 1]]) == ("a", Span(0, 1))
    assert maker_of(Span | None)(None) is None


def test_what_is_written_with_another_number_of_fields_is_refused():
    with pytest.raises(ValueError, match="unpack"):
        maker_of(Totals)([1, 2])
