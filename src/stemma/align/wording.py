"""A statement in words that can be understood by themselves."""

import re
from functools import cache

from stemma.align.subjects import subject_of, unseen
from stemma.align.words import content_keys
from stemma.lexicon import pairs_of, words_of
from stemma.model import Attribution, Document, Quote, Span, Stance
from stemma.prose import sentence_within

__all__ = ["fill", "is_empty", "own_words", "sentence_of", "wording"]

FEW_WORDS = 3
"""A content with fewer words of matter ("are suffering losses", "killed seven") is not understood alone."""
BEFORE, AFTER = 12, 8
"""Words of the sentence taken to both sides of too few words; the subject stands before them more often."""
BACK = 400
"""Characters before a content in which its sentence is sought to begin."""

_PERSON = re.compile(r"^(?:that\s+)?(?:he|she)\b(?=\s)", re.IGNORECASE)
_ACCUSED = re.compile(r"^(?:that\s+)?(?:he|she|they|it)\b(?=\s)", re.IGNORECASE)


def wording(attribution: Attribution, document: Document) -> str:
    """
    Return the content of *attribution* completed from its sentence where it leaves out what it speaks of.

    A pronoun that begins it becomes the source where the source is named; a bare predicate gets the
    subject of the clause before it; too few words get the whole sentence. What was not observed is
    worded as if it had been.
    """
    return fill(own_words(attribution, document), attribution, document)


def own_words(attribution: Attribution, document: Document) -> str:
    """Return the content of *attribution* with what it speaks of, but nothing else of its sentence."""
    content = _without_pronoun(attribution, document)
    if attribution.narrated or not attribution.content_spans:
        return content
    sentence = sentence_of(attribution, document)
    if attribution.stance is Stance.NOT_OBSERVED:
        content = unseen(content)
    subject = subject_of(document.text[sentence.start : attribution.content_spans[0].start], content)
    return content if subject is None else f"{subject} {content}"


def fill(own: str, attribution: Attribution, document: Document) -> str:
    """Return *own*, the own words of *attribution*, or the words about them too where they are too few."""
    if attribution.narrated or not attribution.content_spans or len(set(content_keys(own)) - _sayings()) >= FEW_WORDS:
        return own
    sentence = sentence_of(attribution, document)
    return _around(sentence, attribution, document) if len(own) < len(sentence) else own


def is_empty(text: str) -> bool:
    """Tell whether *text* says nothing itself but points to what was said ("the claims", "any of this")."""
    return not set(content_keys(text)) - _sayings()


def _without_pronoun(attribution: Attribution, document: Document) -> str:
    """Put the source for a pronoun that means it: a person's "he", or any denier's "they"."""
    if attribution.source_span is None or attribution.quote is Quote.DIRECT:
        return attribution.content
    named = attribution.source_span.cut(document.text)
    if named.casefold() in words_of("empty_words"):
        return attribution.content
    pronoun = _ACCUSED if attribution.stance is Stance.DENY else _PERSON if named[0].isupper() else None
    return pronoun.sub(lambda _: named, attribution.content, count=1) if pronoun else attribution.content


def sentence_of(attribution: Attribution, document: Document) -> Span:
    """Return the sentence that the content of *attribution* begins in, up to the end of the content."""
    first, last = attribution.content_spans[0], attribution.content_spans[-1]
    around = Span(max(0, first.start - BACK), min(len(document.text), last.end + BACK))
    found = sentence_within(document.text, around, first.start)
    return Span(found.start, max(found.end, last.end)) if found else Span(first.start, last.end)


def _around(sentence: Span, attribution: Attribution, document: Document) -> str:
    """Return the content with the words about it, without those that only name who said it."""
    first, last = attribution.content_spans[0], attribution.content_spans[-1]
    before = _unspoken(Span(sentence.start, first.start), attribution, document).split()[-BEFORE:]
    after = _unspoken(Span(last.end, max(last.end, sentence.end)), attribution, document).split()[:AFTER]
    return " ".join([*before, document.text[first.start : last.end], *after])


def _unspoken(span: Span, attribution: Attribution, document: Document) -> str:
    named = [s for s in (attribution.source_span, attribution.cue_span, *attribution.via_spans) if s and span.holds(s)]
    edges = [span.start, *(edge for s in sorted(named) for edge in (s.start, s.end)), span.end]
    return " ".join(document.text[a:b] for a, b in zip(edges[::2], edges[1::2], strict=True) if a < b)


@cache
def _sayings() -> frozenset[str]:
    return frozenset(key for noun in pairs_of("reporting_nouns") for key in content_keys(noun))
