from dataclasses import replace
from datetime import date

import pytest

from stemma.model import Bound, Evidence, Interval, LinkKind, Stance
from stemma.tell.days import days
from stemma.tell.wording import (
    DRIFT,
    EVIDENCE,
    HINTS,
    LINKS,
    SIGNS,
    STANCES,
    amount,
    joined,
    number,
    plain_kind,
    several,
)
from tests.factories import make_document, make_figure

DOCUMENT = make_document("d", "Title\nthey said some words\n")


def interval(first: tuple[int, int, int], last: tuple[int, int, int]) -> Interval:
    return Interval(date(*first), date(*last))


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, ""),
        (interval((2031, 3, 3), (2031, 3, 3)), "3 Mar 2031"),
        (interval((2031, 3, 3), (2031, 3, 6)), "3–6 Mar 2031"),
        (interval((2031, 3, 30), (2031, 4, 2)), "30 Mar – 2 Apr 2031"),
        (interval((2030, 12, 30), (2031, 1, 2)), "30 Dec 2030 – 2 Jan 2031"),
        (interval((2031, 2, 1), (2031, 2, 28)), "Feb 2031"),
        (interval((2031, 1, 1), (2031, 4, 30)), "Jan – Apr 2031"),
        (interval((2030, 12, 1), (2031, 1, 31)), "Dec 2030 – Jan 2031"),
        (interval((2031, 1, 1), (2031, 12, 31)), "2031"),
        (interval((2031, 1, 1), (2100, 1, 1)), "since 1 Jan 2031"),
    ],
)
def test_an_interval_is_written_as_short_as_it_can_be(when: Interval | None, words: str):
    assert days(when) == words


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "30"),
        ({"bound": Bound.AT_LEAST}, "≥ 30"),
        ({"bound": Bound.MORE_THAN}, "> 30"),
        ({"bound": Bound.AT_MOST}, "≤ 30"),
        ({"bound": Bound.LESS_THAN}, "< 30"),
        ({"bound": Bound.ABOUT}, "≈ 30"),
        ({"bound": Bound.RANGE, "high": 40.0}, "30–40"),
        ({"bound": Bound.AT_LEAST, "high": None}, "≥ 30"),
        ({"bound": Bound.AT_MOST, "low": None}, "≤ 30"),
        ({"low": None, "high": None}, "some"),
        ({"unit": "%"}, "30%"),
        ({"unit": "km"}, "30 km"),
        ({"unit": "month"}, "30 months"),
        ({"unit": "person"}, "30"),
        ({"unit": "foot"}, "30 feet"),
        ({"unit": "percentage point"}, "30 percentage points"),
        ({"unit": "mph"}, "30 mph"),
        ({"unit": "magnitude", "low": 6.4, "high": 6.4}, "6.4 magnitude"),
        ({"unit": "foot", "low": 1, "high": 1}, "1 foot"),
        ({"per": "day", "bound": Bound.ABOUT}, "≈ 30 per day"),
    ],
)
def test_a_bound_is_a_sign(fields: dict[str, object], words: str):
    assert amount(replace(make_figure(DOCUMENT, "f", "some", 30), **fields)) == words


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (1250.0, "1,250"),
        (2.5, "2.5"),
        (3_200_000.0, "3.2 million"),
        (1_234_567.0, "1,234,567"),
        (121e9, "121 billion"),
        (1.5e12, "1.5 trillion"),
        (1_234e6, "1,234 million"),
    ],
)
def test_numbers_are_written_with_their_thousands_apart(value: float, words: str):
    assert number(value) == words


def test_counts_agree_with_their_nouns():
    assert several(1, "outlet") == "1 outlet"
    assert several(3, "outlet") == "3 outlets"
    assert joined(["a", "b", "c"]) == "a, b and c"
    assert joined([]) == ""


def test_every_word_of_the_model_has_words_for_the_reader():
    assert set(STANCES) == set(SIGNS) == set(Stance)
    assert set(EVIDENCE) == set(HINTS) == set(Evidence)
    assert set(LINKS) == set(LinkKind)


def test_a_kind_that_is_new_is_still_told():
    assert plain_kind(DRIFT, "tense_hardened") == "Tense hardened"
