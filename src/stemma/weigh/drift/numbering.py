"""The words of a statement, and whether its numbers can be those of another."""

import re
from functools import lru_cache

from stemma.lexicon import pairs_of
from stemma.prose import word_keys

__all__ = ["keys_of", "may_be_one"]

REMEMBERED = 1 << 12
"""Texts whose words are kept: a line is held against much that is said."""
# The hour of a day is no count.
_NUMBER = re.compile(r"(?<![\d:])\d+(?:[.,]\d+)*+\b(?!:\d| ?[ap]\.?m)")


def may_be_one(left: str, right: str) -> bool:
    """Tell whether the numbers of two statements, in digits or in words, can be those of one."""
    mine, theirs = _numbers(left), _numbers(right)
    return not (mine and theirs) or bool(mine & theirs)


@lru_cache(maxsize=REMEMBERED)
def keys_of(text: str) -> tuple[str, ...]:
    """Return the words of *text* in one form each, in order."""
    return word_keys(text)


@lru_cache(maxsize=REMEMBERED)
def _numbers(text: str) -> frozenset[str]:
    """Return the numbers of *text*; "one" is more often an article than a count."""
    spelt = {number for key in keys_of(text) if (number := _spelt(key))} - {"1"}
    return frozenset(number.replace(",", "") for number in _NUMBER.findall(text)) | spelt


def _spelt(word: str) -> str | None:
    """Return the digits of a number in words below a hundred: "forty-two"."""
    parts = [pairs_of("cardinals").get(part) for part in word.split("-")]
    return str(sum(int(part) for part in parts if part)) if all(parts) else None
