"""People who are called by their age."""

import pytest

from tests.resolve.speaking import check_apart, check_sources


@pytest.mark.parametrize("told", ["Olav Brandt, 46,", "Olav Brandt (46)", "The 46-year-old carpenter Olav Brandt"])
def test_who_is_called_by_an_age_is_the_one_of_that_age(told: str):
    text = f"{told} was late, and Tom Lind, 30, was not. [The 46-year-old] said so."
    check_sources(text, {"Olav Brandt": ["The 46-year-old"]})


def test_an_age_that_nobody_has_means_somebody_else():
    text = "[Olav Brandt], 46, was late. [The 19-year-old] said so."
    check_apart(text, "Olav Brandt", "The 19-year-old")


def test_of_two_of_one_age_neither_is_meant():
    text = "[Olav Brandt], 46, met [Tom Lind], 46. [The 46-year-old] said so."
    check_apart(text, "Olav Brandt", "Tom Lind", "The 46-year-old")
