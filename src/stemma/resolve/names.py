"""When two names of people can be one person's."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from stemma.lexicon import WORDS_KEPT, pairs_of, words_of
from stemma.resolve.words import REMEMBERED

__all__ = ["family_keys", "is_initial", "letters", "name_keys", "name_tokens", "same_person", "same_token", "skeletons"]

LIKE = 60
"""Two spellings with one consonant skeleton must also share this much of their letters (rapidfuzz ratio):
Andriy/Andrey 83, Khaled/Khalid 83, Zelensky/Zelenskyy 94; Jan/June 57 stay apart."""
LIKE_SHORT = 75
"""The same for names of at most four letters, whose skeleton says little: Omar/Umar 75, Jon/Jan 67."""
LIKE_LONG = 88
"""Long spellings this alike are one name whatever their skeletons: Netanyahu/Netanyahou."""
LONG = 7
LONGEST_SYLLABLE = 4
"""Letters in the parts of a name that a hyphen parts as it parts syllables; Campa-Najjar is one family name."""
# Letters and groups that transliterations write in several ways, brought to one.
_SOUNDS = (
    ("shch", "s"), ("tsch", "c"), ("tch", "c"), ("sch", "s"), ("gh", "g"), ("ch", "c"), ("sh", "s"), ("ph", "f"),
    ("th", "t"), ("dh", "d"), ("ck", "k"), ("cz", "c"), ("ts", "c"), ("tz", "c"), ("x", "ks"), ("q", "k"), ("w", "v"),
    ("ou", "u"),
)  # fmt: skip
# Letters that some houses write as another sound, each with its readings; "J" marks the j of "judge", heard or not.
# BGN/PCGN has kh, zh and dzh where the press has h and j: Khachaturian and Hachaturian, Zharov and Jarov, Dzhemilev
# and Jemilev. Who writes h or j alone may mean no other sound: Heller is not Keller, Jarov not Zarov.
_DOUBTFUL = (("dzh", ("J", "j")), ("dj", ("J", "j")), ("kh", ("k", "h")), ("zh", ("z", "J")))
_HARD_J = re.compile(r"j(?=[aeiou])")
# Smirnov and Smirnoff; Yevgeny and Evgeny begin alike as well.
_OFF = re.compile(r"(?<=[aeiou])ff$")
_VOWELS = re.compile(r"[aeiouyjh]")
_DOUBLE = re.compile(r"(.)\1+")
_PART = re.compile(r"[^\W\d_]+\.?")


@lru_cache(maxsize=REMEMBERED)
def plain(word: str) -> str:
    """Return *word* case-folded, without accents."""
    decomposed = unicodedata.normalize("NFKD", word.casefold().replace("ß", "ss").replace("ø", "o").replace("ł", "l"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


@lru_cache(maxsize=REMEMBERED)
def letters(name: str) -> str:
    """Return *name* plain and in one piece: "BFM-TV" is "BFMTV"."""
    return plain(name).replace("-", "").replace(" ", "")


@lru_cache(maxsize=WORDS_KEPT)
def skeletons(word: str) -> frozenset[str]:
    """
    Return the consonants of a name as transliterations keep them: Andriy and Andrey are "ndr".

    There are several where a letter can stand for more than one sound: two spellings may be one name if they share one.
    """
    bare = _OFF.sub("v", plain(word))
    opening = "y" if bare[:1] == "y" and bare[1:2] in "aou" else ""
    read = {bare, _HARD_J.sub("J", bare)} if bare[:1] != "j" else {_HARD_J.sub("J", bare)}
    for written, readings in _DOUBTFUL:
        read = {word.replace(written, reading) for word in read for reading in readings}
    return frozenset(_consonants(word, opening) for word in read)


def _consonants(bare: str, opening: str) -> str:
    for written, sound in _SOUNDS:
        bare = bare.replace(written, sound)
    first = bare[:1] if bare[:1] in "aeiou" else ""
    kept = _DOUBLE.sub(r"\1", _VOWELS.sub("", bare))
    return opening + kept or first or bare


@lru_cache(maxsize=WORDS_KEPT)
def name_tokens(name: str) -> tuple[str, ...]:
    """Return the parts of a person's name, plain, without particles ("Al-Bashir") and suffixes."""
    found = []
    for word in name.replace("’", "'").split():
        head, dash, rest = word.partition("-")
        if dash and plain(head) in words_of("name_particles"):
            word = rest
        elif dash and rest and (rest[0].islower() or max(len(head), len(rest)) <= LONGEST_SYLLABLE):
            found.append(plain(head))  # Jong-un, Jong-Un and Jong Un are two syllables of one given name
            word = rest
        bare = plain(word).replace("'", "").strip(",;")
        if bare.rstrip(".") in words_of("name_particles") or bare in words_of("name_suffixes"):
            continue
        found.append(bare)
    return tuple(t for t in found if t) or (plain(name),)


def is_initial(token: str) -> bool:
    """Tell whether a part of a name is an initial ("J.")."""
    return len(token.rstrip(".")) == 1 or token.endswith(".")


@lru_cache(maxsize=WORDS_KEPT)
def same_token(left: str, right: str) -> bool:
    """Tell whether two parts can be spellings of one name, a short form of it, or its initial."""
    if left == right:
        return True
    if is_initial(left) or is_initial(right):
        return left[0] == right[0] and (len(left.rstrip(".")) == 1 or len(right.rstrip(".")) == 1)
    if _is_short_form(left, right) or _is_short_form(right, left):
        return True
    ratio = fuzz.ratio(left, right)
    if skeletons(left) & skeletons(right):
        return ratio >= (LIKE_SHORT if min(len(left), len(right)) <= 4 else LIKE)
    # One letter more or less, or another, in a long name.
    return min(len(left), len(right)) >= LONG and (ratio >= LIKE_LONG or Levenshtein.distance(left, right) == 1)


def _is_short_form(short: str, full: str) -> bool:
    forms = pairs_of("short_given_names").get(short)
    return bool(forms) and full in str(forms).split(",")


def same_person(left: str, right: str, *, is_strict: bool = False) -> bool:
    """
    Tell whether two full names can be one person's.

    At least two parts agree, in order, among them the family name; parts that only one name has do not
    matter (a middle name, a father's name). A single part agrees with nothing here: a surname alone is
    a matter of context.

    Args:
        left: One name, as written, without title.
        right: The other.
        is_strict: Allow no other spelling (two people in one text are told apart by spelling).
    """
    a, b = name_tokens(left), name_tokens(right)
    if len(a) > len(b):
        a, b = b, a
    if len(a) < 2:
        return False
    if _sexes_differ(a[0], b[0]):
        return False
    if is_strict:
        pairs = _aligned(a, b)
        return pairs == len(a) and all(any(_strictly(x, y) for y in b) for x in a)
    return _aligned(a, b) == len(a) and _family_agrees(a, b)


def _strictly(left: str, right: str) -> bool:
    if left == right or is_initial(left) or is_initial(right):
        return same_token(left, right)
    return _is_short_form(left, right) or _is_short_form(right, left) or fuzz.ratio(left, right) >= LIKE_LONG


def _sexes_differ(left: str, right: str) -> bool:
    sexes = {pairs_of("given_names").get(left), pairs_of("given_names").get(right)}
    return sexes == {"m", "f"}


def _aligned(short: tuple[str, ...], long: tuple[str, ...]) -> int:
    """Return how many parts of *short* have their like in *long*, in order."""
    at = matched = 0
    for token in short:
        for index in range(at, len(long)):
            if same_token(token, long[index]):
                matched, at = matched + 1, index + 1
                break
    return matched


def _family_agrees(a: tuple[str, ...], b: tuple[str, ...]) -> bool:
    """The last parts agree; or the shorter name has three parts or lies inside a longer one (Arabic, Spanish names)."""
    return same_token(a[-1], b[-1]) or len(b) > len(a)


def family_keys(name: str) -> frozenset[str]:
    """Return the skeletons of the last part of a name."""
    return skeletons(name_tokens(name)[-1])


def name_keys(name: str) -> frozenset[str]:
    """Return the skeletons by which people who can be the same are brought together."""
    return frozenset(key for token in name_tokens(name) if not is_initial(token) for key in skeletons(token))
