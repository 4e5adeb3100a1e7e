"""From the words of a document's sources to the entities that they stand for."""

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from stemma.model import SourceKind, Span
from stemma.prose import sentence_at
from stemma.resolve.appositions import appositions
from stemma.resolve.descriptions import known_as, resolve_description
from stemma.resolve.entities import Cast, Entity, Place
from stemma.resolve.fitting import telling
from stemma.resolve.joining import join_bare_bodies
from stemma.resolve.mentions import Mention, Text, find_mentions
from stemma.resolve.names import letters, name_tokens
from stemma.resolve.nominals import Nominal, find_nominals
from stemma.resolve.phrase import Phrase
from stemma.resolve.phrases import read_phrase
from stemma.resolve.printing import printed_at
from stemma.resolve.pronouns import FIRST_PERSON, resolve_pronoun
from stemma.resolve.sexing import told_sexes
from stemma.resolve.shouting import lowered
from stemma.resolve.speaking import speaker_words

__all__ = ["Casting", "cast_document"]

ARTICLES = frozenset(("the", "a", "an"))
_FULL_PHRASE = re.compile(r"\w+\s+[^.,;:“”\"\n]{3,60}(?:,\s+(?:[Tt]he\s+)?[A-Z][\w-]+(?:\s+[A-Z][\w-]+)*(?=[,.]))?")
_HANDLE = re.compile(r"\(?@(\w{4,})")
_SPEAKS_FOR = re.compile(r"\b(?:for|of|to)\s+(?P<who>.+)$")
_NEXT_NAME = re.compile(
    r",?\s+(?P<name>[A-ZÀ-Þ][\w.'’-]+(?:\s+(?:[a-z]{1,3}\s+)?[A-ZÀ-Þ][\w.'’-]*){1,4})(?=[,.;:]|\s+(?:said|says|told|has|had|was|is)\b|$)"
)


@dataclass(frozen=True, slots=True)
class Casting:
    """The entities of one document, and which of them each source's words stand for."""

    cast: Cast
    of: dict[Span, Entity | None]


def cast_document(text: Text, spans: Sequence[Span], mentions: Sequence[Mention] | None = None) -> Casting:
    """
    Return who is meant at *spans*, the words of sources and relays; None where it is not clear.

    *mentions* are the names in *text*, where they have been looked for before.
    """
    cast = Cast(text.document.id)
    mentions = find_mentions(text) if mentions is None else mentions
    told = told_sexes(text, mentions)
    mentions = [replace(mention, phrase=_of_sex(mention.phrase, told)) for mention in mentions]
    words = {span: speaker_words(span.cut(text.text)) for span in sorted(set(spans))}
    quiet = lowered(text, words.values())
    words = {span: quiet.get(said, said) for span, said in words.items()}
    phrases = {span: phrase for span in words if words[span] and (phrase := _read_source(text, span, words[span]))}
    phrases |= {span: who for span in phrases if (who := _by_handle(span.cut(text.text), mentions))}
    named = {span: _of_sex(phrase, told) for span, phrase in phrases.items() if phrase.name}
    of: dict[Span, Entity | None] = {span: None for span in words if span not in phrases}
    _add_names(cast, mentions, named, of, text)
    taken = [
        Span(min(p.begin, p.span.start) if p.begin >= 0 else p.span.start, p.span.end) for e in cast for p in e.places
    ]
    nominals = find_nominals(text, [*taken, *words])
    for span, phrase in sorted(phrases.items(), key=lambda row: (row[1].pronoun in FIRST_PERSON, row[0])):
        if span in named:
            continue
        while nominals and nominals[0].place.span.start < span.start:
            _add_nominal(cast, nominals.pop(0), text)
        if phrase.pronoun:
            entity = resolve_pronoun(cast, phrase, span, text)
        else:
            entity = resolve_description(cast, phrase, span, text)
        of[span] = entity
        if entity:
            _take_up(entity, phrase, Place(span, is_speaking=True, is_quoted=text.is_quoted(span)), words[span])
    join_bare_bodies(cast, of)
    _note_printed(text, of, phrases)
    _find_owners(cast)
    return Casting(cast, of)


def _of_sex(phrase: Phrase, told: Mapping[str, str]) -> Phrase:
    """Return *phrase* with the sex that the text has *told* of the name, where the name itself tells none."""
    if phrase.kind is not SourceKind.PERSON or phrase.sex or not phrase.name:
        return phrase
    return replace(phrase, sex=told.get(name_tokens(phrase.name)[-1]))


def _by_handle(words: str, mentions: Sequence[Mention]) -> Phrase | None:
    """Return the name in the text that the handle of a post spells: "roe, a. (@AnnRoe)" where the text has Ann Roe."""
    handle = _HANDLE.search(words)
    if handle is None:
        return None
    spelt = letters(handle.group(1))
    return next((m.phrase for m in mentions if " " in m.phrase.name and letters(m.phrase.name) == spelt), None)


def _take_up(entity: Entity, phrase: Phrase, place: Place, words: str) -> None:
    """Note that *words* at *place* are a source and mean *entity*."""
    if not phrase.pronoun and words not in entity.wordings:
        entity.wordings.append(words)
    if not entity.names and telling(phrase) and phrase not in entity.roles:
        entity.roles.append(phrase)  # "police … the Halen police"
    entity.places.append(place)
    if phrase.pronoun in {"he", "she"} and not entity.sex:
        entity.sex = phrase.sex


def _note_printed(text: Text, of: Mapping[Span, Entity | None], phrases: Mapping[Span, Phrase]) -> None:
    for span, phrase in phrases.items():
        entity, key = of[span], printed_at(text, span)
        if entity and key and not phrase.pronoun:
            entity.printed.append(key)


def _add_nominal(cast: Cast, nominal: Nominal, text: Text) -> None:
    """Let one without a name wait for a pronoun that takes it up; a description of somebody known is that one's."""
    phrase = nominal.phrase
    if not phrase.head or phrase.name or phrase.pronoun:
        return
    entity = known_as(cast, phrase, nominal.place.span, text)
    if entity is None:
        entity = Entity(cast.document, phrase.kind, sex=phrase.sex, is_plural=phrase.is_plural)
        entity.roles.append(phrase)
        entity.wordings.append(phrase.text)
        cast.waiting.append(entity)
    entity.places.append(nominal.place)


def _find_owners(cast: Cast) -> None:
    """Note for whom somebody speaks or works, where that is somebody of the same text."""
    for entity in cast:
        for role in entity.roles:
            after = _SPEAKS_FOR.search(role.text)
            words = role.owner or (after.group("who") if after and role.has_office else "")
            principal = read_phrase(words) if words else None
            found = cast.find(principal) if principal and principal.name else None
            if found and found is not entity and entity.owner is None:
                entity.owner = found


def _read_source(text: Text, span: Span, words: str) -> Phrase | None:
    """Read the source's *words*, with the apposition that runs on after them; None where there is no noun."""
    phrase = read_phrase(words)
    if words.casefold() in ARTICLES:  # the tagger saw no more of it
        longer = _FULL_PHRASE.match(text.text, span.start)
        if longer is None:
            return None
        phrase = read_phrase(longer.group())
    sentence = sentence_at(span.start, text.sentences) or Span(span.start, span.end)
    if phrase.name:
        at = text.text.find(phrase.name, span.start, span.end)
        place = Span(span.start, at + len(phrase.name)) if at >= 0 else span
        beside = appositions(text.text, place, Span(sentence.start, max(sentence.end, span.end)), phrase.kind)
        return replace(phrase, roles=phrase.roles + tuple(r for r in beside if r not in phrase.roles))
    if phrase.has_office:
        follows = _NEXT_NAME.match(text.text, span.end, max(sentence.end, span.end))
        whole = read_phrase(text.text[span.start : follows.end()]) if follows else None
        if whole and whole.name and whole.kind is SourceKind.PERSON:
            return replace(whole, text=phrase.text)
    return phrase


def _add_names(
    cast: Cast, mentions: Sequence[Mention], named: dict[Span, Phrase], of: dict[Span, Entity | None], text: Text
) -> None:
    """Give every name its entity: full names first, so that a surname finds the one it is short for."""
    rows = [
        (Mention(_name_place(text, span, phrase), span.start, phrase, text.is_quoted(span), is_weak=False), span)
        for span, phrase in named.items()
    ]
    taken = sorted(row[0].span for row in rows if row[0].phrase.kind is not SourceKind.GROUP)  # "Ann Roe and Bob Hale"
    starts, ends = [span.start for span in taken], [0, *accumulate((span.end for span in taken), max)]
    heard: list[tuple[Mention, Span | None]] = [*rows]
    heard += [(m, None) for m in mentions if ends[bisect_left(starts, m.span.end)] <= m.span.start]
    for mention, source in sorted(heard, key=lambda row: (row[0].phrase.is_single, row[0].span)):
        phrase = mention.phrase
        if source is None and phrase.is_single and mention.is_weak and cast.find(phrase) is None:
            continue
        entity = cast.named(phrase, mention.span.start, is_weak=mention.is_weak)
        place = Place(mention.span, mention.begin, is_quoted=mention.is_quoted, is_speaking=source is not None)
        entity.note(phrase, place)
        if source is not None:
            of[source] = entity
            words = speaker_words(source.cut(text.text))
            if words not in entity.wordings:
                entity.wordings.append(words)


def _name_place(text: Text, span: Span, phrase: Phrase) -> Span:
    at = text.text.find(phrase.name, span.start, span.end)
    return Span(at, at + len(phrase.name)) if at >= 0 else span
