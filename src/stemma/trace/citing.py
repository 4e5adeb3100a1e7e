"""
Whom a document names as the one that it has something from.

An outlet or an agency that is cited counts, and so do "local media"; an institution counts where it gives an account
(and does not only condemn or deny), whoever is no person where a text that they gave out is named ("a police
statement"), a person only where something that they wrote is: what someone says to reporters makes them a source, not
a text that this one is derived from. A state as a whole has no account of its own.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from stemma.lexicon import pairs_of, words_of
from stemma.model import Attribution, Document, Evidence, Source, SourceKind, Stance
from stemma.prose import is_own_outlet
from stemma.trace.calling import are_press, is_issued
from stemma.trace.directing import is_earlier
from stemma.trace.edge import Edge, Material, places_in
from stemma.trace.mentioning import Mention, Publishers, outlets_named, stem
from stemma.trace.outlets import is_outlet_name, names_of
from stemma.trace.writings import is_posted, is_signed, wrote

__all__ = ["cited", "is_institution"]

# How sure it makes: the document says so; or it does, and the text itself lies in the case.
STATED = 1.0
OWN_TEXT = 0.9

_AGAINST = {Stance.DENY, Stance.DECLINE, Stance.SILENCE}


def cited(material: Material) -> Iterator[Edge]:
    """Yield whom each document cites, from its attributions and from the outlets it names beside them."""
    published = Publishers.of(material.documents)
    for document in material.documents:
        mentions: dict[str, list[Mention]] = {}
        for mention in _mentions(document, material.said_in[document.id]):
            mentions.setdefault(mention.source, []).append(mention)
        counted = {k for k in mentions.keys() & material.source.keys() if _counts(document, material, k, mentions[k])}
        for key in sorted(counted):
            yield _edge(document, material.source[key], mentions[key])
        told = outlets_named(document, material, published)
        for source, found in told:
            if source.id not in counted:
                yield _edge(document, source, found)
        known = [(material.source[key], mentions[key]) for key in sorted(mentions.keys() & material.source.keys())]
        for source, places in [*known, *told]:
            yield from _own_texts(document, material, source, places)


def is_institution(source: Source) -> bool:
    """Tell whether *source* is a body with an account of its own, and not a whole state."""
    if source.kind not in (SourceKind.ORGANISATION, SourceKind.GOVERNMENT):
        return False
    return not any(_is_state(name) for name in names_of(source))


def _mentions(document: Document, attributions: Iterable[Attribution]) -> Iterator[Mention]:
    for item in attributions:
        if item.narrated or item.stance in _AGAINST:
            continue
        place = item.cue_span or item.content_spans[0]
        if item.source:
            span = item.source_span or place
            signed, posted = is_signed(document, item), is_posted(document, item)
            yield Mention(item.source, span, item.claim, _is_citing(document, item), posted, signed)
        for relay, span in item.relays:
            yield Mention(relay, span, item.claim, citing=True)


def _counts(document: Document, material: Material, key: str, mentions: Sequence[Mention]) -> bool:
    source = material.source[key]
    if any(is_own_outlet(name, document) for name in _outlets_in(source)):
        return False
    if material.is_outlet(source) or are_press(source):
        return True
    if is_institution(source):
        return any(m.citing for m in mentions)
    if source.kind is not SourceKind.PERSON and any(
        m.citing and is_issued(m.span.cut(document.text)) for m in mentions
    ):
        return True
    if any(m.signed for m in mentions):
        return True
    return source.kind is SourceKind.PERSON and (any(m.posted for m in mentions) or wrote(document, source))


def _is_citing(document: Document, item: Attribution) -> bool:
    """Tell whether *item* gives an account of something, and is no act such as to condemn or to promise."""
    cue = item.cue_span.cut(document.text).casefold() if item.cue_span else ""
    return not any(stem(word) in _acts() for word in re.findall(r"[a-z]+", cue))


@cache
def _acts() -> frozenset[str]:
    return frozenset(stem(verb) for verb in words_of("acts_of_speech"))


def _is_state(name: str) -> bool:
    bare = re.sub(r"^(?:the)\s+", "", name.casefold())
    bare = re.sub(r"\s+(?:government|officials)$", "", bare)
    return any(bare in pairs_of(name) for name in ("countries", "demonyms", "government_seats"))


def _edge(document: Document, source: Source, mentions: Sequence[Mention]) -> Edge:
    spans = sorted({m.span for m in mentions})
    claims = tuple(sorted({m.claim for m in mentions if m.claim}))
    return Edge(document.id, source, Evidence.CITES, places_in(document.id, spans), STATED, claims)


def _own_texts(document: Document, material: Material, source: Source, mentions: Sequence[Mention]) -> Iterator[Edge]:
    """Yield the documents of the case that an outlet cited in *document* published, where they share a claim."""
    if not material.is_outlet(source):
        return
    claims = {m.claim for m in mentions if m.claim}
    carriers = sorted({key for claim in claims for key in material.carriers[claim]} - {document.id})
    for other in (material.document[key] for key in carriers):
        if is_earlier(document, other) or not any(is_own_outlet(name, other) for name in _outlets_in(source)):
            continue
        shared = [a for a in material.said_in[other.id] if a.claim in claims]
        there = places_in(other.id, sorted({a.content_spans[0] for a in shared}))
        here = places_in(document.id, sorted({m.span for m in mentions}))
        found = tuple(sorted({a.claim for a in shared if a.claim}))
        yield Edge(document.id, other, Evidence.CITES, here + there, OWN_TEXT, found)


def _outlets_in(source: Source) -> tuple[str, ...]:
    """Return the outlets that the names of *source* hold: "a Reuters correspondent" holds Reuters."""
    names = names_of(source)
    return (*names, *(word for name in names for word in name.split() if is_outlet_name(word)))
