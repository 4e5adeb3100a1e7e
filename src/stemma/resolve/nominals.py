"""People and bodies that a text speaks of without a name: "a driver", "two residents of the camp", "the team"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from stemma.lexicon import WORDS_KEPT, pairs_of, words_of
from stemma.model import Span
from stemma.resolve.entities import Place
from stemma.resolve.mentions import Text
from stemma.resolve.phrase import Phrase
from stemma.resolve.phrases import read_phrase
from stemma.resolve.words import Word, head_singular, is_collective, is_group, is_office, read_words

__all__ = ["Nominal", "find_nominals"]

WIDEST = 5
"""Words between the article and the noun; what stands further left belongs to something else."""
STATING = frozenset(("is", "was", "are", "were", "as", "became", "become", "be", "been", "being", "remains", "called"))
"""Words after which a noun says what somebody is: "he was a driver" brings in nobody new."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase without a name at one place."""

    place: Place
    phrase: Phrase


def find_nominals(text: Text, taken: Sequence[Span]) -> list[Nominal]:
    """Return the noun phrases of *text* that mean people or bodies, but for those that touch what is *taken*."""
    found, ahead = list[Nominal](), sorted(taken)
    for sentence in text.sentences:
        if text.document.title_span and text.document.title_span.holds(sentence):
            continue
        while ahead and ahead[0].end + 2 < sentence.start:
            ahead.pop(0)
        near = [span for span in ahead if span.start <= sentence.end]
        for span in _phrases_in(text.text, sentence):
            if not any(_touches(text.text, span, other) for other in near):
                found.append(Nominal(Place(span, is_quoted=text.is_quoted(span)), read_phrase(span.cut(text.text))))
    return found


def _touches(text: str, span: Span, other: Span) -> bool:
    """
    Tell whether *span* is about the name at *other*: they meet, or only a comma stands between them.

    A name before the noun is not meant by it: "Halen police".
    """
    if span.meets(other):
        return not (span.holds(other) and other.end < span.end)
    between = text[span.end : other.start] if span.end <= other.start else text[other.end : span.start]
    return len(between) <= 2 and between.strip() in {"", ",", "'s", "’s", "’", "'", "("}


def _phrases_in(text: str, sentence: Span) -> Iterator[Span]:
    words = read_words(sentence.cut(text))
    for index, word in enumerate(words):
        if (word.is_capital and index) or not _is_speaker(word.low):
            continue
        follows = words[index + 1] if index + 1 < len(words) else None
        touching = follows is not None and text[sentence.start + word.end : sentence.start + follows.start] == " "
        if word.is_possessive or (follows and touching and (_is_speaker(follows.low) or follows.is_capital)):
            continue  # "the driver's car", "a police officer", "army chief Ann Roe"
        first = _begin(text, sentence, words, index)
        if first is None or (first and words[first - 1].low in STATING):
            continue
        yield Span(sentence.start + words[first].start, sentence.start + word.end)


@lru_cache(maxsize=WORDS_KEPT)
def _is_speaker(noun: str) -> bool:
    return is_office(noun) or is_group(noun) or is_collective(noun) or is_collective(head_singular(noun))


def _begin(text: str, sentence: Span, words: Sequence[Word], noun: int) -> int | None:
    """Return where the phrase of *noun* begins; None for one of a kind without an article."""
    at = noun
    while at and noun - at < WIDEST:
        left = words[at - 1]
        if not _is_joined(text, sentence, words, at):
            break
        if left.low in words_of("determiners") or left.is_possessive:
            while at - 1 and words[at - 2].is_capital and left.is_possessive and left.is_capital:
                at, left = at - 1, words[at - 2]
            return at - 1
        if _ends_phrase(left.low):
            break
        at -= 1
    if not is_group(words[noun].low):
        return None
    first = noun
    while first and noun - first < WIDEST and _is_joined(text, sentence, words, first) and words[first - 1].is_capital:
        first -= 1
    return first


def _is_joined(text: str, sentence: Span, words: Sequence[Word], index: int) -> bool:
    """Nothing but a space or a possessive ending stands before the word at *index*."""
    between = text[sentence.start + words[index - 1].end : sentence.start + words[index].start]
    return between in {" ", "'s ", "’s ", "’ ", "' "}


def _ends_phrase(word: str) -> bool:
    return (
        word in words_of("after_nouns")
        or word in words_of("prepositions")
        or word in words_of("auxiliaries")
        or word in pairs_of("reporting_verbs")
        or word in words_of("irregular_pasts")
        or word in {"and", "or", "but"}
    )
