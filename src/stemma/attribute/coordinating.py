"""Whether what follows an "and" is a statement of its own."""

from collections.abc import Sequence
from functools import cache

from stemma.attribute.phrases import UNFINISHED, is_adverb, is_auxiliary
from stemma.attribute.verbs import is_past, verb_form
from stemma.attribute.words import Word
from stemma.lexicon import pairs_of, words_of

__all__ = ["begins_statement"]

SUBJECT = 8
"""Words of a subject before its verb at most; what is longer holds a clause of its own."""
GERUND = 4
"""Words that "-ing" leads at least for it to say a thing by itself ("participating in combat operations")."""
LEAD = 2
"""Words that a tagger may take in before the "that" of the reporting verb ("said then that")."""
"""Auxiliaries that are no finite verb themselves."""
BEFORE = 2
"""Words before a participle in which its "was" stands ("was later killed")."""
JOINING = frozenset(("and", "but", "nor", "or", "so", "then", "yet"))
"""Conjunctions under which no clause stands; under all others a second predicate may stand too."""
SHORT_GERUND = 3
"""Words that the -ing before it leads at least."""
NO_VERBS = frozenset(("red", "bed", "seed", "hundred", "need", "speed", "indeed", "feed", "breed", "united"))
NOMINAL_LEADS = frozenset(("of", "with", "for", "from", "about", "on", "in"))
"""Prepositions whose "-ing" is a noun: "on charges of stealing and lying" are charges, not statements."""


def begins_statement(
    left: Sequence[Word], right: Sequence[Word], *, is_marked: bool, is_contrast: bool, is_said: bool
) -> bool:
    """
    Tell whether *right*, the words after a joint, is a statement of its own beside *left*.

    Args:
        left: The words of the content before the joint.
        right: The words after it.
        is_marked: A comma or semicolon stands at the joint.
        is_contrast: It is "but". What follows then without a subject of its own only limits what is said before
            ("the boat turned but was unable to land").
        is_said: Somebody says it. What a report tells in its own voice is held against what others say, who may have
            said either half.
    """
    if right[0].low == "that" and len(right) > 1:
        return right[1].is_word and not is_auxiliary(right[1])  # "but that was false" speaks of what was said
    left = _governed(left)
    if any(word.low in _under() for word in left) or (_is_thought(left) and not is_marked):
        return False
    at = _skip_adverbs(right)
    if _is_finite(right, at) and (is_contrast or (is_said and not _leaves_course(left, right))):
        return False
    if _is_finite(right, at) or _is_second_gerund(left, right[at:]):
        return _has_verb(left) and (is_marked or is_auxiliary(right[at]) or not _lacks_object(left))
    return any(_is_finite(left, i) for i in range(1, len(left))) and _has_subject(right, at)


def _leaves_course(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """
    Tell whether a second predicate of one subject does not go on with the first.

    It goes back in time, or from what is not to what is; or says the auxiliary again, which it need not. Else the two
    tell one course of events ("the miller crawled under the rail and fell into the weir"): of ten such that eleven gold
    cases mark, the readers kept nine whole.
    """
    lows, first = {word.low for word in left}, right[0]
    is_denied = bool(lows & words_of("negations")) and not any(word.low in words_of("negations") for word in right)
    return is_denied or (is_auxiliary(first) and (first.low == "had") is not (first.low in lows))


def _governed(words: Sequence[Word]) -> Sequence[Word]:
    """Return what the "that" of the reporting verb governs ("then that A", "citing Kim, that A"): the content's own."""
    that = next((at for at, word in enumerate(words) if word.low == "that"), None)
    if that is not None and (that <= LEAD or words[that - 1].text == ","):
        return words[that + 1 :]
    return words


def _skip_adverbs(words: Sequence[Word]) -> int:
    at = 0
    while at < len(words) - 1 and (is_adverb(words[at]) or words[at].low in {"also", "then", "now", "never", "even"}):
        at += 1
    return at


def _has_verb(words: Sequence[Word]) -> bool:
    """Tell whether a subject and what may be its verb stand in it."""
    return any(is_auxiliary(word) or is_past(word.low) for word in words[1:])


def _lacks_object(words: Sequence[Word]) -> bool:
    """Tell whether an active verb ends it, so that its object may come later ("they seized and searched a ship")."""
    passive = words_of("forms_of_be") | UNFINISHED
    return is_past(words[-1].low) and not any(word.low in passive for word in words[-BEFORE - 1 : -1])


def _is_finite(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word at *at* is surely a finite verb: an auxiliary, a past that has an object, "seeks to"."""
    word = words[at]
    before = words[at - 1].low if at else ""
    if is_auxiliary(word):
        return word.low not in UNFINISHED and before != "to"
    if word.is_name or word.low in NO_VERBS or before in {"the", "a", "an", "to", "of"} | UNFINISHED:
        return False
    if word.low in _plain_pasts():
        return True
    follows = words[at + 1] if at + 1 < len(words) else None
    if follows is not None and follows.low == "to":
        return word.low in words_of("catenatives")
    return follows is not None and is_past(word.low) and _opens_object(follows)


def _opens_object(word: Word) -> bool:
    """Tell whether a noun phrase begins at *word*: no participle has one after it."""
    if word.low in {"that", "all"}:
        return False
    return word.low in words_of("determiners") or word.text[0].isdigit() or word.is_name or word.low in {"him", "them"}


def _has_subject(words: Sequence[Word], at: int) -> bool:
    """Tell whether a subject stands at *at* with its verb close behind."""
    first = words[at]
    if (
        at + 1 < len(words)
        and is_auxiliary(words[at + 1])
        and (first.text[0].isdigit() or first.low in pairs_of("cardinals"))
    ):
        return False  # "12 people were killed and 20 were wounded": one count, whose noun is not said again
    if first.low in words_of("prepositions") or first.low in _under() or not first.is_word:
        return False
    for i in range(at + 1, min(len(words), at + SUBJECT + 1)):
        word = words[i]
        if not word.is_word or word.low in _under() or word.low in {"and", "or", "to"}:
            return False
        if _is_finite(words, i):
            return True
    return False


def _is_thought(words: Sequence[Word]) -> bool:
    """Tell whether a verb of saying stands in it: what it governs may run over the joint."""
    return any((form := verb_form(word.low)) is not None and form.takes_bare_clause for word in words)


def _is_second_gerund(left: Sequence[Word], right: Sequence[Word]) -> bool:
    if not _is_gerund(right[0]) or sum(word.is_word for word in right) < GERUND:
        return False
    firsts = [at for at in range(1, len(left)) if _is_gerund(left[at])]
    return any(
        left[at - 1].is_word
        and left[at - 1].low not in NOMINAL_LEADS
        and not is_auxiliary(left[at - 1])
        and len(left) - at >= SHORT_GERUND
        for at in firsts
    )


def _is_gerund(word: Word) -> bool:
    return word.low.endswith("ing") and len(word.low) > len("being") and not word.is_name


@cache
def _plain_pasts() -> frozenset[str]:
    """Pasts that are no participles and no base forms: "began", "took"."""
    table = {lemma: forms.split() for lemma, forms in pairs_of("irregular_verbs").items()}
    return frozenset(past for lemma, (_, past, participle, _) in table.items() if past not in (participle, lemma))


@cache
def _under() -> frozenset[str]:
    """Words under which a clause stands."""
    return words_of("clause_conjunctions") - JOINING
