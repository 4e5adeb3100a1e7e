"""Noun phrases next to a reporting verb, found without a parser."""

from collections.abc import Sequence

from stemma.attribute.verbs import Form, is_past, verb_form
from stemma.attribute.words import Word
from stemma.lexicon import words_of

__all__ = [
    "OBJECTS",
    "PRONOUNS",
    "STOPS",
    "UNFINISHED",
    "is_adverb",
    "is_auxiliary",
    "is_quote_mark",
    "leaves_verb",
    "phrase_after",
    "phrase_before",
]

_SUBJECTS = ("he", "i", "it", "she", "they", "we", "who", "you")
# A verb may hang on them: "I'm", "they've".
_CONTRACTED = ("d", "ll", "m", "re", "s", "ve")
PRONOUNS = frozenset((*_SUBJECTS, *(f"{word}'{verb}" for word in _SUBJECTS for verb in _CONTRACTED)))
STOPS = frozenset((",", ";", ":", ".", "?", "!", "--", "–", "—", "(", ")", "[", "]", "/", "•"))
_QUOTES = frozenset(("“", "”", "„", "«", "»", '"', "‘", "’", "''", "``"))
_LOOSE = frozenset(("and", "but", "even", "however", "please", "yet"))
_OPENING = frozenset(("“", "„", "«", "‘", "``"))
UNFINISHED = frozenset(("be", "been", "being", "having"))
OBJECTS = frozenset(("her", "him", "me", "them", "us"))
"""Pronouns of whom something is told, or who is "quoted as saying"."""
_SPEECHLESS = OBJECTS - {"her"}
"""Pronouns that nobody speaks as; "her" may open a name: "her lawyer said"."""
_AFTER_VERB = OBJECTS | {"a", "an", "another", "back", "his", "its", "my", "no", "our", "that", "the", "their"}
"""Words that are the object of a verb before them, or open it."""
LONGEST = 16
"""Words of a noun phrase at most; what is longer is a clause that was misread."""
LONGEST_LEFT = 5
"""Words on the left of an "and" inside a subject ("Ukraine and South Korea said")."""


def is_quote_mark(word: Word) -> bool:
    """Tell whether it is a quotation mark."""
    return word.text in _QUOTES


def is_auxiliary(word: Word) -> bool:
    """Tell whether it helps another verb."""
    return word.low in words_of("auxiliaries")


def leaves_verb(form: Form, follows: Word) -> bool:
    """Tell whether *form* only says more of a noun whose verb is *follows* ("the papers revealed do show it")."""
    is_finite = is_auxiliary(follows) and follows.low not in UNFINISHED  # "women reported being robbed": they report
    return form.is_participle and is_finite


def is_adverb(word: Word) -> bool:
    """Tell whether it may stand between a speaker and the verb."""
    if word.low in words_of("reporting_adverbs"):
        return True
    return word.low.endswith("ly") and not word.is_name and word.low not in words_of("ly_not_adverbs")


def phrase_before(words: Sequence[Word], end: int) -> tuple[int, int] | None:
    """
    Return the noun phrase that ends before word *end*, as a range of words.

    An apposition between commas ("Kim, the mayor, said") is stepped over; the phrase is the
    name before it. A second verb that shares the subject of the first ("Kim met them and said")
    has none of its own.
    """
    at = end
    while at > 0 and (is_adverb(words[at - 1]) or _is_when(words, at - 1)):
        at -= 1
    if at > 0 and words[at - 1].low in {"and", "or", "but"}:
        return None
    if at > 2 and words[at - 1].low == "whom" and words[at - 2].low == "of":
        return _antecedent(words, at - 3)
    if at > 0 and (words[at - 1].low == "who" or words[at - 1].text in _OPENING):
        at -= 1
    if at > 1 and words[at - 1].text == ",":
        opened = _apposition(words, at - 1)
        if opened is None:
            return None
        at = opened
    if at > 0 and words[at - 1].low in PRONOUNS:
        return at - 1, at
    return _clean(words, _leftmost(words, at), at)


def phrase_after(words: Sequence[Word], start: int) -> tuple[int, int] | None:
    """Return the noun phrase that begins at word *start*, up to the next mark, joint or verb."""
    at = start
    if at < len(words) and words[at].low in PRONOUNS:
        return at, at + 1
    while at < len(words) and at - start < LONGEST and not _ends_phrase(words, at, start):
        at += 1
    return _clean(words, start, at)


def _parts_phrases(word: Word) -> bool:
    """Tell whether no noun phrase runs over it."""
    if word.text in STOPS or is_quote_mark(word):
        return True
    return word.low in words_of("clause_conjunctions") or is_auxiliary(word)


def _is_when(words: Sequence[Word], at: int) -> bool:
    word = words[at]
    times = words_of("time_words")
    if word.low in times:
        return True
    before = words[at - 1].low if at else ""
    after = words[at + 1].low if at + 1 < len(words) else ""
    return (word.low == "on" and after in times) or (word.text.isdigit() and before in times)


def _apposition(words: Sequence[Word], comma: int) -> int | None:
    """Return the index after the phrase that the apposition closing at *comma* describes."""
    for at in range(comma - 1, max(-1, comma - 3 * LONGEST), -1):
        if is_quote_mark(words[at]) or words[at].text in {";", ":", "."}:
            return None
        if words[at].text == ",":
            return at if at and words[at - 1].is_word else None
    return None


def _antecedent(words: Sequence[Word], end: int) -> tuple[int, int] | None:
    """Return the phrase that "all of whom" stands for: the one before its comma."""
    if end < 1 or words[end - 1].text != ",":
        return None
    start = _leftmost(words, end - 1)
    while start < end - 1 and words[start].low in words_of("prepositions"):
        start += 1
    return _clean(words, start, end - 1)


def _leftmost(words: Sequence[Word], end: int) -> int:
    at = end
    while at > 0 and end - at < LONGEST:
        word = words[at - 1]
        if word.text == ")":
            opened = next((i for i in range(at - 2, -1, -1) if words[i].text == "("), None)
            if opened is None:
                break
            at = opened
            continue
        if word.low in {"and", "or", "&"} and _coordinates(words, at - 1):
            at -= 1
            continue
        if _parts_phrases(word) or _is_finite(words, at - 1, end):
            break
        at -= 1
    return at


def _coordinates(words: Sequence[Word], joint: int) -> bool:
    """Tell whether the "and" at *joint* joins two noun phrases that open the clause."""
    for at in range(joint - 1, max(-1, joint - LONGEST_LEFT - 1), -1):
        word = words[at]
        if word.text in {",", ";", ":"} or is_quote_mark(word) or word.low in {"that", "but", "as", "while"}:
            return at < joint - 1
        if is_auxiliary(word) or word.low in PRONOUNS or _is_finite(words, at, joint):
            return False
        if at == 0:
            return True
    return False


def _is_finite(words: Sequence[Word], at: int, end: int) -> bool:
    """Tell whether the word is likely the verb of an earlier clause."""
    form = verb_form(words[at].low)
    if form is None or words[at].is_name or at + 1 >= end:
        return False
    is_attribute = words[at + 1].low in {"by", "in"} or (at > 0 and words[at - 1].low in {"the", "a", "an"})
    return form.is_past and not is_attribute


def _ends_phrase(words: Sequence[Word], at: int, start: int) -> bool:
    word = words[at]
    if word.text in {"(", ")"}:
        return word.text == "(" and not (at + 2 < len(words) and words[at + 2].text == ")")
    if word.low in {"and", "&"}:
        follows = words[at + 1] if at + 1 < len(words) else None
        return not (follows is not None and follows.is_name and words[at - 1].is_name and at > start)
    if _parts_phrases(word):
        return True
    form = verb_form(word.low)
    return bool(form and at > start and form.is_past and not word.is_name)


def _clean(words: Sequence[Word], start: int, end: int) -> tuple[int, int] | None:
    """Drop what a noun phrase cannot begin or end with; None where nothing that can speak is left."""
    while start < end and (is_adverb(words[start]) or words[start].low in _LOOSE):
        start += 1
    loose = words_of("prepositions") | {","}
    while start < end and (_is_when(words, end - 1) or words[end - 1].low in loose):
        end -= 1
    if start >= end or end - start > LONGEST:
        return None
    if words[start].low in words_of("prepositions") or not any(word.is_word for word in words[start:end]):
        return None
    return None if _is_clause(words[start:end]) else (start, end)


def _is_clause(phrase: Sequence[Word]) -> bool:
    """
    Tell whether no noun opens *phrase*, or a verb with its object stands in it ("the rain brought back her fears").

    A participle that says more of a noun ("an official briefed on it") has no object after it.
    """
    first, second = phrase[0].low, phrase[1].low if len(phrase) > 1 else ""
    if (first in _SPEECHLESS and phrase[0].text != "US") or (
        first in words_of("time_words") and second in words_of("prepositions")
    ):
        return True
    pasts = [at for at, word in enumerate(phrase) if is_past(word.low) and not word.is_name]
    if 0 in pasts and (not second or second == "to" or second in words_of("prepositions")):
        return True
    return any(phrase[at + 1].low in _AFTER_VERB for at in pasts if at + 1 < len(phrase))
