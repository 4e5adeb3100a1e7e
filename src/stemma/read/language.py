"""Which language a text is in."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

from stemma.lexicon import pairs_of

__all__ = ["detect_language", "function_words"]

SAMPLE = 30_000
"""Characters looked at; more changes nothing for text of one language."""
LEAST_WORDS = 5
"""Function words needed before a language is named."""
LEAST_SHARE = 0.12
"""Share of words that must be function words; English news has about .35, Finnish .15."""
LEAD = 1.1
"""How much better than the next language the best must do."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)?")
# Scripts that belong to one language, as far as news is concerned.
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
)
_SCRIPT_SHARE = 0.3
# Letters that only one language of its script has.
_TELLING = (("uk", "їєґ"), ("be", "ў"), ("ru", "ыэъё"), ("fa", "پچژگ"), ("ur", "ٹڈڑںے"), ("sr", "ђћџљњј"))
# Its commonest words are written as one with the next, so that no list tells it.
_ARABIC = re.compile(r"[\u0600-\u06ff]")


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of *text*, or None where it is not clear."""
    sample = text[:SAMPLE]
    characters = Counter(sample)
    letters = sum(count for character, count in characters.items() if character.isalpha())
    if not letters:
        return None
    foreign = {character: count for character, count in characters.items() if not character.isascii()}
    for code, script in _SCRIPTS:
        if _count(script, foreign) > _SCRIPT_SHARE * letters:
            return code
    if _count(_ARABIC, foreign) > _SCRIPT_SHARE * letters:
        return _told(sample, {"fa", "ur"}) or "ar"
    words = Counter(map(str.casefold, _WORD.findall(sample)))
    counts: Counter[str] = Counter()
    for word, count in words.items():
        for code in _languages_by_word().get(word, ()):
            counts[code] += count
    return _best(counts, words.total(), sample)


def _count(script: re.Pattern[str], characters: Mapping[str, int]) -> int:
    return sum(count for character, count in characters.items() if script.match(character))


@cache
def _languages_by_word() -> Mapping[str, tuple[str, ...]]:
    return {word: tuple(codes.split()) for word, codes in pairs_of("function_words").items()}


@cache
def function_words(language: str | None) -> frozenset[str]:
    """Return the commonest words of *language*; empty where we have no list of them."""
    return frozenset(word for word, codes in _languages_by_word().items() if language in codes)


def _best(counts: Counter[str], words: int, sample: str) -> str | None:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < max(LEAST_WORDS, LEAST_SHARE * words):
        return None
    best, most = ranked[0]
    rivals = {code for code, count in ranked if count * LEAD >= most}
    if rivals == {best}:
        return best
    return _told(sample, rivals)


def _told(sample: str, rivals: set[str]) -> str | None:
    """The one of *rivals* whose own letters *sample* has most of."""
    lowered = sample.casefold()
    letters = {code: sum(lowered.count(letter) for letter in telling) for code, telling in _TELLING if code in rivals}
    told = max(sorted(letters), key=lambda code: letters[code], default=None)
    return told if told and letters[told] else None
