"""How a statement puts what it says: as a question, a likelihood, a judgement, or not at all."""

import re
from collections.abc import Sequence
from itertools import takewhile

from stemma.attribute.phrases import STOPS
from stemma.attribute.words import Word
from stemma.lexicon import words_of

__all__ = [
    "CONCEDING",
    "FIRST_PERSON",
    "OPENING",
    "REACH",
    "asks",
    "evaluates",
    "is_form_of_be",
    "is_modal",
    "is_month",
    "judges_by_name",
    "withholds",
]

OPENING = 14
"""Words at the head of a statement in which a modal says how sure the whole is."""
REACH = 3
"""Words over which a negation or a form of "be" holds."""
CONCEDING = frozenset(("although", "if", "though", "unless", "while"))
FIRST_PERSON = frozenset(("i", "our", "we"))
_OPINION = re.compile(
    r"\W*(?:to (?:me|us)\b|for (?:me|us) ,|in (?:my|our) (?:view|opinion|eyes|judgment|judgement|experience)\b)"
)
"""What a judgement begins with."""
LINKING = frozenset(("feel", "feels", "look", "looked", "looks", "remain", "remained", "remains"))
"""Verbs that lead to a predicate as a form of "be" does."""
ADJECTIVES = frozenset(("possible", "potential", "probable"))
REASONS = frozenset(("how", "why"))
"""What follows them is told and not weighed ("explained why they might leave")."""


def asks(content: Sequence[Word]) -> bool:
    """Tell whether it is a question from its first sentence on; who asks behind what he has told has told it."""
    first = next((word.text for word in content if word.text in {".", "?", "!", ";"}), "")
    return first == "?" and content[-1].text == "?"


def withholds(content: Sequence[Word]) -> bool:
    """Tell whether the speaker says that he has no comment."""
    lows = [word.low for word in content if word.is_word]
    return any(
        low == "comment" and set(lows[max(0, at - REACH) : at]) & words_of("negations") and set(lows) & FIRST_PERSON
        for at, low in enumerate(lows)
    )


def is_month(words: Sequence[Word], at: int) -> bool:
    """Tell whether the word at *at* is the month, not what may be: with a capital inside a sentence."""
    return words[at].text == "May" and at > 0 and words[at - 1].text not in {".", "?", "!"}


def is_modal(content: Sequence[Word]) -> bool:
    """Tell whether the main clause is one of likelihood; a modal in a further clause leaves the first a fact."""
    if content and content[0].low in REASONS:
        return False
    for at, word in enumerate(content[:OPENING]):
        if word.low == "suspected" and at and is_form_of_be(content[at - 1].low):
            return True
        if word.low in CONCEDING or (at and (word.text == "," or _joins_clauses(word))):
            return False
        if word.low in words_of("modal_hedges") and not is_month(content, at) and not _is_attribute(content, at):
            follows = content[at + 1].low if at + 1 < len(content) else ""
            return not (word.low == "could" and follows == "not")
    return False


def _is_attribute(content: Sequence[Word], at: int) -> bool:
    """
    Tell whether the word at *at* says more of a noun ("looked for [possible] causes") and not how sure the whole is.

    What the statement is about may be unsure itself: "A possible meteor was seen".
    """
    if at == 1 and content[0].low in words_of("determiners"):
        return False
    follows = content[at + 1] if at + 1 < len(content) else None
    is_before_noun = follows is not None and follows.is_word and follows.low not in words_of("clause_conjunctions")
    is_predicate = at > 0 and is_form_of_be(content[at - 1].low)
    return content[at].low in ADJECTIVES and is_before_noun and not is_predicate


def evaluates(content: Sequence[Word]) -> bool:
    """Tell whether the predicate of its first clause judges: "they were wonderful people", "it is hard to say"."""
    if _OPINION.match(" ".join(word.low for word in content[:OPENING])):
        return True
    clause = _first_clause(content)
    for at, word in enumerate(clause):
        if is_form_of_be(word.low) or word.low in LINKING:
            predicate = takewhile(
                lambda found: found.low not in words_of("prepositions"), clause[at + 1 : at + 2 + REACH]
            )
            return any(found.low in words_of("evaluative_words") and not found.is_name for found in predicate)
    return False


def _first_clause(content: Sequence[Word]) -> list[Word]:
    """Return the words up to the first mark or joint of clauses."""
    clause: list[Word] = []
    for word in content[: 2 * OPENING]:
        if clause and (word.text in STOPS or _joins_clauses(word)):
            break
        if word.is_word:
            clause.append(word)
    return clause


def _joins_clauses(word: Word) -> bool:
    """Tell whether a further clause begins; "wind or rain most likely caused it" is one."""
    return word.low in words_of("clause_conjunctions") and word.low != "or"


def judges_by_name(content: Sequence[Word]) -> bool:
    """Tell whether what something is called judges it ("called the plan “deeply troubling”")."""
    return any(word.low in words_of("evaluative_words") and not word.is_name for word in _first_clause(content))


def is_form_of_be(low: str) -> bool:
    """Tell whether *low* (case-folded) is a form of "be", or ends in one."""
    return low in words_of("forms_of_be") or low in {"be", "been", "it's", "that's"}
