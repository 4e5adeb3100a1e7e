"""Names of outlets."""

from dataclasses import replace

import pytest

from stemma.prose import is_own_outlet, key_of_outlet
from tests.resolve.speaking import document


@pytest.mark.parametrize("name", ["the Tarn Herald", "Tarn Herald newspaper", "The  Tarn Herald's"])
def test_the_spellings_of_an_outlet_have_one_key(name):
    assert key_of_outlet(name) == "tarn herald"


def test_an_outlet_is_known_as_its_document_s_own_by_name_or_address():
    report = replace(document("The dam held."), outlet="Tarn Herald")
    assert is_own_outlet("the Tarn Herald", report)
    assert not is_own_outlet("Orvane Herald", report)


@pytest.mark.parametrize(
    ("outlet", "name", "is_own"),
    [
        ("Tarn Post", "Tarn Post Media Group", True),
        ("The Times", "Times of Orvane", False),
        ("Wire", "Wired", False),
        ("Nation", "National Gazette", False),
    ],
)
def test_a_name_that_goes_on_behind_an_outlet_s_is_its_own_where_a_word_ends(outlet, name, is_own):
    assert is_own_outlet(name, replace(document("The dam held."), outlet=outlet)) == is_own
