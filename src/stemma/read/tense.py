"""Whether what stands beside a time has happened."""

import re
from functools import cache

from stemma.lexicon import one_of, words_of
from stemma.model import Span
from stemma.when import TimeExpression

__all__ = ["has_happened"]

CLAUSE = 120
"""Characters of a clause before a time in which its verb stands, and a quarter of it behind."""

_COMING = re.compile(
    r"\b(?:will|would|due|scheduled|slated|expected|planned|supposed|set|hoped|wanted)\b|\bto\s+[a-z]+\b"
)
_BREAK = re.compile(r"[,;:.!?—–]\s|[“”\"]")


@cache
def _happened() -> re.Pattern[str]:
    pasts = one_of(word for word in words_of("irregular_pasts") if not _COMING.fullmatch(word))
    return re.compile(rf"\b(?:was|were|had|did|died|{pasts}|(?:has|have)\s+\w+ed|\w{{2,}}ed)\b")


def has_happened(text: str, block: Span, expression: TimeExpression) -> bool:
    """Tell whether a verb of the past governs the time, with nothing between them that looks ahead."""
    if expression.is_future:
        return False
    start, end = max(block.start, expression.span.start - CLAUSE), min(block.end, expression.span.end + CLAUSE // 4)
    start = max((m.end() for m in _BREAK.finditer(text, start, expression.span.start)), default=start)
    behind = _BREAK.search(text, expression.span.end, end)
    verbs = [m.end() for m in _happened().finditer(text, start, expression.span.start)]
    if verbs:
        return not _COMING.search(text, verbs[-1], expression.span.start)
    coming = _COMING.search(text, start, expression.span.start)
    return not coming and bool(_happened().search(text, expression.span.end, behind.start() if behind else end))
