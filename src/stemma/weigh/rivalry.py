"""Whether two different numbers can be two answers to one question at all."""

import re
from functools import lru_cache

from stemma.lexicon import pairs_of, words_of
from stemma.weigh.quantities import Quantity

__all__ = ["can_rival", "is_given", "is_zero", "why_beside"]

BEFORE, AFTER = 12, 12
SHARED_BEFORE = 130
LEFT_REACH = 30
"""Characters behind a figure in which "still" stands with its verb."""
# Letters that hold "passenger" and "passengers" together.
STEM = 6
REMEMBERED = 1 << 14
"""Figures whose words are kept: each is held against all of its noun."""
SHORTEST = 4
_WORD = re.compile(r"[^\W\d_]+")
# "Nine were still missing": what is left of an earlier number, and so another one.
_LEFT = re.compile(
    r"^\s*(?:(?:is|are|was|were|be|been|being|has|have|had)\s+)*(?:still|remain(?:s|ed|ing)?)\b", re.IGNORECASE
)
# "Five of the dead", "of whom four": a part, and another report's part is another one.
_OF_THEM = re.compile(r"\s*(?:[a-z]+\s+)?of\s+(?:the|these|those|them|their|whom|which)\b", re.IGNORECASE)
_OF_WHICH = re.compile(r"\bof\s+(?:them|whom|which)\W*$", re.IGNORECASE)
# "20 of those injured were taken to Harrow hospital and 31 to another": both are parts.
_TO_ONE_PLACE = re.compile(r"\s+(?:to|at|in) (?:the )?[A-Z]")
_SHARED_OUT = re.compile(r"\bof (?:the|these|those|them|whom)\b.{0,110}\b(?:and|while)\s+$")


def can_rival(a: Quantity, b: Quantity) -> bool:
    """
    Tell whether *a* and *b*, which differ, may be two numbers for one thing.

    Parts, additions, what is still left of an earlier number, and numbers of another kind of people or things are
    not. Prices and rates that outlets give in their own voice change by the hour and from one offer to the next:
    only what two speakers say is held together.
    """
    if any(q.is_increment or _is_part(q) for q in (a, b)) or _is_left(a) != _is_left(b):
        return False
    if is_zero(a) or is_zero(b):
        return True
    return _kind(a.figure.text) == _kind(b.figure.text) and (not _is_price(a) or (is_given(a) and is_given(b)))


def why_beside(quantity: Quantity) -> str:
    """Return how it stands to another of its noun, which is put in for "{}"; nothing where it may stand alone."""
    if quantity.is_increment:
        return "on top of {}"
    if _is_left(quantity):
        return "what is left of {}"
    return "a part, told beside {}" if _is_part(quantity) else ""


def is_given(quantity: Quantity) -> bool:
    """Tell whether somebody whom the text names gives it, not the outlet itself."""
    return " in " in quantity.speaker


def is_zero(quantity: Quantity) -> bool:
    """Tell whether there is none of it."""
    return quantity.value == (0.0, 0.0)


def _is_part(quantity: Quantity) -> bool:
    is_elided = bool(_TO_ONE_PLACE.match(quantity.after(AFTER)) and _SHARED_OUT.search(quantity.before(SHARED_BEFORE)))
    return is_elided or bool(_OF_THEM.match(quantity.after(AFTER)) or _OF_WHICH.search(quantity.before(BEFORE)))


def _is_left(quantity: Quantity) -> bool:
    return bool(_LEFT.match(quantity.after(LEFT_REACH)))


def _is_price(quantity: Quantity) -> bool:
    unit = quantity.figure.unit or ""
    return unit == "%" or unit in pairs_of("currencies").values()


@lru_cache(maxsize=REMEMBERED)
def _kind(text: str) -> frozenset[str]:
    """Return what the words of a figure say of those it counts, beyond that they are people."""
    found = (word.casefold() for word in _WORD.findall(text))
    empty = words_of("any_people") | words_of("empty_words") | words_of("phrase_ends")
    numbers = (*pairs_of("cardinals"), *pairs_of("number_scales"))
    return frozenset(w[:STEM] for w in found if len(w) >= SHORTEST and w not in empty and w not in numbers)
