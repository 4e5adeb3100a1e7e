"""Whom "the airline", "the company", "the agency" mean, where no name of the text says that it is one."""

from stemma.lexicon import pairs_of, words_of
from stemma.model import SourceKind, Span
from stemma.resolve.entities import Cast, Entity
from stemma.resolve.fitting import callings, is_called, telling
from stemma.resolve.mentions import Text
from stemma.resolve.phrase import Phrase
from stemma.resolve.salience import MARGIN, rate, sentence_number
from stemma.resolve.words import is_body, is_collective, read_words

__all__ = ["last_speaking_body", "salient_body"]

WIDEST = frozenset(("company", "corporation", "firm"))
UNTRADING = frozenset(("charity", "nonprofit"))
STATELY = frozenset(("agency", "department", "service", "office", "bureau", "ministry", "command", "force"))
"""Nouns for a body that may be a state's; a firm or a club is none."""


def salient_body(cast: Cast, phrase: Phrase, span: Span, text: Text) -> Entity | None:
    """
    Return the body that the text spoke of last and most, if it is called so, or heard and not told to be another sort.

    Acronyms and firms' names tell no sort ("Equifax"), and a definite noun alone takes up what has just been named.
    """
    if not phrase.is_definite or phrase.owner or telling(phrase) or phrase.head not in words_of("firm_nouns"):
        return None
    here = sentence_number(text, span.start)
    rated = (rate(e, phrase, span, here, text) for e in cast if _can_be(e, phrase, text))
    found = sorted((c for c in rated if c), key=lambda c: (-c.score, -c.last))
    is_clear = bool(found) and (len(found) == 1 or found[0].score - found[1].score >= MARGIN)
    return found[0].entity if is_clear else None


def last_speaking_body(cast: Cast, phrase: Phrase, span: Span, text: Text) -> Entity | None:
    """Return the body that spoke last before *span*, if *phrase* can mean it: who "also" says something."""
    if telling(phrase) or phrase.head not in words_of("firm_nouns"):
        return None
    spoke = [
        (place.span.start, entity)
        for entity in cast
        for place in entity.places
        if place.is_speaking and place.span.end <= span.start
    ]
    last = max(spoke, key=lambda row: row[0], default=None)
    return last[1] if last and _can_be(last[1], phrase, text) else None


def _can_be(entity: Entity, phrase: Phrase, text: Text) -> bool:
    is_firm = entity.kind is SourceKind.ORGANISATION or entity.is_unclear
    if not (is_firm and entity.names) or entity.is_plural or entity.state:
        return False
    if any(is_called(name, phrase.head) for name in entity.names):
        return True
    sorts = words_of("firm_nouns") - UNTRADING if phrase.head in WIDEST else {phrase.head}
    is_sorted = any(f"{sort} {name}" in text.text for sort in sorts for name in entity.names)  # "the law firm Vantis"
    if not (is_sorted or any(place.is_speaking for place in entity.places)):
        return False  # capitals alone make bodies of an app and of a PIN; who is heard is somebody
    if any(name.casefold() in pairs_of("state_institutions") for name in entity.names) and phrase.head not in STATELY:
        return False
    if any(_tells_its_sort(name) for name in entity.names):
        return False
    return all(not role.head or _is_called_so(role, phrase.head) for role in entity.roles)


def _is_called_so(role: Phrase, noun: str) -> bool:
    """Tell whether who has that *role* may be called by *noun*: all who trade are companies."""
    is_firm = role.head in words_of("firm_nouns") - UNTRADING and noun in WIDEST
    return is_firm or noun in callings(role)


def _tells_its_sort(name: str) -> bool:
    words = [word.low for word in read_words(name)]
    return any(is_body(word) or is_collective(word) or word in words_of("place_words") for word in words)
