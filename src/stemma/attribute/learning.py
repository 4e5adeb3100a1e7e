"""What somebody was told by another: "the police heard from neighbours that A", "he was told by doctors that A"."""

from collections.abc import Iterator, Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import PRONOUNS, is_adverb, is_auxiliary, phrase_after, phrase_before
from stemma.attribute.speakers import can_speak
from stemma.attribute.unsourced import clause_end
from stemma.attribute.verbs import UNREAL, verb_form
from stemma.attribute.words import Word, span_of, words_in
from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["find_learnt", "is_learnt"]

LEARNING = frozenset(("hear", "heard", "hears", "learn", "learned", "learns", "learnt"))
"""Verbs whose "from" leads to who told it."""
BEFORE = 4
"""Words before such a verb in which what denies or foretells it stands."""
FEWEST = 3
"""Words of what is told at least."""
WHEN = 3
"""Words of time between the verb and its preposition at most."""


def find_learnt(words: Sequence[Word]) -> Iterator[Draft]:
    """
    Yield what one of *words*, those of a sentence, says that somebody heard, with who told it as the source.

    Who "heard" it passes it on; who "was told" it may never have spoken of it.
    """
    for at, word in enumerate(words):
        is_heard, is_told = word.low in LEARNING, _is_told(words, at)
        if not (is_heard or is_told) or _is_denied(words, at):
            continue
        joint = _joint(words, at + 1, "from" if is_heard else "by")
        teller = None if joint is None else phrase_after(words, joint + 1)
        if joint is None or teller is None or not can_speak(words[slice(*teller)]):
            continue
        that = teller[1]
        if that >= len(words) or words[that].low != "that":
            continue
        end = clause_end(words, that + 1)
        told = [at for at in range(that + 1, end) if words[at].is_word]
        if len(told) < FEWEST:
            continue
        hearer = _hearer(words, at) if is_heard else None
        yield Draft(
            contents=(span_of(words, (told[0], told[-1] + 1)),),
            source=span_of(words, teller),
            cue=span_of(words, (at, joint + 1)),
            via=() if hearer is None else (span_of(words, hearer),),
        )


def is_learnt(text: str, cue: Span) -> bool:
    """Tell whether *cue* leads from what was heard or told to who told it."""
    words = words_in(text, cue)
    if words[-1].low == "by":
        return any(_tells_hearer(word) for word in words)
    return words[0].low in LEARNING and words[-1].low == "from"


def _is_told(words: Sequence[Word], at: int) -> bool:
    """Tell whether a passive of telling stands at *at* ("was told", "had been warned")."""
    if not _tells_hearer(words[at]):
        return False
    first = at
    while first and is_adverb(words[first - 1]):
        first -= 1
    return first > 0 and (words[first - 1].low in words_of("forms_of_be") or words[first - 1].low == "been")


def _tells_hearer(word: Word) -> bool:
    form = verb_form(word.low)
    return form is not None and form.is_participle and form.lemma in words_of("addressee_verbs")


def _is_denied(words: Sequence[Word], at: int) -> bool:
    before = {word.low for word in words[max(0, at - BEFORE) : at]}
    return bool(before & (words_of("negations") | UNREAL))


def _joint(words: Sequence[Word], at: int, preposition: str) -> int | None:
    """Return where the preposition stands; only words of time may stand before it."""
    end = at
    while end < len(words) and end - at < WHEN and words[end].low in words_of("time_words") | {"on", "also", "early"}:
        end += 1
    return end if end < len(words) and words[end].low == preposition else None


def _hearer(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """Return who heard it: the subject before the verb, where it is somebody."""
    first = at
    while first and (is_auxiliary(words[first - 1]) or is_adverb(words[first - 1])):
        first -= 1
    if first and words[first - 1].low == "who":
        return first - 1, first
    phrase = phrase_before(words, first)
    if phrase is None:
        return None
    heard = words[slice(*phrase)]
    return phrase if can_speak(heard) or heard[-1].low in PRONOUNS else None
