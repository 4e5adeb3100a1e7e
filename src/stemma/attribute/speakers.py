"""Who can speak, and which of the words of a source name the speaker."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from stemma.attribute.words import Word, words_in
from stemma.lexicon import WORDS_KEPT, pairs_of, words_of
from stemma.model import Span

__all__ = ["can_speak", "is_outlet", "is_speaker", "shows", "trim_source"]

BROADCASTERS = frozenset(("agency", "channel", "media", "newspaper", "radio", "television", "tv"))
STATE_OWNED = frozenset(("state", "state-controlled", "state-owned", "state-run"))
"""A state's own outlets go without a name: "on state television"."""
_SAYING_OF = re.compile(
    r"\b(?P<noun>[\w-]+)(?:\s+(?:sent|released|issued|published|written|posted|provided|compiled|given))?\s+(?:from|by)\s+(?=\S)"
    r"|\b(?P<got>[\w-]+)\s+obtained\s+from\s+(?=\S)",
    re.IGNORECASE,
)
# What stations in America go by; the bodies that are written the same are no stations.
_CALL_SIGN = re.compile(r"(?!KFOR|WADA|WIPO|WNBA|WWII)[KW][A-Z]{3}(?:-(?:TV|FM|AM|DT))?")
_IN_OUTLET = re.compile(r"\b(?:article|editorial|piece|report|story)s?\s+(?:in|on)\s+(?=\S)", re.IGNORECASE)
_RELATIVE = re.compile(
    r",?\s+and\s+(?:aired|broadcast|carried|published|quoted|released)\s+(?:at|by|in|last|late|on|this|to|\w+day)\b"
    r"|,?\s+(?:who|which|whose|whom|that)\b|,?\s+(?:speaking|citing|quoting|quoted)\b",
    re.IGNORECASE,
)
_SHORT_FORM = re.compile(r"\s*\([A-Z][\w.’'&-]{0,11}\)")


def can_speak(words: Sequence[Word]) -> bool:
    """Tell whether a noun phrase names someone or something that speaks: by a name, an office or a document."""
    head = _head(words)
    return head is not None and (head.is_name or is_speaker(head.low))


@lru_cache(maxsize=WORDS_KEPT)
def is_speaker(noun: str) -> bool:
    """Tell whether *noun* (case-folded) means people, a body or a document that speaks."""
    one = noun[:-1] if noun.endswith("s") else noun
    return noun in words_of("speaker_nouns") | words_of("speaking_documents") or one in words_of("offices")


def shows(words: Sequence[Word]) -> bool:
    """Tell whether a noun phrase names words, pictures or data: a thing that shows what nobody need say."""
    head = _head(words)
    return head is not None and head.low in words_of("speaking_documents")


def is_outlet(words: Sequence[Word]) -> bool:
    """Tell whether a noun phrase names a news outlet or its own reporter; "a reporter" is anybody's."""
    lows = [word.low for word in words]
    if lows[0] not in {"a", "an", "another"} and any(low in {"correspondent", "reporter"} for low in lows):
        return True
    if lows[-1] in BROADCASTERS and STATE_OWNED & {*lows}:
        return True
    named = [word.low.removesuffix("'s") for word in words if word.is_name]
    runs = {" ".join(named[start:end]) for start in range(len(named)) for end in range(start + 1, start + 4)}
    return bool(runs & words_of("outlet_words")) or any(map(_is_known_outlet, _names(words)))


def _names(words: Sequence[Word]) -> Iterator[str]:
    """Yield the names in a noun phrase, a day before or after them left out, with their article if they have one."""
    run: list[str] = []
    for word in words:
        if word.is_name and word.low not in words_of("time_words"):
            run.append(word.text.replace("’", "'").removesuffix("'s"))
        elif run:
            yield " ".join(run)
            run = []
        if not run and word.low == "the":
            run = [word.text]
        elif word.low.endswith("'s"):
            yield " ".join(run)
            run = []
    yield " ".join(run)


def _is_known_outlet(name: str) -> bool:
    low = name.casefold()
    if _CALL_SIGN.fullmatch(name.removeprefix("the ").removeprefix("The ")) and low not in pairs_of("common_words"):
        return True
    return low in words_of("news_outlets") or low.removeprefix("the ") in words_of("news_outlets")


def trim_source(text: str, source: Span) -> Span:
    """
    Return the part of *source* that names the speaker.

    "a report from the institute" → the institute; "a report in the Herald" → the Herald;
    "Kim Lee, the mayor of Anders," → Kim Lee; "the mayor, Kim Lee" → Kim Lee; a possessive or a pronoun stays as it is.
    """
    span = _without_edges(text, source)
    said = next((m for m in _SAYING_OF.finditer(span.cut(text)) if _is_saying(m["noun"] or m["got"])), None)
    if said is not None:
        span = Span(span.start + said.end(), span.end)
    printed = _IN_OUTLET.search(span.cut(text))
    if printed is not None and is_outlet(words_in(text, Span(span.start + printed.end(), span.end))):
        span = Span(span.start + printed.end(), span.end)
    relative = _RELATIVE.search(text, span.start + 1, span.end)
    if relative is not None:
        span = Span(span.start, relative.start())
    return _without_edges(text, _name_or_description(text, span))


def _is_saying(noun: str) -> bool:
    low = noun.casefold()
    return low in words_of("speaking_documents") or low in pairs_of("reporting_nouns")


def _name_or_description(text: str, span: Span) -> Span:
    """Choose between the two sides of an apposition: the one that is a name."""
    cut = span.cut(text)
    comma = cut.find(", ")
    if comma < 0 or re.match(r",\s(?:Jr|Sr|II|III)\b", cut[comma:]):
        return span
    left, right = Span(span.start, span.start + comma), Span(span.start + comma + 2, span.end)
    if " and " in right.cut(text) and not _is_bare_name(text, left):
        return span  # a list of speakers, not an apposition
    if not _is_bare_name(text, left):
        first = Span(right.start, right.start + (right.cut(text).find(",") if "," in right.cut(text) else len(right)))
        if _is_bare_name(text, first):
            return first
    return left


def _is_bare_name(text: str, span: Span) -> bool:
    words = [word for word in words_in(text, span) if word.is_word]
    return bool(words) and all(word.is_name for word in words)


def _without_edges(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and not text[start].isalnum():
        start += 1
    joint = re.match(r"(?:and|but|or|while|as)\s+", text[start:end], re.IGNORECASE)
    if joint is not None:
        start += joint.end()
    while end > start and not (text[end - 1].isalnum() or text[end - 1] in ".)"):
        end -= 1
    if end > start and text[end - 1] == ")" and "(" not in text[start:end]:
        end -= 1
    if text[start:end].endswith(".") and not re.search(r"\b(?:[A-Z]|[a-z]\.[a-z]|[A-Z][a-z]{0,3})\.$", text[start:end]):
        end -= 1
    closing = _SHORT_FORM.match(text, end)
    return Span(start, closing.end() if closing else end)


def _head(words: Sequence[Word]) -> Word | None:
    """Return the last noun before what says more of it ("officials in Rome", "people familiar with the matter")."""
    head: Word | None = None
    for at, word in enumerate(words):
        if at and word.low in words_of("postnominal_adjectives") and is_speaker(words[at - 1].low):
            return words[at - 1]
        if head is not None and word.low in words_of("prepositions"):
            break
        if word.is_word and word.low not in words_of("clause_openers"):
            head = word
    return head
