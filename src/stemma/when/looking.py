"""Whether the words around a time look ahead of the text or back."""

import re
from functools import cache

from stemma.lexicon import any_of, one_of, words_of
from stemma.model import Span
from stemma.when.values import Look

__all__ = ["look_of"]

# Words that make what follows lie ahead, looked for in the clause before the time.
_AHEAD_WORDS = (
    r"will|shall|won[’']t|going\s+to|(?:is|are|was|were|be)\s+(?:due|set|scheduled|expected|slated|supposed|to)\b"
    r"|set\s+to|to\s+be|plans?\s+(?:to|for)\b|plans\s+(?:on|an?)\b|would(?!\s+have\b)|effective|payable|due(?!\s+to\b)|scheduled"
    r"|slated|planned|planning|upcoming|ahead\s+of|until|no\s+later\s+than|as\s+(?:early|soon)\s+as|running\s+for"
)
# The present tense beside a time speaks of what is arranged: "opens Friday", "when it is heard in May".
_FUTURATE = re.compile(
    r"\b(?:(?:opens?|begins?|starts?|ends?|expires?|resumes?|kicks?\s+off|takes?\s+(?:effect|place|office)"
    r"|(?:comes?|goes)\s+into\s+(?:effect|force))"
    r"|(?:is|are)\s+(?!believed|known|based|located|dated)[a-z]+(?:ed|ld|rd|wn|en))\s+(?:on\s+|in\s+|at\s+)?$"
)
_ADJOINING = re.compile(r"\s+(?:on\s+)?")
# "Had been due to end on Friday": what was ahead then is behind.
_WAS_AHEAD = re.compile(r"\bhad\s+(?:[a-z]+ly\s+)?been\s+$")
_NOT = re.compile(r"\b(?:not|never|no|nor|neither)\b|n[’']t\b", re.IGNORECASE)
# A stop ends a clause, but not that of an initial ("P. Davison"), of a title or of "9 a.m."
_BREAK = re.compile(r"[,;:!?—–]\s|(?<!\b[A-Za-z])\.\s|[“”\"]")
_STOP = re.compile(r"[;:!?—–]\s|(?<!\b[A-Za-z])\.\s|[“”\"]")
_OPENING = re.compile(
    r"\s*(?:(?:and|but|then|also|later|so|yet)\s+)*(?:(?:on|in|by|until|from|during|at|for|early|late)\s+)*(?:the\s+)?",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Capt|St|Jr|Sr|Prof|Rev|No|Inc|Corp|Co|Ltd)$")
_CLAUSE = 80  # characters; a clause of news prose is seldom longer
# Words with the ending of a past that are none, and pasts that are the present as well.
_NOT_PASTS = "need|indeed|hundred|proceed|exceed|succeed|speed|feed|breed|bleed|seed|shed|sacred|unprecedented|united"
_ALSO_PRESENT = frozenset(
    ("beat", "bid", "burst", "cost", "cut", "hit", "hurt", "let", "overcome", "put", "quit", "read", "rid", "set",
     "shut", "split", "spread")
)  # fmt: skip
# Before a participle these words show that it stands for no past ("will be killed", "the injured").
_NO_SUBJECT = "".join(
    rf"(?<!\b{word}\s)" for word in ("be", "is", "are", "and", "or", "the", "an", "a", "to", "of", "for", "with")
)


@cache
def _ahead() -> re.Pattern[str]:
    intending = any_of("intending_verbs")
    return re.compile(rf"\b(?:(?:{intending})\s+to|{_AHEAD_WORDS})\b", re.IGNORECASE)


@cache
def _pasts() -> re.Pattern[str]:
    irregular = one_of(words_of("irregular_pasts") - _ALSO_PRESENT)
    return re.compile(rf"\b(?:was|were|had|did|{_NO_SUBJECT}(?:{irregular}|(?!(?:{_NOT_PASTS})\b)[a-z]{{2,}}ed))\b")


def look_of(text: str, whole: Span, span: Span) -> Look:
    """
    Return where the last word of tense before the time *span* points, within its clause of *whole*.

    Where the time opens its clause ("On Tuesday, the league plans to …") the first such word after it tells.
    """
    start = _clause_start(text, max(whole.start, span.start - _CLAUSE), span.start)
    clause = text[start : span.start]
    if _OPENING.fullmatch(clause):
        return _look_behind(text, whole, span)
    ahead = _aheads(clause)
    pasts = list(_pasts().finditer(clause, ahead[-1].end() if ahead else 0))
    if pasts:
        return Look.DONE if _ADJOINING.fullmatch(clause, pasts[-1].end()) else Look.BACK
    if _FUTURATE.search(clause):
        return Look.AHEAD
    if not ahead:
        return Look.OPEN
    is_until = len(ahead) == 1 and ahead[0][0].casefold() == "until"
    return Look.BACK if is_until and _NOT.search(clause, 0, ahead[0].start()) else Look.AHEAD


def _look_behind(text: str, whole: Span, span: Span) -> Look:
    end = min(whole.end, span.end + _CLAUSE)
    stop = _STOP.search(text, span.end, end)
    clause = text[span.end : stop.start() if stop else end]
    past, ahead = _pasts().search(clause), _aheads(clause)
    return Look.AHEAD if ahead and not (past and past.start() <= ahead[0].start()) else Look.BACK


def _aheads(clause: str) -> list[re.Match[str]]:
    return [m for m in _ahead().finditer(clause) if not _WAS_AHEAD.search(clause, 0, m.start())]


def _clause_start(text: str, start: int, end: int) -> int:
    breaks = [m for m in _BREAK.finditer(text, start, end) if not _TITLE.search(text, start, m.start())]
    return breaks[-1].end() if breaks else start
