"""Sources that the tagger left out or cut: the subject of "…, chanting “A”", the rest of "the suspect in a"."""

from collections.abc import Sequence
from dataclasses import replace

from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage
from stemma.attribute.phrases import PRONOUNS, STOPS, is_auxiliary, phrase_after, phrase_before
from stemma.attribute.speakers import can_speak, shows
from stemma.attribute.verbs import is_past, verb_form
from stemma.attribute.words import Word, span_of, words_in
from stemma.lexicon import pairs_of, words_of
from stemma.model import Span

__all__ = ["complete_source"]

LONGEST = 600
"""Words of a sentence that is looked through."""
NEAR = 5
"""Words of a paper's phrase before an "-ing" at most."""
BREAKING = frozenset(("a", "an", "the"))
"""Words with which, as with a preposition, no noun phrase ends."""


def complete_source(passage: Passage, draft: Draft) -> Draft:
    """Return *draft* with the whole phrase for a source that breaks off, and with the subject of a bare "-ing"."""
    unit = None if draft.cue is None else passage.unit_at(draft.cue.start)
    if unit is None or draft.cue is None or len(unit.words) > LONGEST or unit.quoted(draft.cue.start):
        return draft
    if draft.source is not None:
        source = _whole(unit.words, draft.source, words_in(passage.text, draft.source))
        is_taken = source is None or source.meets(draft.cue) or any(span.meets(source) for span in draft.contents)
        return draft if is_taken else replace(draft, source=source)
    at = next((at for at, word in enumerate(unit.words) if word.span.start >= draft.cue.start), None)
    form = None if at is None else verb_form(unit.words[at].low)
    if at is None or form is None or not form.is_gerund or draft.stance is not None:
        return draft
    subject = _subject(unit.words, at)
    if subject is None or any(span.meets(subject) for span in draft.contents):
        return draft
    return replace(draft, source=subject)


def _whole(words: Sequence[Word], source: Span, own: Sequence[Word]) -> Span | None:
    """Return the noun phrase that *source* begins, where it ends in a word with which none ends."""
    if len(own) < 2 or own[-1].low not in words_of("prepositions") | BREAKING:
        return None
    first = next((at for at, word in enumerate(words) if word.span == own[0].span), None)
    phrase = None if first is None else phrase_after(words, first)
    if phrase is None or phrase[0] != first:
        return None
    whole = span_of(words, phrase)
    return whole if whole.end > source.end else None


def _subject(words: Sequence[Word], at: int) -> Span | None:
    """
    Return whose the "-ing" at *at* is: what it opens its sentence for, the paper right before it, or the subject.

    "Claiming A, Kim left"; "a letter warning that A"; "Kim left, claiming A"; "Kim, who had left claiming A".
    """
    if at == 0:
        comma = next((i for i in range(at, len(words)) if words[i].text == ","), len(words))
        return _speaker(words, phrase_after(words, comma + 1))
    if shows(words[at - 1 : at]):
        first = next(
            (i for i in range(at - 1, max(-1, at - NEAR), -1) if words[i].low in words_of("determiners")), at - 1
        )
        return span_of(words, (first, at))
    for i in range(at - 1, 0, -1):
        if words[i].text in STOPS - {","}:
            return None
        if not (is_auxiliary(words[i]) or (is_past(words[i].low) and not words[i].is_name)):
            continue
        found = _speaker(words, phrase_before(words, i))
        if found is not None:
            return found
    return None


def _speaker(words: Sequence[Word], phrase: tuple[int, int] | None) -> Span | None:
    if phrase is None:
        return None
    inside = range(phrase[0] + 1, phrase[1])
    end = next((i for i in inside if is_past(words[i].low) and not words[i].is_name), phrase[1])
    named = words[phrase[0] : end]
    if len(named) == 1 and phrase[0] == 0 and named[0].low in pairs_of("common_words"):
        return None  # a capital opens the sentence, and no name
    is_somebody = can_speak(named) or (len(named) == 1 and named[0].low in PRONOUNS)
    return span_of(words, (phrase[0], end)) if is_somebody else None
