"""Whom a pronoun means, or that it cannot be told."""

import re

from stemma.model import SourceKind, Span
from stemma.resolve.entities import Cast, Entity
from stemma.resolve.mentions import Text
from stemma.resolve.papers import is_paper
from stemma.resolve.phrase import Phrase
from stemma.resolve.relatives import last_named, quoted_speaker
from stemma.resolve.salience import MARGIN, Candidate, rate, sentence_number

__all__ = ["FIRST_PERSON", "resolve_pronoun"]

FIRST_PERSON = frozenset(("i", "we", "me", "us", "my", "mine", "our", "ours"))
RELATIVE = frozenset(("who", "which", "whom", "whose", "that"))
SINGULAR = frozenset(("he", "she", "him", "her", "his", "hers", "himself", "herself"))
NEUTER = frozenset(("it", "its", "itself"))
PLURAL = frozenset(("they", "them", "their", "theirs", "themselves", "these", "those", "both"))
OTHERS = frozenset(("others", "another", "one", "someone", "somebody"))
"""They bring in people of whom the text says no more."""
_IMPERSONAL = re.compile(
    r"(?:['’]s|\s+(?:is|was|has\s+been|had\s+been|remains|remained|seems|seemed|appears|appeared))\s+(?:\w+\s+){0,2}?"
    r"(?:thought|believed|understood|reported|said|claimed|alleged|known|feared|expected|hoped|assumed|rumou?red|"
    r"clear|unclear|likely|unlikely|possible|not|that)\b"
)
"""What follows an "it" that means nobody: "it is thought that …"."""


def resolve_pronoun(cast: Cast, phrase: Phrase, span: Span, text: Text) -> Entity | None:
    """Return the antecedent of the pronoun at *span*; None where none fits or two fit alike."""
    pronoun = phrase.pronoun or ""
    if pronoun in RELATIVE:
        return last_named(cast, span, text)
    if pronoun in FIRST_PERSON:
        return quoted_speaker(cast, span, text)
    if pronoun in OTHERS:
        return _somebody(cast, phrase)
    is_nobody = pronoun in NEUTER and _IMPERSONAL.match(text.text, span.start + len(pronoun))
    if is_nobody or pronoun not in SINGULAR | NEUTER | PLURAL:
        return None
    here = sentence_number(text, span.start)
    quoting = quoted_speaker(cast, span, text)  # who is quoted calls himself "I"
    known = (e for e in (*cast, *cast.waiting) if e is not quoting and _fits(e, phrase))
    rated = (rate(e, phrase, span, here, text) for e in known)
    found = sorted((c for c in rated if c), key=lambda c: (-c.score, -c.last))
    if _is_clear(found):
        return cast.admit(found[0].entity)
    if found:
        cast.torn[span] = (found[0].entity, found[1].entity)
    return None


def _is_clear(found: list[Candidate]) -> bool:
    return bool(found) and (len(found) == 1 or found[0].score - found[1].score >= MARGIN)


def _somebody(cast: Cast, phrase: Phrase) -> Entity:
    is_plural = phrase.pronoun == "others"
    made = cast.new(SourceKind.GROUP if is_plural else SourceKind.UNNAMED, is_plural=is_plural)
    made.wordings.append(phrase.text)
    return made


def _fits(entity: Entity, phrase: Phrase) -> bool:
    if phrase.pronoun in SINGULAR:
        return entity.is_person and not (phrase.sex and entity.sex and entity.sex != phrase.sex)
    if phrase.pronoun in NEUTER:
        return entity.is_unclear or (not entity.is_person and not entity.is_plural)
    if any(is_paper(role) for role in entity.roles) and not entity.names:
        return False  # "they explained" is said of people, not of documents
    return entity.is_plural or entity.kind in {SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.GROUP}
