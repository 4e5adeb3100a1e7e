"""What single words say of a speaker: office, body, country, sex, number."""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from stemma.lexicon import WORDS_KEPT, pairs_of, words_of

__all__ = [
    "Word",
    "ending_in",
    "head_singular",
    "is_body",
    "is_collective",
    "is_group",
    "is_office",
    "is_plural",
    "is_title",
    "read_words",
    "sex_of_word",
    "state_called",
    "state_of",
]

# Initials and abbreviations keep their stop; hyphens, slashes and apostrophes hold a word together.
_WORD = re.compile(
    r"(?:[^\W\d_]\.){2,}(?:-\w+)*|[A-Z]\.(?=\s+[A-Z])"
    r"|(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Reps|Sens|Gov|Lt|Gen|Maj|Brig|Col|Sgt|Capt|Cmdr|Adm|Cpl|Rev|Fr|Hon|St|Jr|Sr|Inc|Corp|Co|Ltd|Dept|Det|Supt|Insp|Spc|Pfc|Amb)\."
    r"|[^\W\d_]\w*(?:[-/&'’.][^\W_]\w*)*(?:['’](?!\w))?"
    r"|\d[\d,.]*\w*|&"
)
_POSSESSIVE = {"'s": 2, "’s": 2, "s'": 1, "s’": 1}
"""Characters of the ending, by the last two of the word."""
_ADJECTIVE_ENDINGS = (
    "-based", "-led", "-backed", "-born", "-run", "-owned", "-sponsored", "-held", "-controlled", "-affiliated",
    "-linked", "-funded", "-flagged", "-registered", "-listed", "-trained", "-educated", "-occupied", "-dominated",
    "-bound", "-built", "-headquartered", "-made", "-speaking", "-style", "-era", "-wide",
)  # fmt: skip
_PARTICLE_NAME = re.compile(r"(?:a[ldnrtsz]|as[hs]|ad[hd]|e[ldnrs]|ul|ibn|bin|ben|d|o)[-'’][^\W\d_a-z]")
"""A name that its particle opens with a small letter: "al-Farsi", "d'Arc"."""
_PROFESSIONS = ("ologist", "physicist", "ographer", "iatrist", "onomist", "ician", "chemist", "onomer", "botanist")
"""Endings of nouns that say what somebody has learnt."""
SHORT_NAME = 8
"""Letters up to which a state's name may be an abbreviation with stops ("U.S.")."""
REMEMBERED = 1 << 14
"""Texts whose words are kept: a name is read again for each that it is held against."""
LONGEST_TERM = 4
"""Words in the longest entry of a list that is looked up ("prisoner of war", "under secretary general of")."""


class Word(NamedTuple):
    """One word with its place in the text it was cut from; a tuple, since thousands of them are made a report."""

    text: str
    start: int
    end: int
    is_possessive: bool
    low: str
    """The word case-folded, with a straight apostrophe."""
    is_capital: bool
    """Begins with a capital and is not made into an adjective ("Paris-based")."""


@lru_cache(maxsize=REMEMBERED)
def read_words(text: str) -> tuple[Word, ...]:
    """Return the words of *text*; a possessive ending is taken off and noted."""
    found = []
    for match in _WORD.finditer(text):
        whole = match.group()
        stem = whole[: len(whole) - _POSSESSIVE.get(whole[-2:], 0)]
        low = stem.casefold().replace("’", "'")
        is_upper = stem[:1].isupper() or (not stem.isalpha() and _PARTICLE_NAME.match(stem) is not None)
        is_capital = is_upper and not low.endswith(_ADJECTIVE_ENDINGS)
        found.append(Word(stem, match.start(), match.start() + len(stem), len(stem) < len(whole), low, is_capital))
    return tuple(found)


def ending_in(words: Sequence[Word], terms: frozenset[str]) -> int:
    """Return how many words at the end of *words* make one of *terms*, the longest; 0 for none."""
    for size in range(min(LONGEST_TERM, len(words)), 0, -1):
        joined = " ".join(word.low for word in words[-size:])
        if joined in terms or (size == 1 and joined.rsplit("-", 1)[-1] in terms and "-" in joined):
            return size
    return 0


@lru_cache(maxsize=WORDS_KEPT)
def head_singular(noun: str) -> str:
    """Return the singular of a case-folded noun, as far as endings tell."""
    last = noun.rsplit(" ", 1)[-1]
    front = noun[: len(noun) - len(last)]
    if last.endswith("men") and last[:-3] + "man" in words_of("offices"):
        return front + last[:-3] + "man"
    for ending, instead in (("ies", "y"), ("ches", "ch"), ("sses", "ss"), ("s", "")):
        if last.endswith(ending) and len(last) > len(ending) + 2 and not last.endswith(("ss", "us", "is")):
            return front + last[: -len(ending)] + instead
    return noun


def is_office(noun: str) -> bool:
    """Tell whether a case-folded noun names one person by what he or she is ("co-founder" counts by its end)."""
    last = noun.rsplit("-", 1)[-1]
    return noun in words_of("offices") or last in words_of("offices") or last.endswith(_PROFESSIONS)


def is_title(word: str) -> bool:
    """Tell whether a case-folded word stands before a name and is no part of it."""
    return word in words_of("person_titles") or word + "." in words_of("person_titles")


def is_body(word: str) -> bool:
    """Tell whether a case-folded word heads the name of an organisation."""
    return word in words_of("organisation_words")


def is_collective(noun: str) -> bool:
    """Tell whether a case-folded singular noun is a body that speaks as one."""
    return noun in words_of("collective_nouns")


def is_group(noun: str) -> bool:
    """Tell whether a case-folded noun names several people without naming them."""
    single = head_singular(noun)
    return noun in words_of("group_nouns") or noun in words_of("person_nouns") or (single != noun and is_office(single))


def is_plural(noun: str) -> bool:
    """Tell whether a case-folded noun takes "they"."""
    return is_group(noun) or head_singular(noun) != noun


def sex_of_word(word: str) -> str | None:
    """Return ``m`` or ``f`` where a case-folded word tells it ("Mrs", "spokesman")."""
    return pairs_of("sexed_words").get(word)


@lru_cache(maxsize=WORDS_KEPT)
def state_called(term: str) -> str | None:
    """Return the state that a case-folded term is a name or the people of ("Freedonia", "Freedonian")."""
    bare = term.removeprefix("the ").strip()
    for name in ("countries", "demonyms"):
        for form in (bare, bare.replace(".", "") if len(bare) < SHORT_NAME else bare):
            if form in pairs_of(name):
                return pairs_of(name)[form]
    return None


@lru_cache(maxsize=WORDS_KEPT)
def state_of(term: str) -> str | None:
    """Return the state that a case-folded name, people, seat of government or institution belongs to."""
    bare = term.removeprefix("the ").strip()
    return state_called(bare) or pairs_of("government_seats").get(bare) or pairs_of("state_institutions").get(bare)
