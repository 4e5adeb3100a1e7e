"""Who calls somebody what, in the passive: "identified by the police as A"."""

from collections.abc import Iterator, Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import PRONOUNS, STOPS, is_adverb, is_auxiliary, phrase_after, phrase_before
from stemma.attribute.speakers import can_speak
from stemma.attribute.words import Word, span_of
from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["find_called"]

CALLING = frozenset(
    ("branded", "called", "characterised", "characterized", "classified", "described", "dubbed", "hailed", "identified",
     "labeled", "labelled", "listed", "named", "nicknamed")
)  # fmt: skip
"""Participles behind which "by X as A" is what X calls somebody."""
LONGEST = 8
"""Words of who is called so, behind a preposition, at most."""


def find_called(words: Sequence[Word]) -> Iterator[Draft]:
    """Yield what somebody is called by another among *words*, those of a sentence."""
    for at, word in enumerate(words[:-1]):
        if word.low not in CALLING or words[at + 1].low != "by":
            continue
        caller = _caller(words, at + 2)
        if caller is not None and _is_name_behind(words, caller[1]):
            yield from _as_called(words, at, caller)


def _caller(words: Sequence[Word], start: int) -> tuple[int, int] | None:
    """Return who calls somebody so, if it is somebody who can speak."""
    phrase = phrase_after(words, start)
    return phrase if phrase is not None and can_speak(words[slice(*phrase)]) else None


def _as_called(words: Sequence[Word], at: int, caller: tuple[int, int]) -> Iterator[Draft]:
    """Read "the dead man was identified by the police as A": who is called so belongs to what is said."""
    end = next((i for i in range(caller[1], len(words)) if words[i].text in STOPS), len(words))
    told = [i for i in range(caller[1], end) if words[i].is_word]
    first = at
    while first and (is_auxiliary(words[first - 1]) or is_adverb(words[first - 1]) or words[first - 1].low == "been"):
        first -= 1
    whom = phrase_before(words, first) or _behind_preposition(words, first)
    if len(told) < 2 or any(word.low in words_of("negations") for word in words[first:at]):
        return
    said = span_of(words, (told[0], told[-1] + 1))
    if whom is not None and first == at:
        said = Span(words[whom[0]].span.start, said.end)  # "men identified by the police as A": one phrase
        whom = None
    contents = (said,) if whom is None else (span_of(words, whom), said)
    yield Draft(contents, span_of(words, caller), span_of(words, (at, caller[0])))


def _behind_preposition(words: Sequence[Word], end: int) -> tuple[int, int] | None:
    """Return who stands before *end* behind the preposition of an aside ("with most of the men identified by …")."""
    start = end
    while start and words[start - 1].is_word and end - start < LONGEST and not is_auxiliary(words[start - 1]):
        start -= 1
    while start < end and words[start].low in words_of("prepositions"):
        start += 1
    return (start, end) if start < end else None


def _is_name_behind(words: Sequence[Word], at: int) -> bool:
    """Tell whether "as" opens what somebody is called, and no clause ("as he drove home")."""
    return at + 1 < len(words) and words[at].low == "as" and words[at + 1].low not in PRONOUNS
