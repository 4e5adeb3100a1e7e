"""Other stories on the page of this one."""

import re

from stemma.prose import sentences
from stemma.read.lines import Line

__all__ = ["is_standfirst_of", "stems_of"]

STANDFIRST_WORDS = 50
"""Longer paragraphs are no standfirst."""
STEM = 5
"""Letters that make two words the same here: "fears" and "feared", "Russia" and "Russian"."""
SHARED = 2
"""Stems that a standfirst shares with its headline."""

_WORD = re.compile(r"[^\W\d_]{4,}")
# A paragraph that begins so goes on with what stands above it.
_GOES_ON = re.compile(r"^(?:He|She|They|It|But|And|However|Meanwhile|Also|That|This|These|Those)\b|^[“\"‘']")


def is_standfirst_of(line: Line, headline: Line) -> bool:
    """Tell whether *line* is the one sentence below the *headline* of another story."""
    if line.words > STANDFIRST_WORDS or len(sentences(line.sample)) > 1 or _GOES_ON.match(line.sample):
        return False
    return len(stems_of(line) & stems_of(headline)) >= SHARED


def stems_of(line: Line) -> set[str]:
    """Return the heads of the longer words of *line*."""
    return {word.casefold()[:STEM] for word in _WORD.findall(line.sample)}
