"""Word lists: one entry a line, sorted, ``#`` begins a comment; a tab parts an entry from its value."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from types import MappingProxyType

__all__ = ["any_of", "pairs_of", "words_of"]


@cache
def words_of(name: str) -> frozenset[str]:
    """Return the entries of the list *name* (without ``.txt``), case-folded."""
    return frozenset(line.casefold() for line in _lines(name))


@cache
def any_of(name: str) -> str:
    """Return what matches any entry of the list *name* in a regular expression: the longest, its apostrophe ' or ’."""
    entries = sorted(words_of(name), key=lambda entry: (-len(entry), entry))
    return "|".join(re.escape(entry).replace("'", "['’]") for entry in entries)


@cache
def pairs_of(name: str) -> Mapping[str, str]:
    """Return the list *name* as entry → value; entries are case-folded, values are as written."""
    rows = (line.split("\t", 1) for line in _lines(name))
    return MappingProxyType({row[0].strip().casefold(): row[1].strip() for row in rows if len(row) == 2})


def _lines(name: str) -> list[str]:
    text = (files("stemma.lexicon") / "data" / f"{name}.txt").read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]
