"""Words that say that someone has not spoken: who it was, and on what."""

import re
from dataclasses import dataclass

__all__ = ["Silence", "find_silence"]

_ADVERB = r"(?:\w+ly |still |yet |so far |ever |even )*"
_SPEAK = (
    r"(?:acknowledg|recogni[sz]|disclos|comment|respond|repl|confirm|admit|address|mention|react|answer|"
    r"conced|discuss|elaborat|speak|spoken|spoke|statement|explain|report)\w*"
)
_QUIET = r"(?:silent|quiet|mum|tight-lipped|silence|mute)"
# Who stands before the words, what they are silent on behind them.
_BEFORE = re.compile(
    rf"^(?P<who>.{{2,160}}?)\s+(?:"
    rf"(?:has|have|had|did|does|do)(?:n['’]t| (?:{_ADVERB})not| never) {_ADVERB}{_SPEAK}"
    rf"|(?:has|have|had) yet to {_ADVERB}{_SPEAK}"
    rf"|(?:remain|stay|keep|kept|fall|fell|is|are|was|were|has been|have been)\w* {_ADVERB}{_QUIET}"
    rf"|(?:declin|refus)\w+ {_ADVERB}to {_ADVERB}(?:be drawn|{_SPEAK}|say|give|provide)"
    rf"|(?:could not|couldn['’]t|can ?not) {_ADVERB}be {_ADVERB}(?:reached|contacted)"
    rf"|(?:was|were|is|are)(?: not|n['’]t) {_ADVERB}available"
    rf"|(?:made|offered|gave|had|has|have|issued) no {_ADVERB}(?:comment|response|reply|statement|reaction|explanation)"
    rf")\b(?P<what>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NEITHER = re.compile(
    rf"\bneither (?P<who>.{{2,120}}?) (?:has|have|had|did|does|do|would) {_ADVERB}{_SPEAK}\b(?P<what>.*)$",
    re.IGNORECASE | re.DOTALL,
)
_NO_WORD = re.compile(
    r"\b(?:no|without) (?:\w+ )?(?:comment|response|reply|reaction|word|statement|answer)s?(?: \w+){0,3}? (?:from|by) "
    r"(?P<who>.+?)(?P<what>(?: (?:on|about|to|regarding|over) .*)?)$",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Silence:
    """Parts of one text: the words for who is silent, and for what about ("" where they do not say)."""

    who: str
    what: str


def find_silence(content: str) -> Silence | None:
    """Return the silence that *content* tells of, or None."""
    for pattern in (_NEITHER, _NO_WORD, _BEFORE):
        found = pattern.search(content)
        if found:
            return Silence(found["who"], found["what"].strip(" .,;:"))
    return None
