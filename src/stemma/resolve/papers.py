"""Who speaks through a paper: "the statement", "a report from the ministry", "the indictment"."""

import re
from collections.abc import Callable

from stemma.lexicon import pairs_of, words_of
from stemma.model import SourceKind, Span
from stemma.resolve.entities import Cast, Entity
from stemma.resolve.mentions import Text
from stemma.resolve.phrase import OWNERS, Phrase
from stemma.resolve.phrases import read_phrase
from stemma.resolve.speaking import SAYS
from stemma.resolve.words import Word, is_collective, read_words

__all__ = ["is_paper", "resolve_paper"]

_ISSUED = r"(?:released|issued|published|sent|written|filed|posted|signed|put out|made|provided)"
_AUTHOR = re.compile(rf"\b(?:{_ISSUED}\s+)?(?:by|from|of)\s+(?P<who>.+)$")
_NAME = r"(?:the\s+)?[A-Z][\w.’'-]*(?:\s+(?:of|for|the|[A-Z][\w.’'-]*))*"
_BODY_AHEAD = re.compile(r"(?:\s+[a-z][\w’'-]*){1,3}")
_AUTHOR_AHEAD = r"\b{noun}\b(?:\s+\w+){{0,3}}?\s+(?:by|from)\s+(?P<who>" + _NAME + ")"
_WRITTEN_BY = r"\b[Aa]n?\s+(?:\w+\s+){{0,2}}{noun}\s+(?:\w+\s+)?(?:by|from|of)\s+(?P<the>the\s+)?(?=\w)"
_IN_SAID = r"\b[Ii]n an?\s+(?:\w+\s+){{0,2}}{noun}\b[^.“”\"]{{0,100}}\b" + SAYS
_SAID_IN = rf"\b{SAYS}" + r"[^.“”\"]{{0,60}}\bin an?\s+(?:\w+\s+){{0,2}}{noun}\b"
_BODY = r"\b(?:[Aa]n?|[Tt]he)\s+(?:\w+\s+){{0,2}}{body}\b(?:\s+in\s+[A-Z]\w+(?:\s[A-Z]\w+)*)?"

Otherwise = Callable[[Phrase], Entity | None]
"""Finds whom another description means."""


def is_paper(phrase: Phrase) -> bool:
    """Tell whether *phrase* is about words, not about who speaks them."""
    return phrase.head in words_of("speaking_documents") or phrase.head in words_of("report_nouns")


def resolve_paper(cast: Cast, phrase: Phrase, span: Span, text: Text, otherwise: Otherwise) -> Entity:
    """Return who speaks through the paper at *span* where the text says so, else the paper itself."""
    author = _author(cast, phrase, span, text, otherwise)
    if author:
        return author
    body = pairs_of("legal_instruments").get(phrase.head)
    if body:
        return _issuing_body(cast, phrase, body, text)
    same = _same_paper(cast, phrase)
    if same:
        return same
    made = cast.new(SourceKind.UNNAMED, is_plural=phrase.is_plural)
    made.roles.append(phrase)
    return made


def _issuing_body(cast: Cast, phrase: Phrase, body: str, text: Text) -> Entity:
    """Return the grand jury of an indictment, the court of a ruling."""
    found = next((e for e in cast if any(r.head in {body, phrase.head} for r in e.roles)), None)
    if found:
        return found
    mention = re.search(_BODY.format(body=body), text.text)
    made = cast.new(SourceKind.ORGANISATION)
    made.roles.append(read_phrase(mention.group()) if mention else phrase)
    if mention:
        made.wordings.append(mention.group())
    return made


def _same_paper(cast: Cast, phrase: Phrase) -> Entity | None:
    vague = phrase.head in words_of("report_nouns") and not phrase.is_definite
    for entity in cast:
        heads = {r.head for r in entity.roles}
        if (
            entity.kind is SourceKind.UNNAMED
            and not entity.names
            and (phrase.head in heads or (vague and heads and heads <= words_of("report_nouns")))
        ):
            return entity
    return None


def _author(cast: Cast, phrase: Phrase, span: Span, text: Text, otherwise: Otherwise) -> Entity | None:
    if phrase.owner in OWNERS:
        return otherwise(phrase)
    owner = cast.find(read_phrase(phrase.owner)) if phrase.owner else None
    stated = None if owner else _AUTHOR.search(phrase.text)
    author = owner or (_who(cast, stated.group("who"), otherwise) if stated else None)
    if author or stated:
        return author
    words = read_words(phrase.text)
    front = [w for w in words if w.is_capital and w.low not in words_of("determiners")]
    if front and words[-1].low.endswith(phrase.head[-3:]):  # "the ISW analysis"
        author = cast.find(read_phrase(phrase.text[front[0].start : front[-1].end]))
    elif words[1:] and words[-1].low == phrase.head and _is_plain_body(words[-2]):  # "a government statement"
        return _who(cast, f"the {words[-2].low}", otherwise)
    return author or (_stated_before(cast, phrase, span, text, otherwise) if phrase.is_definite else None)


def _is_plain_body(word: Word) -> bool:
    return is_collective(word.low) and not word.is_capital and not word.is_possessive


def _who(cast: Cast, words: str, otherwise: Otherwise) -> Entity | None:
    who = read_phrase(words)
    if who.name:
        return cast.named(who)
    if not who.head or not (is_collective(who.head) or who.has_office or who.is_plural):
        return None
    found = otherwise(who)
    if found and who.text not in found.wordings:
        found.wordings.append(who.text)
    return found


def _stated_before(cast: Cast, phrase: Phrase, span: Span, text: Text, otherwise: Otherwise) -> Entity | None:
    """Look back for "a statement released by X", "X said in a statement"."""
    noun = re.escape(phrase.head)
    before = [s for s in text.sentences if s.start < span.start]
    for sentence in reversed(before):
        words = text.text[sentence.start : min(sentence.end, span.start)]
        author = _heard_as_author(cast, re.search(_WRITTEN_BY.format(noun=noun), words), sentence)
        if author:
            return author
        stated = re.search(_AUTHOR_AHEAD.format(noun=noun), words)
        if stated and phrase.head not in pairs_of("legal_instruments"):
            return _who(cast, stated.group("who") + _body_behind(words[stated.end() :]), otherwise)
        if re.search(_SAID_IN.format(noun=noun), words) or re.search(_IN_SAID.format(noun=noun), words):
            for entity in cast:
                if any(sentence.holds(p.span) and p.is_speaking for p in entity.places):
                    return entity
    return None


def _body_behind(words: str) -> str:
    """Return the end of a name that is no name by itself: "city council" behind "the Ulm"; "" where there is none."""
    behind = _BODY_AHEAD.match(words)
    found = read_words(behind.group()) if behind else ()
    end = next((word.end for word in reversed(found) if is_collective(word.low)), 0)
    return words[:end]


def _heard_as_author(cast: Cast, written: re.Match[str] | None, sentence: Span) -> Entity | None:
    """Return who is heard in "an audit by the Ulm city council said": the words for the audit, or for the council."""
    if written is None:
        return None
    author = written.start("the") if written["the"] else written.end()
    starts = {sentence.start + at for at in (written.start(), author, written.end())}
    return next((e for e in cast if any(p.is_speaking and p.span.start in starts for p in e.places)), None)
