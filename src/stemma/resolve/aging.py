"""Whom "the 46-year-old" means: the one of whom the text has told that age."""

import re

from stemma.resolve.entities import Cast, Entity
from stemma.resolve.phrase import Phrase

__all__ = ["find_aged"]


def find_aged(cast: Cast, phrase: Phrase, text: str) -> Entity | None:
    """Return the only one in *text* who is as old as *phrase* says; None where it says no age, or two are."""
    age = next((word for word in sorted(phrase.qualifiers) if word.isdigit()), None)
    if age is None or not phrase.is_definite or phrase.is_plural or "year-old" not in {phrase.head, *phrase.qualifiers}:
        return None
    found = [e for e in cast if e.is_person and any(_is_aged(name, age, text) for name in e.names)]
    return found[0] if len(found) == 1 else None


def _is_aged(name: str, age: str, text: str) -> bool:
    after = rf"{re.escape(name)},?\s+\(?(?:aged\s+)?{age}\b"
    return re.search(rf"{after}|\b{age}-year-old\s+(?:[\w-]+\s+){{0,4}}{re.escape(name)}", text) is not None
