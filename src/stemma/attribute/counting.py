"""What a court's paper holds against somebody: "the indictment, seen by the agency, includes counts of fraud"."""

from collections.abc import Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import STOPS, is_adverb, phrase_before
from stemma.attribute.speakers import shows
from stemma.attribute.words import Word
from stemma.lexicon import words_of
from stemma.model import Span, Stance

__all__ = ["COUNTS", "find_counts"]

COUNTS = frozenset(("charge", "charges", "count", "counts"))
LISTING = frozenset(
    ("carried", "carries", "contained", "contains", "details", "detailed", "included", "includes", "listed", "lists")
)
NEAR = 4
"""Words between the verb and its "counts" at most ("includes two further counts of fraud")."""


def find_counts(words: Sequence[Word]) -> list[Draft]:
    """Return a draft for each paper among *words*, those of a sentence, that lists the counts of a charge."""
    drafts = (_draft(words, at) for at, word in enumerate(words) if at and word.low in LISTING)
    return [draft for draft in drafts if draft is not None]


def _draft(words: Sequence[Word], verb: int) -> Draft | None:
    of = next((at for at in range(verb + 2, min(len(words) - 1, verb + NEAR + 2)) if _opens_counts(words, at)), None)
    subject = phrase_before(words, verb - 1 if is_adverb(words[verb - 1]) else verb)
    if of is None or subject is None or not shows(words[slice(*subject)]):
        return None
    end = next((at for at in range(of + 1, len(words)) if _ends_counts(words, at)), len(words))
    told = [word for word in words[of + 1 : end] if word.is_word]
    if not told:
        return None
    apposition = words[verb - 1].text == ","
    last = words[verb - 2] if apposition else words[subject[1] - 1]
    return Draft(
        contents=(Span(told[0].span.start, told[-1].span.end),),
        source=Span(words[subject[0]].span.start, last.span.end),
        cue=Span(words[verb].span.start, words[of].span.end),
        stance=Stance.ASSERT,
    )


def _opens_counts(words: Sequence[Word], at: int) -> bool:
    return words[at].low == "of" and words[at - 1].low in COUNTS


def _ends_counts(words: Sequence[Word], at: int) -> bool:
    """Tell whether the list ends: at a stop, or at a comma with a relative clause behind it."""
    word, follows = words[at], words[at + 1].low if at + 1 < len(words) else ""
    if word.text == ",":
        return follows in {"which", "who", "whose"} or follows in words_of("clause_conjunctions")
    return word.text in STOPS
