"""Word lists: one entry a line, sorted, ``#`` begins a comment; a tab parts an entry from its value."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["WORDS_KEPT", "any_of", "one_of", "pairs_of", "words_of"]

WORDS_KEPT = 1 << 16
"""Words, names or pairs of them of which a stage keeps what it worked out: a batch meets ever new ones."""


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the entries of the list *name* (without ``.txt``), case-folded."""
    return frozenset(line.casefold() for line in _lines(name))


@cache
def any_of(name: str) -> str:
    """Return what matches any entry of the list *name* in a regular expression: the longest, its apostrophe ' or ’."""
    return one_of(words_of(name))


def one_of(entries: Iterable[str]) -> str:
    """
    Return what matches any of *entries* in a regular expression, as `any_of` does.

    They stand by their first letters: most places of a text are passed at a glance, two to three times as fast.
    """
    rests: dict[str, list[str]] = {}
    for entry in sorted(entries, key=lambda entry: (-len(entry), entry)):
        rests.setdefault(_either(entry[0]), []).append(_either(entry[1:]))
    branches = (f"{first}(?:{'|'.join(rest)})" for first, rest in sorted(rests.items()))
    return f"(?={'|'.join(sorted(rests))})(?:{'|'.join(branches)})"


def _either(text: str) -> str:
    return re.escape(text).replace("'", "['’]")


@cache
def pairs_of(name: str) -> Mapping[str, str]:
    """Return the list *name* as entry → value; entries are case-folded, values are as written."""
    rows = (line.split("\t", 1) for line in _lines(name))
    return MappingProxyType({row[0].strip().casefold(): row[1].strip() for row in rows if len(row) == 2})


def _lines(name: str) -> list[str]:
    text = (files("stemma.lexicon") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
