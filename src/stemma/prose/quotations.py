"""Stretches between quotation marks."""

import re

from stemma.model import Span

__all__ = ["OPENERS", "quotations"]

OPENERS = '“„«"‘'
_PAIRS = {"“": "”“", "„": "“”", "«": "»", '"': '"', "‘": "’"}
_BLANK_LINE = re.compile(r"\n\s*\n")


def quotations(text: str, span: Span) -> tuple[Span, ...]:
    """
    Return the quotations inside *span* with their marks, outermost only.

    A quotation that is not closed before its paragraph ends is taken to run to the paragraph's
    end: papers open each paragraph of a long quotation anew and close the last alone.
    A straight mark after which another one opens before one closes is left alone. An apostrophe
    opens nothing.
    """
    found: list[Span] = []
    at = span.start
    while at < span.end:
        if text[at] in _PAIRS and _opens(text, at):
            end = _close(text, at, span)
            if end is not None:
                found.append(Span(at, end))
                at = end
                continue
        at += 1
    return tuple(found)


def _opens(text: str, at: int) -> bool:
    before = text[at - 1] if at else " "
    after = text[at + 1] if at + 1 < len(text) else " "
    return not before.isalnum() and not after.isspace()


def _close(text: str, at: int, span: Span) -> int | None:
    closers = _PAIRS[text[at]]
    paragraph = _BLANK_LINE.search(text, at, span.end)
    end = paragraph.start() if paragraph else span.end
    for i in range(at + 1, end):
        if text[i] == '"' == text[at] and text[i - 1].isspace() and _opens(text, i):
            return None  # the next quotation opens: this mark was never closed
        if text[i] in closers and not (text[i] == "’" and i + 1 < len(text) and text[i + 1].isalpha()):
            return i + 1
    return end if text[at] in "“„«" or (text[at] == '"' and at == span.start) else None
