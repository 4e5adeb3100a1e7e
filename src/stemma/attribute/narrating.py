"""What a document says in its own voice."""

from collections.abc import Iterator, Sequence
from functools import cache

from stemma.attribute.carrying import is_bare, is_title
from stemma.attribute.draft import Draft
from stemma.attribute.passage import Passage, Unit
from stemma.attribute.phrases import is_auxiliary
from stemma.attribute.verbs import UNREAL, is_past, noun_stance, verb_form
from stemma.attribute.words import Word, words_in
from stemma.lexicon import words_of
from stemma.model import Span

__all__ = ["is_to_readers", "narrate"]

FEWEST = 5
"""Words of a statement that the document makes by itself; fewer are headings and scraps."""


def narrate(passage: Passage, spoken: Sequence[Draft]) -> list[Draft]:
    """
    Return each sentence, or the part of it, that no draft covers, as a candidate without a source.

    A sentence is the document's own as a whole where what others say in it is only a part of what it states:
    it foretells a saying, names one by a noun, or has somebody find out what is so. One that stands in quotation
    marks from end to end is somebody's, though nobody is named: the document does not say it itself.
    """
    within: dict[int, list[Draft]] = {}
    for draft in spoken:
        for number in {n for span in _spans(draft) for n in passage.indices_meeting(span)}:
            within.setdefault(number, []).append(draft)
    return [
        Draft((span,), narrated=not is_bare(unit) or is_title(unit))
        for number, unit in enumerate(passage.units)
        for span in _own(passage, unit, within.get(number, ()))
    ]


def is_to_readers(text: str, draft: Draft) -> bool:
    """Tell whether a document turns to whoever reads it: "if you are missing somebody, write here" states nothing."""
    if not draft.narrated:
        return False
    first, *rest = (word.low for word in words_in(text, draft.contents[0]))
    return first in {"if", "should"} and rest[:1] in (["you"], ["your"])


def _spans(draft: Draft) -> Iterator[Span]:
    yield from draft.contents
    yield from draft.via
    yield from filter(None, (draft.source, draft.cue))


def _own(passage: Passage, unit: Unit, drafts: Sequence[Draft]) -> Iterator[Span]:
    """Yield what of *unit* is stated by the document, *drafts* standing in it."""
    if all(_is_stated_too(passage.text, draft) for draft in drafts):
        drafts = ()
    start = unit.span.start
    for span in [*sorted(s for draft in drafts for s in _spans(draft)), Span(unit.span.end, unit.span.end)]:
        piece = _clause(unit, start, span.start, is_whole=not drafts or is_bare(unit))
        if piece is not None:
            yield piece
        start = max(start, span.end)


def _is_stated_too(text: str, draft: Draft) -> bool:
    """Tell whether the sentence around *draft* states more than that somebody says something."""
    if draft.cue is None or draft.stance is not None:
        return False
    words = words_in(text, draft.cue)
    lows = [word.low for word in words]
    if any(low in words_of("negations") or low in words_of("agentless_cues") for low in lows) and draft.source is None:
        return False
    if lows[0] in UNREAL or any(low in words_of("vouching_verbs") for low in lows):
        return True
    return lows[-1] == "of" and len(lows) > 1 and noun_stance(lows[-2]) is not None


def _clause(unit: Unit, start: int, end: int, *, is_whole: bool) -> Span | None:
    """Return the words of *unit* between two places, without loose joints; None where they state nothing."""
    words = [word for word in unit.words if start <= word.span.start and word.span.end <= end]
    first, last = 0, len(words)
    while first < last and (not words[first].is_word or (not is_whole and words[first].low in _joints())):
        first += 1
    while first < last and (not words[last - 1].is_word or (not is_whole and _is_open(words[last - 1]))):
        last -= 1
    told = [word for word in words[first:last] if word.is_word]
    if len(told) < FEWEST or not (is_whole or _has_clause(told)) or _is_asked(unit, told[-1]):
        return None
    return Span(told[0].span.start, told[-1].span.end)


@cache
def _joints() -> frozenset[str]:
    """Return the words that join a clause to the one before it."""
    return words_of("clause_joints") | {"as", "or", "nor", "so", "that", "which", "who"}


def _is_open(word: Word) -> bool:
    """Tell whether no clause ends with it."""
    return word.low in _joints() or word.low in words_of("prepositions") or word.low in words_of("determiners")


def _has_clause(words: Sequence[Word]) -> bool:
    """Tell whether a verb stands in it after what may be its subject."""
    if is_auxiliary(words[0]) or (is_past(words[0].low) and not words[0].is_name):
        return False
    return any(is_auxiliary(word) or is_past(word.low) or verb_form(word.low) is not None for word in words)


def _is_asked(unit: Unit, last: Word) -> bool:
    """Tell whether a question mark follows the word: who asks states nothing."""
    return any(word.text == "?" and word.span.start == last.span.end for word in unit.words)
