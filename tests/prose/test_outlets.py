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
