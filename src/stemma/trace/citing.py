"""
Whom a document names as the one that it has something from.

An outlet or an agency that is cited counts, an institution counts where it gives an account (and does not only
condemn or deny), a person only where something that they wrote is named: what someone says to reporters makes
them a source, not a text that this one is derived from. A state as a whole has no account of its own.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from stemma.lexicon import pairs_of, words_of
from stemma.model import Attribution, Document, Evidence, Place, Source, SourceKind, Span, Stance
from stemma.prose import sentence_at, sentences
from stemma.trace.directing import is_earlier
from stemma.trace.edge import Edge, Material, places_in
from stemma.trace.outlets import find_outlet, is_outlet, is_outlet_name, is_own, names_of

__all__ = ["cited", "is_institution"]

# How far before its author's name a document's noun may stand: "a letter sent last week from the attorney, Mr. X".
REACH = 90

# How sure it makes: the document says so; or it does, and the text itself lies in the case.
STATED = 1.0
OWN_TEXT = 0.9

_AGAINST = {Stance.DENY, Stance.DECLINE, Stance.SILENCE}
_PART = r"[A-Z][\w&’'/-]*(?:\.[\w-]+)*"
_NAME = rf"(?:[Tt]he )?(?:\w+[’']s )?(?P<name>(?:[Tt]he )?{_PART}(?: (?:of|the|{_PART})){{0,4}})"
_TOLD = re.compile(
    r"\b(?:told|tells|telling|interview with|interviewed by|spoke (?:to|with)|speaking (?:to|with)|statement to|"
    r"(?:quoted|reported|cited|published|broadcast|carried) (?:by|in|on)|citing|according to|obtained by|seen by|"
    r"report (?:by|in|from)|an article in|a column in) " + _NAME
)


@dataclass(frozen=True, slots=True)
class _Mention:
    source: str
    span: Span
    claim: str | None
    citing: bool


def cited(material: Material) -> Iterator[Edge]:
    """Yield whom each document cites, from its attributions and from the outlets it names beside them."""
    for document in material.documents:
        mentions: dict[str, list[_Mention]] = {}
        for mention in _mentions(document, material.said_in[document.id]):
            mentions.setdefault(mention.source, []).append(mention)
        for key in sorted(mentions.keys() & material.source.keys()):
            if _counts(document, material.source[key], mentions[key]):
                yield _edge(document, material.source[key], mentions[key])
        yield from _told(document, material, mentions.keys())
        yield from _own_texts(document, material, mentions)


def is_institution(source: Source) -> bool:
    """Tell whether *source* is a body with an account of its own, and not a whole state."""
    if source.kind not in (SourceKind.ORGANISATION, SourceKind.GOVERNMENT):
        return False
    return not any(_is_state(name) for name in names_of(source))


def _mentions(document: Document, attributions: Iterable[Attribution]) -> Iterator[_Mention]:
    for item in attributions:
        if item.narrated or item.stance in _AGAINST:
            continue
        place = item.cue_span or item.content_spans[0]
        if item.source:
            span = item.source_span or place
            yield _Mention(item.source, span, item.claim, citing=_is_citing(document, item))
        for index, relay in enumerate(item.via):
            span = item.via_spans[index] if index < len(item.via_spans) else place
            yield _Mention(relay, span, item.claim, citing=True)


def _counts(document: Document, source: Source, mentions: Sequence[_Mention]) -> bool:
    if any(is_own(name, document) for name in _outlets_in(source)):
        return False
    if is_outlet(source):
        return True
    if is_institution(source):
        return any(m.citing for m in mentions)
    return source.kind is SourceKind.PERSON and _wrote(document, source)


def _is_citing(document: Document, item: Attribution) -> bool:
    """Tell whether *item* gives an account of something, and is no act such as to condemn or to promise."""
    cue = item.cue_span.cut(document.text).casefold() if item.cue_span else ""
    return not any(_stem(word) in _acts() for word in re.findall(r"[a-z]+", cue))


@cache
def _acts() -> frozenset[str]:
    return frozenset(_stem(verb) for verb in words_of("acts_of_speech"))


@cache
def _stem(word: str) -> str:
    """Return *word* without the endings of a regular verb, so that "noted" and "notes" meet "note"."""
    return re.sub(r"(?:ies|ied|ing|ed|es|s|e)$", "", word) if len(word) > 3 else word


def _is_state(name: str) -> bool:
    bare = re.sub(r"^(?:the)\s+", "", name.casefold())
    bare = re.sub(r"\s+(?:government|officials)$", "", bare)
    return any(bare in pairs_of(name) for name in ("countries", "demonyms", "government_seats"))


@cache
def _document_nouns() -> str:
    return "|".join(re.escape(noun) for noun in sorted(words_of("written_documents"), key=lambda n: (-len(n), n)))


def _wrote(document: Document, source: Source) -> bool:
    """Tell whether *document* speaks of something that *source* wrote: "a letter from X", "X said in the memo"."""
    nouns = _document_nouns()
    for name in names_of(source):
        if not re.search("[A-Z]", name):
            continue
        known = re.escape(name)
        by = rf"\b(?:{nouns})\b[^.\n]{{0,{REACH}}}?\b(?:from|by|of|sent|written|signed)\b[^.\n]{{0,40}}?\b{known}\b"
        own = rf"\b{known}[’']s? (?:\w+ ){{0,2}}(?:{nouns})\b"
        wrote = r"(?:said|wrote|argued|asserted|claimed|stated|alleged) in (?:the|a|an|his|her|their)"
        within = rf"\b{known}\b[^\n]{{0,60}}?\b{wrote} (?:\w+ )?(?:{nouns})\b"
        for paragraph in document.body:
            text = paragraph.cut(document.text)
            if name not in text:  # most paragraphs, and the shapes are slow
                continue
            if re.search(by, text) or re.search(own, text) or re.search(within, text):
                return True
    return False


def _edge(document: Document, source: Source, mentions: Sequence[_Mention]) -> Edge:
    spans = sorted({m.span for m in mentions})
    claims = tuple(sorted({m.claim for m in mentions if m.claim}))
    return Edge(document.id, source, Evidence.CITES, places_in(document.id, spans), STATED, claims)


def _told(document: Document, material: Material, heard: Collection[str]) -> Iterator[Edge]:
    """Yield the outlets that someone spoke to, or that had it first, in the words of *document*."""
    for source, span in _outlets_told(document, material.sources):
        if source.id not in heard:
            around = sentence_at(span.start, _sentences(document)) or span
            claims = material.claims_at(document.id, (around,))
            yield Edge(document.id, source, Evidence.CITES, (Place(document.id, span),), STATED, claims)


def _own_texts(document: Document, material: Material, mentions: Mapping[str, Sequence[_Mention]]) -> Iterator[Edge]:
    """Yield the documents of the case that an outlet cited in *document* published, where they share a claim."""
    for key in sorted(mentions.keys() & material.source.keys()):
        source = material.source[key]
        if not is_outlet(source):
            continue
        claims = {m.claim for m in mentions[key] if m.claim}
        for other in material.documents:
            shared = [a for a in material.said_in[other.id] if a.claim in claims]
            if other.id == document.id or not shared or is_earlier(document, other):
                continue
            if any(is_own(name, other) for name in _outlets_in(source)):
                there = places_in(other.id, sorted({a.content_spans[0] for a in shared}))
                here = places_in(document.id, sorted({m.span for m in mentions[key]}))
                found = tuple(sorted({a.claim for a in shared if a.claim}))
                yield Edge(document.id, other, Evidence.CITES, here + there, OWN_TEXT, found)


def _outlets_in(source: Source) -> tuple[str, ...]:
    """Return the outlets that the names of *source* hold: "a Reuters correspondent" holds Reuters."""
    names = names_of(source)
    return (*names, *(word for name in names for word in name.split() if is_outlet_name(word)))


def _outlets_told(document: Document, sources: Sequence[Source]) -> Iterator[tuple[Source, Span]]:
    for paragraph in document.body:
        for found in _TOLD.finditer(document.text, paragraph.start, paragraph.end):
            name = _outlet_in(found["name"])
            if is_outlet_name(name) and not is_own(name, document):
                start = found.start("name")
                yield find_outlet(name, sources), Span(start, start + len(name))


def _outlet_in(name: str) -> str:
    """Return *name* without what runs on behind it: "CNN Abe" is CNN, "the Herald’s" the Herald."""
    bare = re.sub(r"(?:[.,;:]+|\s+(?:of|the)|[’']s)+$", "", name)
    first = re.sub(r"^[Tt]he\s+", "", bare).split()[0]
    return first if first.isupper() and is_outlet_name(first) else bare


def _sentences(document: Document) -> tuple[Span, ...]:
    return tuple(s for paragraph in document.body for s in sentences(document.text, paragraph))
