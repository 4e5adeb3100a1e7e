"""Who calls somebody what, in the passive: "identified by the police as A", "named A by local media"."""

from collections.abc import Iterator, Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import is_adverb, is_auxiliary, phrase_after, phrase_before
from stemma.attribute.speakers import can_speak
from stemma.attribute.unsourced import clause_end
from stemma.attribute.verbs import is_past
from stemma.attribute.words import Word, span_of
from stemma.lexicon import words_of
from stemma.model import Span, Stance

__all__ = ["find_called"]

CALLING = frozenset(
    ("branded", "called", "characterised", "characterized", "classified", "described", "dubbed", "hailed", "identified",
     "labeled", "labelled", "listed", "named", "nicknamed")
)  # fmt: skip
"""Participles behind which "by X as A" is what X calls somebody."""
NAMING = frozenset(("called", "dubbed", "named", "nicknamed"))
"""Those that a bare name follows ("named Jon Hale by the police")."""
LONGEST_NAME = 4
"""Words of such a name at most."""


def find_called(words: Sequence[Word]) -> Iterator[Draft]:
    """Yield what somebody is called by another among *words*, those of a sentence."""
    for at, word in enumerate(words):
        if word.low not in CALLING:
            continue
        name = _name_after(words, at + 1) if word.low in NAMING else at + 1
        if name >= len(words) or words[name].low != "by":
            continue
        caller = _caller(words, name + 1)
        if caller is None or not can_speak(words[slice(*caller)]):
            continue
        if name > at + 1:
            if not _is_office_of(words, at + 1, name):
                called = span_of(words, (at + 1, name))
                yield Draft((called,), span_of(words, caller), span_of(words, (at, at + 1)), stance=Stance.ASSERT)
        elif caller[1] < len(words) and words[caller[1]].low == "as":
            yield from _as_called(words, at, caller)


def _caller(words: Sequence[Word], start: int) -> tuple[int, int] | None:
    """Return who calls somebody so, up to the verb of the clause around it ("named A by local media fell")."""
    phrase = phrase_after(words, start)
    if phrase is None:
        return None
    inside = range(phrase[0] + 1, phrase[1])
    return phrase[0], next((i for i in inside if is_past(words[i].low) and not words[i].is_name), phrase[1])


def _as_called(words: Sequence[Word], at: int, caller: tuple[int, int]) -> Iterator[Draft]:
    """Read "the dead man was identified by the police as A": who is called so belongs to what is said."""
    end = clause_end(words, caller[1])
    told = [i for i in range(caller[1], end) if words[i].is_word]
    first = at
    while first and (is_auxiliary(words[first - 1]) or is_adverb(words[first - 1]) or words[first - 1].low == "been"):
        first -= 1
    whom = phrase_before(words, first)
    if len(told) < 2 or any(word.low in words_of("negations") for word in words[first:at]):
        return
    said = span_of(words, (told[0], told[-1] + 1))
    if whom is not None and first == at:
        said = Span(words[whom[0]].span.start, said.end)  # "men identified by the police as A": one phrase
        whom = None
    contents = (said,) if whom is None else (span_of(words, whom), said)
    yield Draft(contents, span_of(words, caller), span_of(words, (at, caller[0])))


def _name_after(words: Sequence[Word], at: int) -> int:
    """Return the word behind the names that stand at *at*."""
    end = at
    while end < len(words) and end - at < LONGEST_NAME and words[end].is_name and words[end].is_word:
        end += 1
    return end


def _is_office_of(words: Sequence[Word], start: int, end: int) -> bool:
    """Tell whether an office or a prize is given, and no name ("named Chief Constable by the council")."""
    titles = words_of("offices") | words_of("speaker_nouns") | words_of("person_titles") | words_of("event_words")
    return end - start < 2 or any(word.low in titles for word in words[start:end])
