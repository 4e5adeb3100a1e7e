"""Sources given beside the statement: "according to X", "as noted by X", "in the words of X", "as X put it"."""

from collections.abc import Iterator, Sequence

from stemma.attribute.draft import Draft
from stemma.attribute.phrases import STOPS, is_auxiliary, phrase_after, phrase_before
from stemma.attribute.verbs import verb_form
from stemma.attribute.words import Word
from stemma.model import Span

__all__ = ["find_according"]

INTRODUCTION = 8
"""Words of an introduction ("In addition,") that may stand before "according to X," when the statement follows."""
IN_WORDS = ("in", "the", "words", "of")
PUT = frozenset(("put", "puts"))
MOVING = frozenset(("aside", "away", "back", "down", "off", "on", "out", "together", "up"))
"""Where "it" is put by hand, and not in words."""
FEWEST = 3
"""Words of a statement at least."""


def find_according(words: Sequence[Word]) -> list[Draft]:
    """Return a draft for each "according to X", or another such clause, among the words of a sentence."""
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
    return [*found, *_as_put(words)]


def _as_put(words: Sequence[Word]) -> Iterator[Draft]:
    """Yield a draft for each "as X put it", whose words are only another wording of what was told before."""
    for at in range(len(words) - 1):
        if words[at].low not in PUT or words[at + 1].low != "it" or _moves(words, at + 2):
            continue
        source = phrase_before(words, at)
        if source is None:
            continue
        begin = source[0] + (words[source[0]].low == "as")  # the capital of a sentence that begins with it
        if not begin or begin >= source[1] or words[begin - 1].low != "as":
            continue
        contents = _statements(words, begin - 1, _phrase_end(words, at + 2))
        if contents:
            who = Span(words[begin].span.start, words[source[1] - 1].span.end)
            yield Draft(tuple(contents), who, Span(words[at].span.start, words[at + 1].span.end))


def _cues(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Return the first word of each cue and the word after it."""
    for at, word in enumerate(words):
        follows = words[at + 1].low if at + 1 < len(words) else ""
        if follows == "to" and word.low == "according":
            yield at, at + 2
        if tuple(one.low for one in words[at : at + 4]) == IN_WORDS:
            yield at, at + 4
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


def _moves(words: Sequence[Word], at: int) -> bool:
    """Tell whether something was put somewhere: "as the man put it down"."""
    return at < len(words) and words[at].low in MOVING
