"""Whether two different numbers can be two answers to one question at all."""

import re
from functools import lru_cache

from stemma.lexicon import pairs_of, words_of
from stemma.weigh.counts.asides import Aside
from stemma.weigh.counts.quantities import Quantity

__all__ = ["are_one_and_rest", "can_rival", "is_given", "is_rest_of", "is_zero", "kind_of"]

# Letters that hold "passenger" and "passengers" together.
STEM = 6
REMEMBERED = 1 << 14
"""Figures whose words are kept: each is held against all of its noun."""
SHORTEST = 3
_WORD = re.compile(r"[^\W\d_]+")
_NUMBERS = ("cardinals", "number_scales", "units", "vague_numbers")


def can_rival(a: Quantity, b: Quantity, *, over_time: bool = False, is_kind_told: bool = True) -> bool:
    """
    Tell whether *a* and *b*, which differ, may be two numbers for one thing.

    Parts, additions, what is still left of an earlier number, and numbers of another kind of people or things are
    not. Prices and rates that outlets give in their own voice change by the hour and from one offer to the next:
    only what two speakers say is held together.

    Args:
        is_kind_told: The words of both say of what kind those are that they count.
        over_time: What is left of an earlier number is the newer number of one state.
    """
    if (a.aside is not b.aside or a.aside in (Aside.TOP, Aside.PART)) and not (over_time and are_one_and_rest(a, b)):
        return False
    if is_zero(a) or is_zero(b):
        return True
    is_one_kind = not is_kind_told or kind_of(a.figure.text) == kind_of(b.figure.text)
    return is_one_kind and (not _is_price(a) or (is_given(a) and is_given(b)))


def are_one_and_rest(a: Quantity, b: Quantity) -> bool:
    """Tell whether one is what is left of the other, of people in one state: "12 are missing", "nine still are"."""
    is_one_left = {a.aside, b.aside} == {None, Aside.LEFT}
    return is_one_left and a.thing == b.thing and a.thing in words_of("people_states")


def is_rest_of(newer: Quantity, older: Quantity) -> bool:
    """Tell whether *newer*, of one line with *older*, is what is left of it: of "12 people" nine are still missing."""
    return newer.aside is Aside.LEFT and older.aside is None and newer.thing in words_of("people_states")


def is_given(quantity: Quantity) -> bool:
    """Tell whether somebody whom the text names gives it, not the outlet itself."""
    return " in " in quantity.speaker


def is_zero(quantity: Quantity) -> bool:
    """Tell whether there is none of it."""
    return quantity.value == (0.0, 0.0)


def _is_price(quantity: Quantity) -> bool:
    unit = quantity.figure.unit or ""
    return unit == "%" or unit in pairs_of("currencies").values()


@lru_cache(maxsize=REMEMBERED)
def kind_of(text: str) -> frozenset[str]:
    """Return what the words of a figure say of those it counts, beyond that they are people, or feet."""
    found = (word.casefold() for word in _WORD.findall(text))
    empty = words_of("any_people") | words_of("empty_words") | words_of("phrase_ends")
    bounds = {word for phrase in pairs_of("bounds_before") for word in phrase.split()}
    numbers = bounds.union(*(pairs_of(name) for name in _NUMBERS))
    return frozenset(w[:STEM] for w in found if len(w) >= SHORTEST and w not in empty and w not in numbers)
