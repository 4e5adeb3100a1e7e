"""Who answers: Stemma's resolver, and two rules of thumb to hold it against."""

from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache

from benchmarks.pronouns.questions import Kind, Passage, Question
from stemma.model import Document, Span
from stemma.prose import sentence_at
from stemma.resolve.casting import cast_document
from stemma.resolve.entities import Entity
from stemma.resolve.mentions import Mention, Text, find_mentions, read_text
from stemma.resolve.phrase import Phrase
from stemma.resolve.phrases import read_phrase

__all__ = ["READERS", "Answer", "Reader"]

Reader = Callable[[Passage, Question], "Answer"]


class Answer(StrEnum):
    """How an answer stands to the truth."""

    RIGHT = "right"
    WRONG = "wrong"
    NONE = "none"


def ask_stemma(passage: Passage, question: Question) -> Answer:
    """Ask as the pipeline asks: all sources of the text at once, and the words in question."""
    text, mentions = _read(passage.document)
    casting = cast_document(text, sorted({*passage.sources, question.span}), mentions)
    entity = casting.of.get(question.span)
    return _judge(passage, question, [] if entity is None else _places(entity, question))


def ask_nearest_name(passage: Passage, question: Question) -> Answer:
    """Take the name that stands last before and fits in number, kind and sex."""
    places = [place for place in _fitting_names(passage, question) if place.end <= question.span.start]
    return _judge(passage, question, [max(places)] if places else [])


def ask_sentence_before(passage: Passage, question: Question) -> Answer:
    """Take the first fitting name of the sentence before, mostly its subject."""
    cut = _read(passage.document)[0].sentences
    here = sentence_at(question.span.start, cut)
    before = max((s for s in cut if here and s.end <= here.start), default=None)
    places = [place for place in _fitting_names(passage, question) if before and before.holds(place)]
    return _judge(passage, question, [min(places)] if places else [])


READERS: dict[str, Reader] = {
    "Stemma": ask_stemma,
    "nearest name before": ask_nearest_name,
    "first name of the sentence before": ask_sentence_before,
}


def _places(entity: Entity, question: Question) -> list[Span]:
    """Return where else the text speaks of *entity*; another "he" tells nothing of who it is."""
    return [p.span for p in entity.places if not p.span.meets(question.span)]


def _judge(passage: Passage, question: Question, places: list[Span]) -> Answer:
    """An answer is right when most of the places where it stands by name or description mean the one asked for."""
    told = [p for p in places if not read_phrase(p.cut(passage.document.text)).pronoun]
    if not told:
        return Answer.NONE
    right = sum(passage.whom_at(place) == question.whom for place in told)
    # GAP marks one mention of each name alone, so that an unmarked place there speaks for nobody
    known = sum(bool(passage.whom_at(place)) for place in told) if question.is_marked_once else len(told)
    return Answer.RIGHT if 2 * right > known else Answer.WRONG


def _fitting_names(passage: Passage, question: Question) -> list[Span]:
    phrase = read_phrase(question.span.cut(passage.document.text))
    entities = _names_of(passage.document)
    return [p.span for e in entities if e.names and _fits(e, phrase, question.kind) for p in e.places]


@lru_cache(maxsize=1)
def _read(document: Document) -> tuple[Text, tuple[Mention, ...]]:
    text = read_text(document)
    return text, find_mentions(text)


@lru_cache(maxsize=1)
def _names_of(document: Document) -> tuple[Entity, ...]:
    text, mentions = _read(document)
    return tuple(cast_document(text, (), mentions).cast)


def _fits(entity: Entity, phrase: Phrase, kind: Kind) -> bool:
    if kind is Kind.SPEAKER:
        return entity.is_person
    if kind is Kind.DESCRIPTION:
        return entity.is_plural if phrase.is_plural else entity.is_person is phrase.has_office
    if phrase.pronoun in {"he", "she", "him", "her", "his", "hers"}:
        return entity.is_person and not (phrase.sex and entity.sex and phrase.sex != entity.sex)
    return entity.is_plural or not entity.is_person
