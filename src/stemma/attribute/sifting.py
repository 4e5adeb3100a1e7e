"""Drafts that are no reports, left out."""

from collections.abc import Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage
from stemma.attribute.words import words_in

__all__ = ["sift"]

FEWEST = 2
"""Words of a content at least; single words are what a broken span leaves."""


def sift(passage: Passage, drafts: Sequence[Draft]) -> list[Draft]:
    """
    Return the drafts that somebody says in words.

    Speech that is not quoted stands in the sentence of its reporting verb; only a quotation
    runs on into the next (PolNeAR dev: precision .745 → .769 for .007 of recall).
    """
    return [draft for draft in drafts if _has_words(passage, draft) and _is_governed(passage, draft)]


def _has_words(passage: Passage, draft: Draft) -> bool:
    if draft.stance is not None:  # a shape vouches for it: "no reports of casualties"
        return True
    told = [word for span in draft.contents for word in words_in(passage.text, span) if word.is_word]
    return len(told) >= FEWEST


def _is_governed(passage: Passage, draft: Draft) -> bool:
    if draft.cue is None or draft.cue.cut(passage.text).casefold().startswith("referring to"):
        return False  # "…, referring to A" explains what was said before
    unit = passage.unit_at(draft.start)
    if unit is None or passage.unit_at(draft.cue.start) is unit:
        return True
    return any(quote.meets(span) for quote in unit.quotes for span in draft.contents)
