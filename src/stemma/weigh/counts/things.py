"""What a figure counts, in words that different reports share."""

import re
from functools import lru_cache

from stemma.lexicon import pairs_of, words_of
from stemma.model import Figure

__all__ = ["are_people", "state_named", "things_in"]

REMEMBERED = 1 << 14
"""Phrases whose things are kept."""
TAIL = 4
"""Words behind a figure that may still belong to its phrase: "12 current and former world leaders"."""
SHORTEST = 3
_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W\d_]+")
_TAIL = re.compile(rf"(?:[ -](?:[A-Z]\.){{2,}}|[ -][^\W\d_]+){{1,{TAIL}}}")


def things_in(figure: Figure, after: str) -> frozenset[str]:
    """
    Return the words for what *figure* counts, plurals as one and peoples under their state.

    Args:
        after: The text behind it in its sentence: a phrase that measure did not read whole goes on there.
    """
    tail = _TAIL.match(after) if figure.counts is None else None
    return _things(figure.text, tail.group() if tail else "") | _things(figure.counts or "", "")


@lru_cache(maxsize=REMEMBERED)
def _things(text: str, tail: str) -> frozenset[str]:
    found: set[str] = set()
    for word in _WORD.findall(text):
        found |= _thing(word)
    for word in _WORD.findall(tail):
        if word.casefold() in words_of("phrase_ends"):
            break
        found |= _thing(word)
    return frozenset(found)


def _thing(word: str) -> frozenset[str]:
    state = state_named(word)
    if state:
        return frozenset({state})
    low = word.casefold()
    if len(low) < SHORTEST or low in pairs_of("cardinals") or low in pairs_of("number_scales"):
        return frozenset()
    if low in words_of("phrase_ends") or low in words_of("empty_words") or low in words_of("any_people"):
        return frozenset()
    return frozenset({_singular(low)})


def _singular(word: str) -> str:
    if word in words_of("irregular_plurals") or word.endswith("ss"):
        return word
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


@lru_cache(maxsize=REMEMBERED)
def state_named(word: str) -> str | None:
    """Return the state that *word* names, or whose people: "U.S.", "American", "Americans"."""
    low = word.casefold().removesuffix("’s").removesuffix("'s")
    return pairs_of("demonyms").get(low) or pairs_of("countries").get(low)


@lru_cache(maxsize=REMEMBERED)
def are_people(counts: str) -> bool:
    """Tell whether what is counted are people: under a noun for them, or in a state that only people are in."""
    head = counts.partition(" ")[0]
    is_named = head in words_of("person_nouns") or head in words_of("any_people")
    return counts in words_of("people_states") or is_named or state_named(head) is not None
