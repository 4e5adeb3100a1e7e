"""Whom "who" and "which" go on about, and whom "I" and "we" mean inside quotation marks."""

import re

from stemma.model import SourceKind, Span
from stemma.resolve.entities import Cast, Entity
from stemma.resolve.mentions import Text
from stemma.resolve.phrase import Phrase
from stemma.resolve.phrases import read_phrase
from stemma.resolve.salience import sentence_number

__all__ = ["last_named", "quoted_speaker"]

_BEFORE_RELATIVE = re.compile(
    r"(?:^|[\s(])(?P<what>(?:(?:[Tt]he|[Ss]ome|[Mm]any)\s+(?:(?!\w+ed\b)[\w-]+\s+){0,3})?[\w-]+)(?P<comma>,?)\s+\Z"
)
_DESCRIBING = re.compile(r",?\s+(?:(?:is|was)\s+)?(?:an?|the|one)\s[^,]*\Z")
"""From a name to the end of what says who it is: "the Harbour Watch, [a charity] that"."""
NEAR = 120
"""Characters between a quotation and the words that tell whose it is: "…," Ann Roe, who saw it, told the paper."""


def last_named(cast: Cast, span: Span, text: Text) -> Entity | None:
    """Return whom "who" at *span* goes on about: the one named last before it, in its sentence."""
    here = text.sentences[sentence_number(text, span.start)] if text.sentences else span
    known = [*cast, *cast.waiting]
    places = [
        (p.span.end, e) for e in known for p in e.places if here.start <= p.span.start and p.span.end <= span.start
    ]
    end, nearest = max(places, key=lambda row: row[0], default=(0, None))
    if nearest and not text.text[end : span.start].strip(" ,"):
        return cast.admit(nearest)
    before = _BEFORE_RELATIVE.search(text.text[here.start : span.start])
    phrase = read_phrase(before.group("what")) if before else None
    if before is None or phrase is None or not _is_many(phrase):
        is_noun = before is not None and not before.group("comma") and before.group("what")[-1:].islower()
        is_other = is_noun and not _DESCRIBING.match(text.text, end, span.start)
        return cast.admit(nearest) if nearest and not is_other else None
    found = cast.find(phrase, span.start) if phrase.name else None
    if found is None:
        found = cast.named(phrase) if phrase.name else cast.new(phrase.kind, is_plural=phrase.is_plural)
        found.roles += [phrase] if phrase.head else []
        found.wordings.append(phrase.text)
    return found


def _is_many(phrase: Phrase) -> bool:
    """Tell whether it names more than one person: "Democrats", "others", "the committee"."""
    is_others = phrase.pronoun in {"others", "those"}
    return is_others or phrase.is_plural or phrase.kind in {SourceKind.GROUP, SourceKind.ORGANISATION}


def quoted_speaker(cast: Cast, span: Span, text: Text) -> Entity | None:
    """Return the source beside the quotation that holds *span*, in its paragraph: who says "I" there."""
    around = [q for q in text.quotations if q.holds(span)]
    if not around:
        return None
    quotation = min(around, key=len)  # a quotation inside another has a speaker of its own
    paragraph = next((p for p in text.paragraphs if p.holds(quotation)), quotation)
    found = [
        (max(quotation.start - place.span.end, place.span.start - quotation.end), place.span.start, entity)
        for entity in cast
        for place in entity.places
        if place.is_speaking and paragraph.holds(place.span) and not quotation.holds(place.span)
    ]
    distance, _, entity = min(found, key=lambda row: row[:2], default=(NEAR + 1, 0, None))
    return entity if distance <= NEAR else None
