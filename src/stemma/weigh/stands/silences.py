"""Words that say that someone has not spoken: who it was, and on what."""

import re
from dataclasses import dataclass

from stemma.lexicon import pairs_of, words_of

__all__ = ["Silence", "find_silence", "object_of"]

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


# "Who refused to respond": a clause about someone, not word that a question was left unanswered.
_RELATIVE = re.compile(r"\b(?:who|which|that|whom)$", re.IGNORECASE)
_ASKING = re.compile(
    r"\b(?:requests?|messages?|e-?mails?|calls?|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|questions?|comments?|"
    r"clarification|interviews?)\b",
    re.IGNORECASE,
)
_ADVERBS = re.compile(
    r"^(?:(?:again|further|yet|either|so far|since|immediately|publicly|\w+ly)\b[\s,]*)+", re.IGNORECASE
)
_POINTING = re.compile(r"(?:this|that|these|those|such|the same)\b", re.IGNORECASE)
_ABOUT = re.compile(r"\b(?:on|about|regarding|concerning|over)\s+(?P<object>.+)$", re.IGNORECASE | re.DOTALL)
_PREPOSITION = re.compile(r"(?:in|at|for|by|from|when|as|after|before|until|since|because|to be)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Silence:
    """Parts of one text: the words for who is silent, and for what about ("" where they do not say)."""

    who: str
    what: str


def find_silence(content: str) -> Silence | None:
    """Return the silence that *content* tells of, or None."""
    for pattern in (_NEITHER, _NO_WORD, _BEFORE):
        found = pattern.search(content)
        if found and not _RELATIVE.search(found["who"]):
            return Silence(found["who"], object_of(found["what"].strip(" .,;:")))
    return None


def object_of(behind: str) -> str:
    """Return what a silence is on: "the raid" of "to a request for comment on the raid"; "" of "on Monday"."""
    behind = _ADVERBS.sub("", behind).strip()
    about = _ABOUT.search(behind)
    named = about["object"].strip() if about else ""
    if (
        named
        and about
        and (_ASKING.search(behind[: about.start()]) or about.start() == 0 or _PREPOSITION.match(behind))
    ):
        return "" if _is_time(named) or _is_pointer(named) else named
    if not behind or _PREPOSITION.match(behind) or _ASKING.search(behind) or _is_time(behind) or _is_pointer(behind):
        return ""
    return behind


def _is_time(text: str) -> bool:
    first = text.split()[0].strip(".,;:").casefold() if text.split() else ""
    return first in words_of("weekday_and_month_words")


def _is_pointer(text: str) -> bool:
    """Tell whether *text* only points to what was said: "the conflicting reports"."""
    return bool(_POINTING.match(text)) or text.split()[-1].casefold().strip(".,;:") in pairs_of("reporting_nouns")
