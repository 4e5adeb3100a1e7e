"""Characters that make a text look like another one, before a reader: put where they can be seen."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from stemma.model import Span
from stemma.tell.wording import joined

__all__ = ["Oddity", "oddities_in", "shown"]

STAND_IN = "▯"
"""What is shown for a character that has no shape of its own."""
_STEERING = "\u202a-\u202e\u2066-\u2069"
"""Embeddings, overrides and isolates: what follows them may be shown in another order than it is read in."""
_HIDDEN = "\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff\U000e0000-\U000e007f"
_STEERS = re.compile(f"[{_STEERING}]")
_HIDES = re.compile(rf"(?<=[^\W\d_])[{_HIDDEN}]+(?=[^\W\d_])")
"""Inside a word alone: between words they do no harm."""
_WORD = re.compile(r"[^\W\d_]+")
_BREAK = re.compile(r"\r(\n?)")
_CONTROLS = {code: chr(0x2400 + code) for code in range(32) if chr(code) not in "\t\n\r\f\v"} | {0x7F: "␡"}
_SHOWN = {
    **_CONTROLS,
    **dict.fromkeys((0x0B, 0x0C), " "),
    **dict.fromkeys(range(0x80, 0xA0), STAND_IN),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), STAND_IN),
}
ALPHABETS = ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC")
"""Those of which letters look like letters of another one, as their names in Unicode begin."""


@dataclass(frozen=True, slots=True)
class Oddity:
    """Characters that a reader would take for others, or not see."""

    span: Span
    words: str
    """What they are, for a reader."""


def shown(text: str) -> str:
    """
    Return *text* with nothing in it that steers how it is shown.

    Each character stands for the one at its place, so that offsets stay right; a page would drop or join some.
    """
    return _BREAK.sub(lambda found: " \n" if found[1] else "\n", text).translate(_SHOWN)


def oddities_in(text: str) -> tuple[Oddity, ...]:
    """Return what in *text* looks like something else, in order."""
    if text.isascii():
        return ()
    return tuple(sorted(_oddities(text), key=lambda oddity: oddity.span))


def _oddities(text: str) -> Iterator[Oddity]:
    for found in _STEERS.finditer(text):
        yield Oddity(Span(*found.span()), f"a character that turns the direction of what follows ({_named(found[0])})")
    for found in _HIDES.finditer(text):
        yield Oddity(Span(*found.span()), f"a character inside a word that is not seen ({_named(found[0])})")
    for found in _WORD.finditer(text):
        if not found[0].isascii() and len(mixed := _alphabets(found[0])) > 1:
            yield Oddity(Span(*found.span()), f"one word in letters of {len(mixed)} alphabets: {joined(mixed)}")


def _alphabets(word: str) -> list[str]:
    heads = {unicodedata.name(letter, "").partition(" ")[0] for letter in word}
    return [head.capitalize() for head in ALPHABETS if head in heads]


def _named(characters: str) -> str:
    return joined([f"U+{ord(c):04X} {unicodedata.name(c, 'without a name').lower()}" for c in characters[:3]])
