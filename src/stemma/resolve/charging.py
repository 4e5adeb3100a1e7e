"""
Who brings a charge that the text puts in the passive: "Mr. Roe was charged with fraud".

The text may say elsewhere who charges the same person. Of two who were charged in one text each has accusers of
his own, so that the accused must be named at both places.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from stemma.lexicon import pairs_of
from stemma.model import Attribution, Document, Span
from stemma.prose import sentence_at
from stemma.resolve.casting import Casting
from stemma.resolve.entities import Entity
from stemma.resolve.mentions import Text
from stemma.resolve.names import name_tokens, plain

__all__ = ["find_accusers"]

_LETTERS = re.compile(r"[^\W\d_]+")


def find_accusers(
    casting: Casting, text: Text, attributions: Sequence[Attribution]
) -> Iterator[tuple[Attribution, Entity]]:
    """Yield the charges of *text* that have no source of their own, each with the one body that brings them."""
    charges = [(a, who) for a in attributions if a.source_span and (who := casting.of.get(a.source_span))]
    charges = [(a, who) for a, who in charges if _brings_charges(a, who, text.document)]
    for passive in attributions:
        if passive.narrated or passive.source_span or not _charges(passive, text.document):
            continue
        accused = _families(casting, passive)
        told = [who for a, who in charges if accused & _words_about(a, text)]
        if told and all(who is told[0] for who in told):
            yield passive, told[0]


def _charges(attribution: Attribution, document: Document) -> bool:
    cue = attribution.cue_span
    words = set(_LETTERS.findall(cue.cut(document.text).casefold())) if cue else set[str]()
    return bool(words & pairs_of("charging_verbs").keys())


def _brings_charges(attribution: Attribution, who: Entity, document: Document) -> bool:
    """Tell whether *who* is heard through a paper that charges, or charges in so many words."""
    juries = {*pairs_of("legal_instruments"), *pairs_of("legal_instruments").values()}
    return any(role.head in juries for role in who.roles) or _charges(attribution, document)


def _families(casting: Casting, passive: Attribution) -> frozenset[str]:
    """Return the surnames of those who are named among the words before the cue."""
    accused = [s for s in passive.content_spans if passive.cue_span and s.end <= passive.cue_span.start]
    people = (e for e in casting.cast if e.is_person and e.names and _stands_in(e, accused))
    return frozenset(name_tokens(e.full_name)[-1] for e in people)


def _stands_in(entity: Entity, spans: Iterable[Span]) -> bool:
    return any(span.holds(place.span) for span in spans for place in entity.places)


def _words_about(attribution: Attribution, text: Text) -> frozenset[str]:
    """Return the words of the sentence in which *attribution* has its cue, "the Roes" as "Roe" as well."""
    at = attribution.cue_span or attribution.source_span
    sentence = sentence_at(at.start, text.sentences) if at else None
    words = _LETTERS.findall(sentence.cut(text.text)) if sentence else []
    found = {plain(word) for word in words if word[:1].isupper()}
    return frozenset(found | {word.removesuffix("s") for word in found})
