"""
Outlets that a text names where it tells something: "told the Herald", "the Herald reported".

An outlet is known by its name, or because another document of the case is its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Self

from stemma.lexicon import WORDS_KEPT, pairs_of
from stemma.model import Document, Source, Span
from stemma.prose import is_own_outlet, sentence_at, sentences
from stemma.trace.calling import outlets_called
from stemma.trace.edge import Material
from stemma.trace.outlets import is_outlet_name, trimmed

__all__ = ["Mention", "Publishers", "outlets_named", "stem"]

_PART = r"[a-z]?[A-Z][\w&’'/-]*(?:\.[\w-]+)*"
_NAME = rf"(?:[Tt]he )?(?:\w+[’']s )?(?P<name>(?:[Tt]he )?{_PART}(?: (?:of|the|{_PART})){{0,4}})"
_PAPER = r"(?:report|article|story|investigation|interview|op-ed|editorial|column|documentary|analysis)s?"
_TOLD = re.compile(
    r"\b(?:told|tells|telling|interview with|interviewed by|spoke (?:to|with)|speaking (?:to|with)|statement to|"
    r"(?:quoted|reported|cited|published|broadcast|carried) (?:by|in|on)|citing|according to|obtained by|seen by|"
    r"report (?:by|in|from)|an article in|a column in|"
    r"(?:op-ed|editorial|opinion|essay|column|piece|article)(?: piece| article)? (?:for|in)|reported) " + _NAME
)
# "He said on Kesh One", "she wrote in the Herald": who is on the air or in print speaks to that house alone.
_SPOKE_ON = re.compile(
    r"\b(?:(?:said|says|added|spoke|speaking|appeared|appearing)(?: live| early| late| \w+day){0,2} on|"
    r"(?:wrote|writes|writing|argued|argues)(?: \w+day)? in) " + _NAME
)
_OF_THEIRS = re.compile(rf"\b(?:an?|the|its|their|this|that|another) {_NAME}(?:[’']s)? {_PAPER}\b")
_ARTICLE = re.compile(r"^[Tt]he\s+")
_WORD = re.compile(r"(?<![^\W_])[^\W_]\S*?(?=[\s.,;:!?’'”\")\]]|$)")


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that speaks of a source, and the claim told there."""

    source: str
    span: Span
    claim: str | None
    citing: bool
    """Whether an account is given there, and no act such as to condemn."""
    posted: bool = False
    """Whether the source wrote it where all can read it."""
    signed: bool = False
    """Whether the post is printed with the handle of its account."""


@dataclass(frozen=True, slots=True)
class Publishers:
    """Who published the documents of a case: what publishes is an outlet, whatever it is called."""

    names: Mapping[str, tuple[str, ...]]
    """By their first word, the longest first."""

    @classmethod
    def of(cls, documents: Sequence[Document]) -> Self:
        """Return those of *documents*."""
        outlets = sorted({_ARTICLE.sub("", d.outlet) for d in documents if d.outlet}, key=lambda n: (-len(n), n))
        names: dict[str, list[str]] = {}
        for name in outlets:
            names.setdefault(name.split()[0], []).append(name)
        return cls({word: tuple(found) for word, found in names.items()})


def outlets_named(
    document: Document, material: Material, published: Publishers
) -> Sequence[tuple[Source, tuple[Mention, ...]]]:
    """Return the outlets that someone spoke to, or that had it first, in the words of *document*."""
    found: dict[str, tuple[Source, tuple[Mention, ...]]] = {}
    cut = tuple(s for paragraph in document.body for s in sentences(document.text, paragraph))
    told = dict.fromkeys((*_outlets_told(document), *outlets_called(document)))
    for name, span in (*told, *_outlets_at_hand(document, published, cut)):
        source = material.outlets.find(name)
        around = sentence_at(span.start, cut) or span
        claims = material.claims_at(document.id, (around,)) or (None,)
        _, before = found.get(source.id, (source, ()))
        found[source.id] = source, (*before, *(Mention(source.id, span, claim, citing=True) for claim in claims))
    return tuple(found[key] for key in sorted(found))


def _outlets_at_hand(document: Document, published: Publishers, cut: Sequence[Span]) -> Iterator[tuple[str, Span]]:
    """Yield the outlets of documents of the case that *document* names where it tells something."""
    for sentence in cut:
        words = sentence.cut(document.text)
        for word in _WORD.finditer(words):
            for name in published.names.get(word.group(), ()):
                is_whole = words.startswith(name, word.start()) and not words[word.start() + len(name) :][:1].isalnum()
                if is_whole and not is_own_outlet(name, document) and _tells(words):
                    start = sentence.start + word.start()
                    yield name, Span(start, start + len(name))
                    break


def _tells(sentence: str) -> bool:
    """Tell whether *sentence* holds a verb of saying, in any form, or "according to"."""
    said = {stem(word) for word in re.findall(r"[a-z]+", sentence.casefold())}
    return bool(said & _verbs_of_telling()) or "according to" in sentence.casefold()


@cache
def _verbs_of_telling() -> frozenset[str]:
    verbs = pairs_of("reporting_verbs")
    irregular = (form for verb in verbs for form in pairs_of("irregular_verbs").get(verb, "").split())
    return frozenset(map(stem, (*verbs, *irregular)))


def _outlets_told(document: Document) -> Iterator[tuple[str, Span]]:
    for paragraph in document.body:
        text, start, end = document.text, paragraph.start, paragraph.end
        for found in (found for shape in (_TOLD, _SPOKE_ON, _OF_THEIRS) for found in shape.finditer(text, start, end)):
            name = _outlet_in(found["name"])
            is_partner = text.startswith(" affiliate", found.end())  # "CNN affiliate KESH-TV" is no CNN
            if is_outlet_name(name) and not is_own_outlet(name, document) and not is_partner:
                at = found.start("name")
                yield name, Span(at, at + len(name))


def _outlet_in(name: str) -> str:
    """Return *name* without what runs on behind it: "CNN Abe" is CNN, "the Herald Friday" the Herald."""
    bare = trimmed(name)
    first = re.sub(r"^[Tt]he\s+", "", bare).split()[0]
    return first if first.isupper() and is_outlet_name(first) else bare


@lru_cache(maxsize=WORDS_KEPT)
def stem(word: str) -> str:
    """Return *word* without the endings of a regular verb, so that "noted" and "notes" meet "note"."""
    return re.sub(r"(?:ies|ied|ing|ed|es|s|e)$", "", word) if len(word) > 3 else word
