"""Drafts that are no reports, left out."""

from collections.abc import Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage
from stemma.attribute.words import words_in

__all__ = ["sift"]

FEWEST = 2
"""Words of a content at least; single words are what a broken span leaves."""


def sift(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts that somebody says in words."""
    return [draft for draft in drafts if _is_report(passage, draft)]


def _is_report(passage: Passage, draft: Draft) -> bool:
    told = [word for span in draft.contents for word in words_in(passage.text, span) if word.is_word]
    return draft.cue is not None and len(told) >= FEWEST
