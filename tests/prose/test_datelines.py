"""The agency that a dateline ends with."""

import pytest

from stemma.model import Span
from stemma.prose import dateline_credit


@pytest.mark.parametrize(
    ("paragraph", "name", "is_loud"),
    [
        ("TARN, Nov 10 (Marawire) - The dam broke.", "Marawire", True),
        ("TARN Nov 10 (Marawire) — The dam broke.", "Marawire", True),
        ("ORLO/TARN, Vesland (Mara Wire): The dam broke.", "Mara Wire", True),
        ("By Ilse Lind in Tarn (Marawire) - The dam broke.", "Marawire", False),
    ],
)
def test_a_name_in_brackets_before_a_dash_is_credited(paragraph, name, is_loud):
    credit = dateline_credit(paragraph, Span(0, len(paragraph)))
    assert credit is not None
    assert (credit.name.cut(paragraph), credit.is_loud) == (name, is_loud)


@pytest.mark.parametrize(
    "paragraph", ["TARN (Marawire) said the dam broke.", "The dam broke, as the World Food Programme (WFP) said."]
)
def test_a_short_form_behind_a_name_is_no_credit(paragraph):
    assert dateline_credit(paragraph, Span(0, len(paragraph))) is None
