"""The verbs of a sentence that report: finite and active, with what stands before them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stemma.attribute.phrases import PRONOUNS, is_adverb, is_auxiliary, leaves_verb
from stemma.attribute.verbs import Form, verb_form
from stemma.attribute.words import Word
from stemma.lexicon import words_of

__all__ = ["RELATIVES", "ReportingVerb", "reporting_verbs"]

ASIDE = 5
"""Words of "as analysts note" at most."""
SUBJECT = 9
"""Words back from a verb to the "which" of "boats which the guild said were sunk" at most."""
RELATIVES = frozenset(("that", "which", "who", "whom", "whose"))


@dataclass(frozen=True, slots=True)
class ReportingVerb:
    """A finite, active verb of reporting at its place in a sentence."""

    form: Form
    first: int
    """First word of the cue: auxiliaries and adverbs belong to it."""
    at: int
    """The verb itself."""


def reporting_verbs(words: Sequence[Word]) -> Iterator[ReportingVerb]:
    """Yield the verbs among *words*, those of a sentence, that report as the verb of a clause."""
    for at, word in enumerate(words):
        form = verb_form(word.low)
        if form is None or (word.is_name and at):
            continue
        first = at
        while first > 0 and (is_auxiliary(words[first - 1]) or is_adverb(words[first - 1])):
            first -= 1
        while first < at and is_adverb(words[first]) and words[first].low != "never":
            first += 1
        if _is_finite(words, first, at, form):
            yield ReportingVerb(form, first, at)


def _is_finite(words: Sequence[Word], first: int, at: int, form: Form) -> bool:
    """Tell whether the verb at *at* is the active verb of a clause, not a participle, an infinitive or a noun."""
    if first and words[first - 1].low in {"to", "the", "a", "an", "of", "no", "any", "this", "that", "his", "its"}:
        return False
    helped = any(is_auxiliary(words[i]) for i in range(first, at))
    being = any(words[i].low in words_of("forms_of_be") for i in range(first, at))
    if being or form.is_gerund:
        return being and form.is_gerund
    if not helped and form.is_participle and _is_reduced(words, at, form):
        return False
    if not helped and form.is_present and form.lemma in words_of("noun_verbs"):
        follows = words[at + 1].low if at + 1 < len(words) else ""
        in_aside = follows == "," and any(word.low == "as" for word in words[max(0, at - ASIDE) : at])
        return follows == "that" or in_aside or (at > 0 and words[at - 1].low in PRONOUNS)
    return helped or form.is_past or form.is_present


def _is_reduced(words: Sequence[Word], at: int, form: Form) -> bool:
    """Tell whether the participle at *at* says more of a noun ("the papers revealed do show A", "cited by Kim")."""
    follows = words[at + 1] if at + 1 < len(words) else None
    if follows is not None and leaves_verb(form, follows):
        return not any(word.low in RELATIVES | {"what"} for word in words[max(0, at - SUBJECT) : at])
    return follows is not None and follows.low == "by"
