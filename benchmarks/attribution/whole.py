"""Whole attributions: what one is, and when a found one is a true one."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.attribution.words import Words
from stemma.attribute.speakers import trim_source
from stemma.model import Span
from training.tagger.corpus import Relation

__all__ = ["RULES", "Rule", "Whole", "pair"]

THAT = re.compile(r"\W*\bthat\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Whole:
    """Source, cue and content as numbers of words; an empty set where there is none."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]

    @classmethod
    def as_marked(cls, words: Words, one: Relation) -> Whole:
        """Take all words and punctuation marks that *one* covers."""
        return cls(words.cover(one.sources), words.cover(one.cues), words.cover(one.contents))

    @classmethod
    def trimmed(cls, words: Words, text: str, one: Relation) -> Whole:
        """
        Leave out what readers of quotes keep or drop by custom and not by error.

        Punctuation, the "that" before a content, and of a source all but the name: its apposition and the relative
        clause about it. Both sides of a comparison are trimmed, whoever made them.
        """
        sources = [trim_source(text, span) for span in one.sources]
        leading = THAT.match(text, one.contents[0].start, one.contents[0].end)
        first = Span(leading.end(), one.contents[0].end) if leading else one.contents[0]
        parts = sources, one.cues, (first, *one.contents[1:])
        return cls(*((words.cover(part) - words.marks) or words.cover(part) for part in parts))


Rule = Callable[[Whole, Whole], bool]


def _is_half(one: frozenset[int], other: frozenset[int]) -> bool:
    """Tell whether the two share half of the longer; where one is empty the other must be."""
    return 2 * len(one & other) >= max(len(one), len(other))


RULES: dict[str, Rule] = {
    "content": lambda one, other: _is_half(one.content, other.content),
    "source": lambda one, other: _is_half(one.content, other.content) and _is_half(one.source, other.source),
    "whole": lambda one, other: (
        _is_half(one.content, other.content) and _is_half(one.source, other.source) and _is_half(one.cue, other.cue)
    ),
    "exact": lambda one, other: one == other,
}
"""When a found attribution counts as a true one, from the mildest to the strictest."""


def pair(found: Sequence[Whole], true: Sequence[Whole], rule: Rule) -> list[tuple[int, int]]:
    """
    Return which found attribution is which true one, by place in the lists, each used once.

    Pairs are taken by how many words of content they share. The true ones of a text share no word, so that a found
    one can hold half of two of them only when they are equally long, and no better choice is lost.
    """
    offers = [
        (-len(one.content & other.content), i, k)
        for i, one in enumerate(found)
        for k, other in enumerate(true)
        if not one.content.isdisjoint(other.content) and rule(one, other)
    ]
    taken: list[tuple[int, int]] = []
    used_found: set[int] = set()
    used_true: set[int] = set()
    for _, i, k in sorted(offers):
        if i not in used_found and k not in used_true:
            used_found.add(i)
            used_true.add(k)
            taken.append((i, k))
    return taken
