"""The words of a statement in the form in which statements are held against each other."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache

from stemma.lexicon import WORDS_KEPT, pairs_of, words_of

__all__ = ["content_keys", "near_keys", "plain_words"]

_WORD = re.compile(r"(?:[A-Z]\.){2,}|[^\W_]+(?:[.,]\d+)*(?:['’][^\W_]+)?")
_TAIL = re.compile(r"['’].*$")
_SUFFIXES = (
    "ations", "ation", "ments", "ment", "ings", "ing", "ions", "ion", "ers", "ors", "er", "or",
    "ed", "es", "ly", "al", "s", "e", "y",
)  # fmt: skip
_NO_PLURALS = ("ss", "us", "is")
"""Their s belongs to the word: "loss" and "losses" meet, and neither is "Los"."""
SHORTEST_STEM = 3
"""Below three letters a stem holds words together that have nothing in common."""
SHORTEST_IN_Y = 4
REMEMBERED = 1 << 14
"""Texts whose words are kept: a denial is held against each claim of a case."""
LONGEST_NAME = 3
"""Words in the longest name of a state or a people that is looked up."""


@lru_cache(maxsize=REMEMBERED)
def plain_words(text: str) -> tuple[str, ...]:
    """Return all words of *text* case-folded, for runs that two texts share."""
    return tuple(match.group().replace("’", "'").casefold() for match in _WORD.finditer(text))


@lru_cache(maxsize=REMEMBERED)
def content_keys(text: str) -> tuple[str, ...]:
    """
    Return the words of *text* that carry matter, in order, each in one form.

    Inflections fall together, number words become digits, and a state's name, people and seat of
    government are one key ("North Koreans", "DPRK", "Pyongyang"), apart from every part of it.
    """
    return tuple(_keys([_TAIL.sub("", match.group()) for match in _WORD.finditer(text)]))


def near_keys(keys: Iterable[str]) -> tuple[str, ...]:
    """Return for each of *keys* the key of the group of near words that it is in, of its own if it is in none."""
    return tuple(f"~{_groups().get(key, key)}" for key in keys)


@cache
def _groups() -> Mapping[str, str]:
    heads = {_form(word): _form(head) for word, head in pairs_of("near_words").items()}
    return {key: _head(key, heads) for key in heads}


def _head(key: str, heads: Mapping[str, str]) -> str:
    """Follow *key* to the head of its group; where groups meet in a ring, to the least of it."""
    path = [key]
    while (after := heads.get(path[-1], path[-1])) not in path:
        path.append(after)
    return path[-1] if heads.get(path[-1], path[-1]) == path[-1] else min(path[path.index(after) :])


def _keys(words: list[str]) -> Iterator[str]:
    at = 0
    while at < len(words):
        state, size = _state(words, at)
        if state:
            yield state
        elif words[at] and words[at].casefold() not in words_of("empty_words"):
            yield _form(words[at].casefold())
        at += size


def _state(words: list[str], at: int) -> tuple[str | None, int]:
    if not words[at][:1].isupper():  # "us" is not the United States
        return None, 1
    for size in range(min(LONGEST_NAME, len(words) - at), 0, -1):
        name = " ".join(words[at : at + size]).casefold()
        for names in ("demonyms", "countries", "government_seats"):
            if found := pairs_of(names).get(name):
                return f"={found}", size
    return None, 1


@lru_cache(maxsize=WORDS_KEPT)
def _form(word: str) -> str:
    if word[0].isdigit():
        return word.replace(",", "")
    if number := pairs_of("cardinals").get(word):
        return number
    return _stem(pairs_of("word_families").get(word, word))


def _stem(word: str) -> str:
    if word.endswith(("ies", "ied")) and len(word) > SHORTEST_IN_Y:
        word = f"{word[:-3]}y"
    if word.endswith("y") and len(word) <= SHORTEST_IN_Y:  # an army is not arms
        return word
    for suffix in _SUFFIXES[:-3] if word.endswith(_NO_PLURALS) else _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= SHORTEST_STEM:
            stem = word[: -len(suffix)]
            doubled = len(stem) > SHORTEST_STEM and stem[-1] == stem[-2] and stem[-1] not in "ls"
            return stem[:-1] if doubled else stem
    return word
