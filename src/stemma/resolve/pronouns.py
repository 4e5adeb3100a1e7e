"""Whom a pronoun means, or that it cannot be told."""

import re
from dataclasses import dataclass

from stemma.model import SourceKind, Span
from stemma.resolve.entities import Cast, Entity, Place
from stemma.resolve.mentions import Text
from stemma.resolve.phrase import Phrase
from stemma.resolve.phrases import read_phrase
from stemma.resolve.words import is_group

__all__ = ["resolve_pronoun"]

# The weights were chosen on 1,200 texts of the GAP development set (Webster et al. 2018; not news). Of its 144 "he" and
# "she" whose two candidates are both known here, 93 are right, 34 wrong and 17 left open; of 42 that mean neither, 25
# are given to neither. A step of a third to a half in one weight moves the right ones by up to four.
REACH = 8
"""Sentences back in which a pronoun's antecedent is looked for."""
MARGIN = 0.2
"""Two candidates nearer than this are equally likely: abstain."""
PER_SENTENCE = 1.4
SPEAKING = 0.7
"""Who spoke last goes on speaking."""
SUBJECT = 1.0
"""The first name of a sentence is mostly its subject, and a pronoun that opens the next sentence takes it up."""
OBLIQUE = 0.9
"""Less for a name after a preposition or with a possessive ending."""
SALIENCE = 0.1
MOST_SALIENT = 6
KNOWN_SEX = 0.3
DUAL = 0.5
"""More for "the two …", "both …": what is told apart just before is mostly taken up as "they"."""
WEAK = 1.2
"""Less for what only its capitals make a name."""
_BEFORE_OBLIQUE = re.compile(
    r"\b(?:of|in|from|to|by|for|with|on|against|at|about|over|between|into|near|under|than|like)\s+(?:[\w’'-]+\s+){0,3}\Z",
    re.IGNORECASE,
)


_OPENING = re.compile(
    r"\A\W*(?:in|on|at|after|before|during|for|from|since|under|with|as|when|while|despite|because|although)\b[^,]*,",
    re.IGNORECASE,
)
"""A phrase or clause before the subject."""
_BEFORE_RELATIVE = re.compile(r"(?:^|[\s(])(?P<what>(?:(?:[Tt]he|[Ss]ome|[Mm]any)\s+(?:\w+\s+){0,3})?[\w-]+),?\s+\Z")
_QUOTED = re.compile(r"\A.*[”\"]", re.DOTALL)
_JOINED = re.compile(r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)*,?\s+(?:and|or)\s+\Z")
_PLURAL = re.compile(
    r"\b(?:[Tt]he|[Bb]oth|[Ss]everal|[Ss]ome|[Mm]any|[Tt]wo|[Tt]hree)\s+(?:[\w-]+\s+){0,4}?(?P<noun>[a-z]+s|people|police|men|women)\b"
)


@dataclass(frozen=True, slots=True)
class _Candidate:
    score: float
    last: int
    entity: Entity


def resolve_pronoun(cast: Cast, phrase: Phrase, span: Span, text: Text) -> Entity | None:
    """Return the antecedent of the pronoun at *span*; None where none fits or two fit alike."""
    pronoun = phrase.pronoun or ""
    if pronoun in {"who", "which", "whom", "whose", "that", "all"}:
        return _relative(cast, span, text)
    if pronoun in {"i", "we", "you", "me", "us", "my", "one"}:
        return None
    here = _sentence_number(text, span.start)
    found = sorted(
        (c for entity in cast if _fits(entity, phrase) and (c := _candidate(entity, phrase, span, here, text))),
        key=lambda c: (-c.score, -c.last),
    )
    group = _nominal_group(phrase, span, here, text)
    if group and (not found or group[0] > found[0].score):
        made = cast.new(SourceKind.GROUP, is_plural=True)
        made.roles.append(read_phrase(group[1].cut(text.text)))
        made.wordings.append(group[1].cut(text.text))
        made.places.append(Place(group[1], is_quoted=text.is_quoted(group[1])))
        return made
    if not found:
        return None
    if len(found) > 1 and found[0].score - found[1].score < MARGIN:
        return None
    return found[0].entity


def _nominal_group(phrase: Phrase, span: Span, here: int, text: Text) -> tuple[float, Span] | None:
    """Return the best plural noun phrase before "they" that is no source itself ("the two nations"), with its score."""
    if phrase.pronoun not in {"they", "them", "their"}:
        return None
    best: tuple[float, Span] | None = None
    for number in range(max(0, here - 2), here + 1):
        sentence = text.sentences[number]
        for match in _PLURAL.finditer(text.text, sentence.start, min(sentence.end, span.start)):
            place = Span(match.start(), match.end())
            if not is_group(match.group("noun").casefold()) or text.is_quoted(place):
                continue
            score = -PER_SENTENCE * (here - number) + max(0.0, _prominence(Place(place), text))
            score += DUAL if re.match(r"both|(?:the\s+)?two\b", match.group(), re.IGNORECASE) else 0.0
            if best is None or score >= best[0]:
                best = score, place
    return best


def _relative(cast: Cast, span: Span, text: Text) -> Entity | None:
    """Return whom "who" goes on about: the one named last before it, in its sentence."""
    here = text.sentences[_sentence_number(text, span.start)] if text.sentences else span
    places = [
        (p.span.end, e) for e in cast for p in e.places if here.start <= p.span.start and p.span.end <= span.start
    ]
    end, nearest = max(places, key=lambda row: row[0], default=(0, None))
    if nearest and not text.text[end : span.start].strip(" ,"):
        return nearest
    phrase = _phrase_before(text, here, span)
    if phrase is None:
        return nearest
    found = cast.find(phrase, span.start) if phrase.name else None
    if found is None:
        found = cast.named(phrase) if phrase.name else cast.new(phrase.kind, is_plural=phrase.is_plural)
        found.roles += [phrase] if phrase.head else []
        found.wordings.append(phrase.text)
    return found


def _phrase_before(text: Text, sentence: Span, span: Span) -> Phrase | None:
    """Return the noun phrase that ends in a comma right before "who": "Democrats, who …"."""
    before = _BEFORE_RELATIVE.search(text.text[sentence.start : span.start])
    phrase = read_phrase(before.group("what")) if before else None
    return (
        phrase if phrase and (phrase.is_plural or phrase.kind in {SourceKind.GROUP, SourceKind.ORGANISATION}) else None
    )


def _fits(entity: Entity, phrase: Phrase) -> bool:
    pronoun = phrase.pronoun
    if pronoun in {"he", "she", "him", "her", "his", "himself", "herself"}:
        return entity.is_person and not (phrase.sex and entity.sex and entity.sex != phrase.sex)
    if pronoun in {"it", "its", "itself"}:
        return entity.is_unclear or (not entity.is_person and not entity.is_plural)
    return entity.is_plural or entity.kind in {SourceKind.ORGANISATION, SourceKind.OUTLET, SourceKind.GROUP}


def _candidate(entity: Entity, phrase: Phrase, span: Span, here: int, text: Text) -> _Candidate | None:
    quoted = text.is_quoted(span)
    places = [p for p in entity.places if p.span.end <= span.start and (quoted or not p.is_quoted)]
    best: float | None = None
    for place in places:
        distance = here - _sentence_number(text, place.span.start)
        if distance > REACH:
            continue
        score = -PER_SENTENCE * distance + _prominence(place, text)
        best = score if best is None else max(best, score)
    if best is None:
        return None
    best += SALIENCE * min(len(places), MOST_SALIENT)
    if phrase.sex and entity.sex == phrase.sex:
        best += KNOWN_SEX
    if entity.is_weak or entity.is_unclear:
        best -= WEAK
    if phrase.pronoun in {"they", "them", "their"} and not entity.is_plural:
        best -= KNOWN_SEX
    return _Candidate(best, max(p.span.start for p in places), entity)


def _prominence(place: Place, text: Text) -> float:
    score = SPEAKING if place.is_speaking else 0.0
    sentence = text.sentences[_sentence_number(text, place.span.start)]
    before = text.text[sentence.start : place.begin if place.begin >= 0 else place.span.start]
    before = _JOINED.sub("", _QUOTED.sub("", before))
    if _BEFORE_OBLIQUE.search(before) or text.text[place.span.end : place.span.end + 2] in {"'s", "’s"}:
        score -= OBLIQUE
    elif not re.search(r"[A-Z]\w", _OPENING.sub("", before)[1:]):
        score += SUBJECT
    return score


def _sentence_number(text: Text, position: int) -> int:
    low, high = 0, len(text.sentences)
    while low < high:
        middle = (low + high) // 2
        if text.sentences[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    return min(low, max(0, len(text.sentences) - 1))
