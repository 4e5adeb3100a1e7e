"""Figures that answer no question on their own: a part of another, what comes on top of it, what is left of it."""

import re
from enum import StrEnum

__all__ = ["AFTER", "BEFORE", "Aside", "read_aside"]

BEFORE, AFTER = 130, 30
"""Characters around a figure that are looked at."""
_NEXT, _LAST = 12, 12
_INCREMENT = re.compile(
    r"\b(?:additional|another|further|(?<!or )more|others?|extra|remaining)\b(?![\s-]+than)", re.IGNORECASE
)
# "Two more were killed"
_MORE = re.compile(r"^\s+(?:more|others)\b(?!\s+than)", re.IGNORECASE)
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


class Aside(StrEnum):
    """How a figure stands to another of its noun, which is put in for ``{}``."""

    TOP = "on top of {}"
    PART = "a part, told beside {}"
    LEFT = "what is left of {}"


def read_aside(figure: str, before: str, after: str) -> Aside | None:
    """Return what the words of a *figure*, and those *before* and *after* it in its sentence, make of it."""
    if _INCREMENT.search(figure) or _MORE.match(after):
        return Aside.TOP
    is_elided = bool(_TO_ONE_PLACE.match(after[:_NEXT]) and _SHARED_OUT.search(before))
    if is_elided or _OF_THEM.match(after[:_NEXT]) or _OF_WHICH.search(before[-_LAST:]):
        return Aside.PART
    return Aside.LEFT if _LEFT.match(after) else None
