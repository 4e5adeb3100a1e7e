"""What is said by nobody who is named, with "it" or a noun: "it emerged that A", "fears among farmers that A"."""

from collections.abc import Iterator, Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import is_adverb, phrase_after
from stemma.attribute.unsourced import clause_end
from stemma.attribute.verbs import UNREAL, verb_form
from stemma.attribute.words import Word, span_of
from stemma.lexicon import words_of

__all__ = ["find_emerging"]

EMERGING = frozenset(("emerged", "emerges", "transpired", "transpires"))
FELT = frozenset(
    ("allegations", "anger", "anxiety", "belief", "claims", "complaints", "concern", "concerns", "doubts", "fear",
     "fears", "hope", "hopes", "rumors", "rumours", "speculation", "suspicion", "suspicions", "talk", "warnings",
     "worries", "worry")
)  # fmt: skip
"""Nouns that name behind "among" or "from" who holds what follows."""
HOLDING = frozenset(("among", "amongst", "from"))
CAUSING = frozenset(
    ("address", "addressed", "addresses", "cause", "caused", "causes", "fuel", "fueled", "fuelled", "fuels", "ignited",
     "prompted", "provoked", "reignited", "renewed", "revived", "sparked", "sparks", "stirred", "stoked", "triggered")
)  # fmt: skip
"""Verbs whose subject gives others cause for a fear or answers it, and does not hold it."""
NEAR = 2
"""Words between such a verb and the noun at most."""
WHEN = 4
"""Words between "emerged" and its "that" at most."""
VERB = 5
"""Words between "it" and its verb at most ("it has since been widely reported")."""
FEWEST = 3
"""Words of what is told at least."""


def find_emerging(words: Sequence[Word]) -> Iterator[Draft]:
    """Yield what is told by an "it" that means nobody, or by a noun with who holds it, among those of a sentence."""
    for at, word in enumerate(words):
        if word.low == "it":
            yield from _told_by_it(words, at)
        elif word.low in FELT and at + 1 < len(words) and words[at + 1].low in HOLDING:
            yield from _felt(words, at)
        elif word.low in FELT and at + 1 < len(words) and words[at + 1].low == "that":
            first = next((i for i in range(max(0, at - NEAR - 1), at) if words[i].low in CAUSING), None)
            if first is not None:
                yield from _told(words, at + 2, None, (first, at + 1))


def _told_by_it(words: Sequence[Word], at: int) -> Iterator[Draft]:
    """Read "it emerged on Monday that A" and "it has been reported that A"."""
    verb = _verb_of_it(words, at)
    if verb is None:
        return
    that = next((i for i in range(verb + 1, min(len(words), verb + 1 + WHEN)) if words[i].low == "that"), None)
    if that is None or any(not word.is_word or word.low in {"to", "by"} for word in words[verb + 1 : that]):
        return
    yield from _told(words, that + 1, None, (at + 1, verb + 1))


def _verb_of_it(words: Sequence[Word], at: int) -> int | None:
    """Return the verb of an "it" that stands for what follows; what could be or is not said nobody says."""
    for i in range(at + 1, min(len(words), at + 1 + VERB)):
        low = words[i].low
        if low in UNREAL | words_of("negations"):
            return None
        if low in EMERGING:
            return i
        form = verb_form(low)
        helped = {word.low for word in words[at + 1 : i]} & (words_of("forms_of_be") | {"been"})
        if form is not None and form.is_participle and helped:
            return i
        if not (low in words_of("auxiliaries") or low in {"been", "being", "since"} or is_adverb(words[i])):
            return None
    return None


def _felt(words: Sequence[Word], at: int) -> Iterator[Draft]:
    """Read "fears among farmers that A": the farmers hold it."""
    holder = phrase_after(words, at + 2)
    if holder is not None and holder[1] < len(words) and words[holder[1]].low == "that":
        yield from _told(words, holder[1] + 1, holder, (at, at + 1))


def _told(words: Sequence[Word], start: int, source: tuple[int, int] | None, cue: tuple[int, int]) -> Iterator[Draft]:
    told = [i for i in range(start, clause_end(words, start)) if words[i].is_word]
    if len(told) >= FEWEST:
        content = span_of(words, (told[0], told[-1] + 1))
        yield Draft((content,), None if source is None else span_of(words, source), span_of(words, cue))
