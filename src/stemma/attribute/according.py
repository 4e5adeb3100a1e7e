"""Sources given beside the statement: "according to X", "as noted by X"."""

from collections.abc import Iterator, Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import STOPS, is_auxiliary, phrase_after
from stemma.attribute.verbs import verb_form
from stemma.attribute.words import Word
from stemma.model import Span

__all__ = ["find_according"]

INTRODUCTION = 8
"""Words of an introduction ("In addition,") that may stand before "according to X," when the statement follows."""
FEWEST = 3
"""Words of a statement at least."""


def find_according(words: Sequence[Word]) -> list[Draft]:
    """Return a draft for each "according to X" or "as noted by X" among the words of a sentence."""
    found = []
    for first, after in _cues(words):
        source = phrase_after(words, after)
        if source is None:
            continue
        end = _phrase_end(words, source[1])
        contents = _statements(words, first, end)
        if contents:
            found.append(
                Draft(
                    contents=tuple(contents),
                    source=Span(words[source[0]].span.start, words[source[1] - 1].span.end),
                    cue=Span(words[first].span.start, words[after - 1].span.end),
                )
            )
    return found


def _cues(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Return the first word of each cue and the word after it."""
    for at, word in enumerate(words):
        follows = words[at + 1].low if at + 1 < len(words) else ""
        if follows == "to" and word.low == "according":
            yield at, at + 2
        if follows == "by" and at and words[at - 1].low == "as":
            form = verb_form(word.low)
            if form is not None and form.is_participle:
                yield at - 1, at + 2


def _phrase_end(words: Sequence[Word], at: int) -> int:
    """Return the comma or stop that ends the phrase; a further qualification ("at the camp") is stepped over."""
    while at < len(words) and words[at].text not in STOPS:
        at += 1
    return at


def _statements(words: Sequence[Word], first: int, end: int) -> list[Span]:
    before = [word for word in words[:first] if word.is_word]
    has_verb = any(is_auxiliary(word) or word.low.endswith("ed") for word in before)
    is_introduction = len(before) <= INTRODUCTION and not has_verb
    follows = words[end].text == "," if end < len(words) else False
    if follows and before and before[-1].low == "that":  # "the agency said that, according to X, A"
        told = _span(words, end, len(words))
        return [told] if told is not None else []
    if follows and (not before or is_introduction):
        rest = _span(words, end, len(words))
        named = len(before) > 1 and words[0].is_name and before[0].low not in {"in", "on", "at", "also", "but", "and"}
        lead = _span(words, 0, first) if named else None
        return [span for span in (lead, rest) if span is not None]
    told = _span(words, 0, first)
    return [told] if told is not None and len(before) >= FEWEST else []


def _span(words: Sequence[Word], start: int, end: int) -> Span | None:
    kept = [word for word in words[start:end] if word.is_word]
    return Span(kept[0].span.start, kept[-1].span.end) if kept else None
