"""What a reporting verb governs: where the statement begins that stands behind it."""

from collections.abc import Sequence

from stemma.attribute.finite import ReportingVerb
from stemma.attribute.phrases import OBJECTS, PRONOUNS, STOPS, is_adverb, is_auxiliary, is_quote_mark
from stemma.attribute.verbs import is_past, verb_form
from stemma.attribute.words import Word
from stemma.lexicon import words_of

__all__ = ["NEAR", "complement_of", "opens_clause"]

NEAR = 14
"""Words between a verb and its "that" or its quotation at most: an addressee, a day and a place."""
NO_OPENERS = frozenset(("after", "as", "before", "by", "for", "in", "of", "on", "to", "until", "when", "while", "with"))
"""What follows them says when, where or how it was said ("said before he died")."""
WH = frozenset(("how", "if", "what", "where", "whether", "who", "why"))


def complement_of(words: Sequence[Word], verb: ReportingVerb) -> int | None:
    """Return the first word of what the verb governs, or None where it governs no statement."""
    at = _after_aside(words, verb.at + 1)
    if at >= len(words):
        return None
    marked = _marked_complement(words, at)
    if marked is not None:
        return marked
    if words[at].low in WH:
        return at if verb.form.lemma != "see" else None
    if verb.form.lemma in words_of("addressee_verbs"):
        at = _after_addressee(words, at)
    elif not verb.form.takes_bare_clause:
        return None
    while at < len(words) and is_adverb(words[at]):
        at += 1
    at = _after_condition(words, at)
    return at if at < len(words) and opens_clause(words, at) else None


def _marked_complement(words: Sequence[Word], at: int) -> int | None:
    """Find the "that", the colon or the quotation mark that opens the statement."""
    for i in range(at, min(len(words) - 1, at + NEAR)):
        word = words[i]
        if i > at and _has_hearer(words, i):
            return None  # "said the driver told him that A": the statement is what the driver told
        if word.low == "that" and (i == at or words[i - 1].low not in {"of", "in", "for", "on"}):
            return i + 1
        if is_quote_mark(word) and (i == at or words[i - 1].text in {":", ","}):
            return i
        if word.text == ":":
            return i + 1
        if word.text in STOPS or (i > at and (is_auxiliary(word) or word.low in PRONOUNS)):
            return None
    return None


def _has_hearer(words: Sequence[Word], at: int) -> bool:
    """Tell whether it is the verb of a further report that names its hearer: "told him"."""
    form = verb_form(words[at].low)
    follows = words[at + 1].low if at + 1 < len(words) else ""
    return form is not None and form.is_past and form.lemma in words_of("addressee_verbs") and follows in OBJECTS


def _after_aside(words: Sequence[Word], at: int) -> int:
    """Step over ", citing Kim," between a verb and its "that"."""
    if at + 1 < len(words) and words[at].text == "," and words[at + 1].low.endswith("ing"):
        closed = next((i for i in range(at + 1, min(len(words), at + NEAR)) if words[i].text == ","), None)
        if closed is not None:
            return closed + 1
    return at


def _after_condition(words: Sequence[Word], at: int) -> int:
    """Step over "on condition of anonymity": who speaks so hides his name, and says what follows."""
    lows = [word.low for word in words[at : at + 5] if word.low != "the"]
    if lows[:4] != ["on", "condition", "of", "anonymity"]:
        return at
    end = next(i for i in range(at, len(words)) if words[i].low == "anonymity") + 1
    return end + 1 if end < len(words) and words[end].text == "," else end


def _after_addressee(words: Sequence[Word], at: int) -> int:
    if words[at].low == "her" and at + 1 < len(words) and words[at + 1].low in words_of("determiners") | PRONOUNS:
        return at + 1
    while at < len(words) and words[at].low in {"the", "a", "his", "her", "its", "their"}:
        at += 1
    start = at
    while at < len(words) and words[at].is_name:
        at += 1
    return at if at > start else at + 1


def opens_clause(words: Sequence[Word], at: int) -> bool:
    """Tell whether a statement with a verb of its own begins at word *at*."""
    first = words[at]
    if first.low in NO_OPENERS or not first.is_word:
        return False
    for word in words[at + 1 : at + NEAR]:
        if word.text in {",", ";", "."}:
            return False
        if is_auxiliary(word) or is_past(word.low):
            return True
        if (form := verb_form(word.low)) is not None and form.is_past:
            return True
        if first.low in PRONOUNS and (first.low != "it" or word.low.endswith("s")):
            return True
    return False
