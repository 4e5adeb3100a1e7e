"""Statements cut clean: no "that", no marks and no joint at the edges, no word and no noun phrase cut through."""

import re
from dataclasses import replace

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import phrase_after
from stemma.attribute.words import words_in
from stemma.lexicon import words_of
from stemma.model import Span
from stemma.prose import quotations

__all__ = ["trim_contents"]

_THAT = re.compile(r"(?:(?:then|earlier|later|also|today|yesterday|on \w+day)\s+)?that\s+", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:who|whose|which)\b", re.IGNORECASE)
_AS_SAYING = re.compile(r"\s+as (?:saying|telling \w+|having said)\W*\Z", re.IGNORECASE)
_JOINT = re.compile(r"\s(?:and|but|or)\Z", re.IGNORECASE)
# What is left of a word that was cut through: "third|-party", "#name|pic.example", not the next word behind a dash.
_REST = re.compile(r"(?:[-/][^\W\d_]|\w)[\w/-]*")
_OWNS = re.compile(r"[’']s\b")
PHRASE = 120
"""Characters behind a possessive in which what is possessed is named."""
_MARKS = {"“": "”", "‘": "’", '"': '"', "'": "'", "«": "»", "„": "“"}


def trim_contents(text: str, draft: Draft) -> Draft | None:
    """Return *draft* with clean contents, or None where nothing is left."""
    spans = [_trim(text, span, is_first=number == 0) for number, span in enumerate(draft.contents)]
    kept = tuple(
        span
        for number, span in enumerate(spans)
        if any(c.isalnum() for c in span.cut(text)) and not (number and _of_source(text, draft, span))
    )
    return replace(draft, contents=kept) if kept else None


def _of_source(text: str, draft: Draft, span: Span) -> bool:
    """Tell whether a piece only describes the speaker ("said Kim, who was there", "quoted Kim as saying")."""
    source = draft.source
    if source is not None and span.holds(source) and _AS_SAYING.search(text, source.end, span.end):
        return True
    follows = source is not None and not any(c.isalnum() for c in text[source.end : span.start])
    return follows and _RELATIVE.match(text, span.start, span.end) is not None


def _trim(text: str, span: Span, *, is_first: bool) -> Span:
    start, end = span.start, span.end
    while start < end and (text[start].isspace() or text[start] in ",;:.–—-)"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—-("):
        end -= 1
    found = _THAT.match(text, start, end) if is_first else None
    if found is not None:
        start = found.end()
    start, end = _without_marks(text, start, end)
    joint = _JOINT.search(text, start, end)
    end = _whole(text, end) if joint is None else joint.start()
    while end > start and text[end - 1] in ",. ":
        end -= 1
    return Span(start, end)


def _whole(text: str, end: int) -> int:
    """Return the end of the word that *end* cuts through, or of what is possessed ("the dam|'s log")."""
    owns = _OWNS.match(text, end)
    if owns is None:
        rest = _REST.match(text, end) if end and text[end - 1].isalnum() else None
        return end if rest is None else rest.end()
    words = words_in(text, Span(owns.end(), min(len(text), owns.end() + PHRASE)))
    further = next((at for at, word in enumerate(words) if word.low in words_of("prepositions")), len(words))
    owned = phrase_after(words[:further], 0)
    return end if owned is None else words[owned[1] - 1].span.end


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """Take off the marks around a quotation, and one of which only half is there."""
    if text[end - 1 : end] == "”" and "“" not in text[start:end]:
        end -= 1
    if end - start <= 1 or text[start] not in _MARKS:
        return start, end
    closer = _MARKS[text[start]]
    if closer not in text[start + 1 : end]:
        return start + 1, end
    is_whole = text.find(closer, start + 1, end) == end - 1 or quotations(text, Span(start, end)) == (Span(start, end),)
    return (start + 1, end - 1) if is_whole else (start, end)
