"""Words of a document that an analyst marks, as a judgement keeps them."""

import re
from itertools import pairwise

from stemma.case.judgements.wishing import Passage
from stemma.errors import JudgementError
from stemma.judge import anchor_words
from stemma.measure import draw_figure
from stemma.model import Attribution, Document, Span
from stemma.model.anchor import Anchor

__all__ = ["mark_passage"]

PLACE = re.compile(r"(\d{1,9}):(\d{1,9})")
SHOWN = 40
"""Characters of marked words that a message gives back."""


def mark_passage(document: Document, passage: Passage, before: Attribution | None = None) -> Anchor:
    """
    Return the attribution or the figure that *passage* marks in *document*.

    Source and cue that it leaves out are those of *before*, which stood there.

    Raises:
        JudgementError: The words do not stand there, or more than once, or a figure's hold no quantity.
    """
    if passage.figure:
        if passage.content or passage.source or passage.cue:
            raise JudgementError("mark the words of a figure, or those of an attribution, not both at once")
        span = _find(document, passage.figure)
        if draw_figure(document, span, ()) is None:
            raise JudgementError(
                f"no quantity is read in {_told(span, document)}; mark the words of one, as “40 boats”"
            )
        return anchor_words(document, figure=span)
    if not passage.content:
        raise JudgementError("mark what is said, or the words of a quantity (--figure)")
    source, cue = (_find(document, words) if words else None for words in (passage.source, passage.cue))
    content = tuple(sorted(_find(document, words) for words in passage.content))
    if any(left.meets(right) for left, right in pairwise(content)):
        raise JudgementError("two pieces of what is said overlap; mark each word once")
    if before is not None:
        source, cue = source or before.source_span, cue or before.cue_span
    return anchor_words(document, content, source, cue)


def _find(document: Document, words: str) -> Span:
    """Return where *words* stand, or the place that they are."""
    text = document.text
    place = PLACE.fullmatch(words.strip())
    if place:
        start, end = int(place[1]), int(place[2])
        if not 0 <= start < end <= len(text) or text[start:end].isspace():
            raise JudgementError(f"{words} is no stretch of a text of {len(text):,} characters")
        return Span(start, end).trim(text)
    count = text.count(words) if words.strip() else 0
    if count != 1:
        told = f"stand {count} times" if count else "do not stand"
        raise JudgementError(f"the words “{words[:SHOWN]}” {told} in {document.known_as}; give their place, as 120:155")
    at = text.index(words)
    return Span(at, at + len(words)).trim(text)


def _told(span: Span, document: Document) -> str:
    return f"“{span.cut(document.text)[:SHOWN]}”"
