"""How likely somebody is taken up by a pronoun, from where and how the text spoke of him or her before."""

import re
from dataclasses import dataclass

from stemma.model import SourceKind, Span
from stemma.resolve.entities import Entity, Place
from stemma.resolve.mentions import Text
from stemma.resolve.phrase import Phrase
from stemma.resolve.speaking import SAYS

__all__ = ["MARGIN", "Candidate", "is_oblique", "rate", "sentence_number"]

# The weights were chosen on 1,200 texts of the GAP development set (Webster et al. 2018), but for NAMELESS: on
# the news of GUM .3 and .5 give as many right answers. `python -m benchmarks.pronouns` measures what they do.
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
WEAK = 1.2
"""Less for what only its capitals make a name."""
DUAL = 0.5
"""More for "the two …", "both …": what is told apart just before is mostly taken up as "they"."""
NAMELESS = 0.5
"""Less for one body or person who is only described, and is no source: a text goes on about those whom it names."""
SUBJECTS = frozenset(("he", "she", "it", "they"))
_BEFORE_OBLIQUE = re.compile(
    r"\b(?:of|in|from|to|by|for|with|on|against|at|about|over|between|into|near|under|than|like)\s+(?:[\w’'-]+\s+){0,3}\Z",
    re.IGNORECASE,
)


_OPENING = re.compile(
    r"\A\W*(?:in|on|at|after|before|during|for|from|since|under|with|as|when|while|despite|because|although)\b[^,]*,",
    re.IGNORECASE,
)
"""A phrase or clause before the subject."""
_BEHIND = re.compile(rf",\s+(?P<verb>{SAYS}\s+)?\Z")
_SAYS = re.compile(rf"(?:\s+\([^)]*\))?(?:,|\s+(?:(?:also|has|had|later)\s+)?{SAYS})")
_DUAL = re.compile(r"both\b|(?:the\s+)?two\b", re.IGNORECASE)
_NAME = re.compile(r"(?<=.)[A-Z]\w", re.DOTALL)
_WORD = re.compile(r"[^\W\d_]{3}")
"""Before one without a name any word may hold the subject or the verb."""
_QUOTED = re.compile(r"\A.*[”\"]", re.DOTALL)
_JOINED = re.compile(r"[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)*,?\s+(?:and|or)\s+\Z")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody whom a pronoun may mean."""

    score: float
    last: int
    """Where the text spoke of this one last."""
    entity: Entity


def rate(entity: Entity, phrase: Phrase, span: Span, here: int, text: Text) -> Candidate | None:
    """Return how likely *entity* is meant by the pronoun at *span* in sentence *here*; None where it is too far."""
    quoted = text.is_quoted(span)
    places = [p for p in entity.places if p.span.end <= span.start and (quoted or not p.is_quoted)]
    skipped = 0 if quoted else _quoted_before(text, span, here)
    best: float | None = None
    for place in places:
        distance = here - sentence_number(text, place.span.start)
        distance -= min(skipped, max(0, distance - 1))
        if distance > REACH:
            continue
        own = _prominence(place, text, is_named=bool(entity.names), is_subject=phrase.pronoun in SUBJECTS)
        score = own - PER_SENTENCE * distance
        best = score if best is None else max(best, score)
    if best is None:
        return None
    best += SALIENCE * min(len(places), MOST_SALIENT)
    if phrase.sex and entity.sex == phrase.sex:
        best += KNOWN_SEX
    if entity.is_weak or entity.is_unclear or (entity.kind is SourceKind.GOVERNMENT and not entity.state):
        best -= WEAK
    if not (entity.names or entity.is_plural or any(place.is_speaking for place in places)):
        best -= NAMELESS
    if phrase.is_plural and not entity.is_plural:
        best -= KNOWN_SEX
    if phrase.is_plural and any(_DUAL.match(role.text) for role in entity.roles):
        best += DUAL
    return Candidate(best, max(p.span.start for p in places), entity)


def _quoted_before(text: Text, span: Span, here: int) -> int:
    """Return how many quoted sentences in a row stand before the one that the pronoun at *span* opens."""
    opening = _QUOTED.sub("", text.text[text.sentences[here].start : span.start])
    return 0 if here < 1 or re.search(r"\w", opening) else text.spoken[here - 1]


def _prominence(place: Place, text: Text, *, is_named: bool, is_subject: bool) -> float:
    score = SPEAKING if place.is_speaking else 0.0
    sentence = text.sentences[sentence_number(text, place.span.start)]
    before = text.text[sentence.start : place.begin if place.begin >= 0 else place.span.start]
    before = _JOINED.sub("", _QUOTED.sub("", before))
    is_behind = is_subject and place.is_speaking and _is_behind(text.text, before, place.span.end)
    if is_oblique(text.text, before, place.span.end):
        score -= OBLIQUE
    elif is_behind or not (_NAME if is_named else _WORD).search(_OPENING.sub("", before)):
        score += SUBJECT
    return score


def _is_behind(text: str, before: str, end: int) -> bool:
    """
    Tell whether who speaks is the subject, whoever is named before it.

    It stands behind what is said ("Kim's weir had burst, Ann Roe said") or behind its office ("the mayor, Roe,").
    """
    found = _BEHIND.search(before)
    return found is not None and bool(found["verb"] or _SAYS.match(text, end))


def is_oblique(text: str, before: str, end: int) -> bool:
    """Tell whether a name that ends at *end* hangs on a preposition in *before* it, or owns what follows."""
    return _BEFORE_OBLIQUE.search(before) is not None or text[end : end + 2] in {"'s", "’s"}


def sentence_number(text: Text, position: int) -> int:
    """Return the number of the sentence that holds *position*."""
    low, high = 0, len(text.sentences)
    while low < high:
        middle = (low + high) // 2
        if text.sentences[middle].end <= position:
            low = middle + 1
        else:
            high = middle
    return min(low, max(0, len(text.sentences) - 1))
