"""The offices and descriptions that a text puts beside a name."""

import re
from collections.abc import Sequence

from stemma.lexicon import words_of
from stemma.model import SourceKind, Span
from stemma.resolve.phrase import Phrase
from stemma.resolve.phrases import is_free_of_office, read_phrase
from stemma.resolve.speaking import SAYS
from stemma.resolve.words import Word, is_collective, is_office, is_title, read_words

__all__ = ["appositions"]

LONGEST_APPOSITION = 120
"""Characters that a description beside a name may have; longer ones hold clauses of their own."""
_SPEAKS = re.compile(rf"\s+{SAYS}")
_AFTER = re.compile(r"(?:\s*\([^)]{1,60}\))?,\s+(?P<what>(?:(?:[A-Z]\.)+|[^,.;:()\n“”\"]){3,120})")
_COPULA = re.compile(
    r"(?:\s*\([^)]{1,60}\))?(?:,\s+(?:who|which))?,?\s+(?:is|was|became|remains)\s+"
    r"(?P<what>(?:an?|the)\s+(?:(?:[A-Z]\.)+|[^,.;:()\n“”\"]){3,100})"
)
_LIVES = re.compile(r",\s+who\s+lives\s+in\s+(?P<where>[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)")
# "In an interview with the Gazette, the director said": what opens the sentence is over, and its subject speaks.
_ADJUNCT = re.compile(r"\W*(?:after|at|before|during|following|in|on|since|speaking|under|with)\s", re.IGNORECASE)
_SPEAKER = re.compile(rf"\w[^,]*?\s+(?:(?:has|have|had)\s+)?(?:also\s+)?{SAYS}")
_AGE = re.compile(r",\s+\d{1,3}(?=,)")
_RUNS_UP = re.compile(
    r"(?:[A-Z][\w.’'-]*\s+){0,5}[A-Za-z-]+\s+(?:for|of|at|with)\s+(?:the\s+)?"
    r"(?:(?:[A-Z][\w’'.-]*|of|and|for|the)\s+){1,8}\Z"
)
NO_OPENINGS = frozenset(("said", "says", "and", "but", "told", "when", "while"))
"""Words that no description begins with."""
_ACCORDING = re.compile(r"\s*according to\s", re.IGNORECASE)
_CLOSES = re.compile(r"\s*[,.;:()–—]")
_BEFORE_BREAK = re.compile(r"[.;:!?\n“”\"()]|,\s")


def appositions(text: str, name: Span, sentence: Span, kind: SourceKind) -> tuple[Phrase, ...]:
    """
    Return the descriptions that stand beside the name: after it, before it, or as "is a …".

    A person has offices, a body is of some sort; what else stands there belongs to somebody else.
    """
    if _is_interjection(text, name, sentence):
        return ()
    age = _AGE.match(text, name.end, sentence.end)
    after = _AFTER.match(text, age.end() if age else name.end, sentence.end)
    copula = _COPULA.match(text, name.end, sentence.end)
    if after and _ADJUNCT.match(text, sentence.start, name.start) and _SPEAKER.match(after.group("what")):
        after = None
    found = [_description(match.group("what")) for match in (after, copula) if match]
    found.append(_before(text, name, sentence))
    lives = _LIVES.match(text, age.end() if age else name.end, sentence.end)
    found.append(read_phrase(f"resident of {lives['where']}") if lives else None)
    if kind is SourceKind.PERSON:
        found.append(_right_before(text, name, sentence))
    return tuple(phrase for phrase in found if phrase and _suits(phrase, kind))


def _is_interjection(text: str, name: Span, sentence: Span) -> bool:
    """Tell whether "Well" of "Well, the mayor says" was taken for a name: answers open with it."""
    before = text[sentence.start : name.start].rstrip()
    return (not before or before[-1] in ":“\"‘'") and name.cut(text).casefold() in words_of("interjections")


def _suits(phrase: Phrase, kind: SourceKind) -> bool:
    if kind is SourceKind.PERSON:
        return phrase.has_office
    return kind in {SourceKind.ORGANISATION, SourceKind.OUTLET} and not is_office(phrase.head)


def _description(words: str) -> Phrase | None:
    """Return what *words* describe, if they begin with a description of a person or body."""
    cut = re.split(r"\s+(?:who|which|that|said|says|told|as|but|and (?:his|her|its|their))\s", words, maxsplit=1)[0]
    first, second = [*cut.casefold().split(" ", 2), ""][:2]
    if first.endswith("ed") and second in words_of("determiners"):
        return None  # "…, described the actress as": a verb with its object
    if first in NO_OPENINGS or first in words_of("after_nouns") or first.endswith("ing"):
        return None
    phrase = read_phrase(cut)
    if not phrase.head or phrase.name or phrase.pronoun or phrase.is_plural:
        return None
    return phrase if is_office(phrase.head) or is_collective(phrase.head) or phrase.head == "newspaper" else None


def _right_before(text: str, name: Span, sentence: Span) -> Phrase | None:
    """Return the office that runs up to the name: "Deputy Spokesperson for the Ministry of Defense Ann Roe"."""
    match = _RUNS_UP.search(text[max(sentence.start, name.start - LONGEST_APPOSITION) : name.start])
    if not match or not is_free_of_office(read_words(match.group())[-1]):
        return None
    phrase = read_phrase(match.group())
    return phrase if phrase and not phrase.name else None


def _before(text: str, name: Span, sentence: Span) -> Phrase | None:
    """Return the description that ends in a comma right before the name: "the governor of X, Ann Roe"."""
    if text[max(0, name.start - 2) : name.start] != ", " or _speaks_next(text, name.end):
        return None
    end = name.start - 2
    begin = _clause_start(text, max(sentence.start, end - LONGEST_APPOSITION), end)
    if _ACCORDING.match(text, begin, end) and not _CLOSES.match(text, name.end):
        return None  # "According to the mayor, Halen has closed its schools"
    words = read_words(text[begin:end])
    for index in range(len(words) - 1, -1, -1):
        word = words[index]
        starts = word.low in words_of("determiners")
        if not starts and not (word.is_possessive and index + 1 < len(words) and is_office(words[-1].low)):
            continue
        first = word if starts else _owner_start(words, word)
        phrase = _description(text[begin + first.start : end])
        if phrase:
            return phrase
        if starts and not (index and words[index - 1].low in words_of("after_nouns")):
            return None  # "… the old allies, X": what stands further left is not about X
    return None


def _speaks_next(text: str, end: int) -> bool:
    """Tell whether what ends at *end* is the subject of a verb of saying: "They left the port, the army said"."""
    return _SPEAKS.match(text, end) is not None


def _clause_start(text: str, begin: int, end: int) -> int:
    for match in _BEFORE_BREAK.finditer(text, begin, end):
        last = text[begin : match.start()].rsplit(" ", 1)[-1]
        if match.group() == "." and (is_title(last.casefold()) or len(last.rsplit(".", 1)[-1]) == 1):
            continue  # the stop of "Mr." or of an initial
        begin = match.end()
    return begin


def _owner_start(words: Sequence[Word], owner: Word) -> Word:
    """Return the first word of the name that *owner* ends ("Mr." of "Mr. Hunter's")."""
    at = words.index(owner)
    while (
        at
        and (words[at - 1].is_capital or is_title(words[at - 1].low))
        and words[at - 1].low not in words_of("after_nouns")
    ):
        at -= 1
    return words[at]
