"""How much of a statement stands in quotation marks."""

from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage
from stemma.model import Quote, overlap

__all__ = ["quote_of"]

WHOLE = 0.9
"""Share of the letters in quotation marks from which on the words are the speaker's own."""


def quote_of(passage: Passage, draft: Draft) -> Quote:
    """
    Return whether *draft* is direct, indirect or mixed.

    Where the cue is a mark and no word ("“A” — Lind", "Lind: A"), they are the speaker's own.
    """
    if draft.cue is not None and not any(c.isalnum() for c in draft.cue.cut(passage.text)):
        return Quote.DIRECT
    held = sorted({number for content in draft.contents for number in passage.indices_meeting(content)})
    quotes = tuple(quote for number in held for quote in passage.units[number].quotes)
    length = sum(map(len, draft.contents))
    share = overlap(draft.contents, quotes) / length if length else 0.0
    if share >= WHOLE:
        return Quote.DIRECT
    return Quote.MIXED if share > 0 else Quote.INDIRECT
