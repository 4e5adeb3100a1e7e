"""When two names of organisations can be one body's."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

from stemma.lexicon import WORDS_KEPT, pairs_of, words_of
from stemma.resolve.names import plain
from stemma.resolve.words import LONGEST_TERM, REMEMBERED, read_words, state_called, state_of

__all__ = [
    "agree_on_state",
    "body_tokens",
    "function_of",
    "initials",
    "is_short_form",
    "same_body",
    "state_in",
    "without_owner",
]

SMALL = frozenset(
    ("of", "for", "the", "and", "on", "in", "to", "a", "an", "at", "&", "de", "la", "le", "du", "des", "der", "und")
)
COMPANY = frozenset(("inc", "inc.", "ltd", "ltd.", "plc", "corp", "corp.", "llc", "co.", "gmbh", "ag", "sa", "limited"))
"""Legal forms after a company's name, which are no part of it."""
HOLDERS = frozenset(("group", "holding", "holdings"))
"""Words after a company's name that the press leaves out."""
LIKE = 92
"""Long names whose letters agree this far (rapidfuzz ratio) differ by a slip or a spelling (Defense/Defence)."""
LONG = 12


@lru_cache(maxsize=WORDS_KEPT)
def body_tokens(name: str) -> tuple[str, ...]:
    """Return the words of a body's name that carry it, plain; a state stands by its one name."""
    words = read_words(name)
    found, index = list[str](), 0
    while index < len(words):
        for size in range(min(LONGEST_TERM, len(words) - index), 0, -1):
            state = state_called(" ".join(w.low for w in words[index : index + size]))
            if state and words[index].text[:1].isupper():
                found.append(state)
                index += size
                break
        else:
            is_suffix = words[index].low in COMPANY and index > 0
            if words[index].low not in SMALL and not is_suffix:
                found.append(
                    plain(words[index].text).replace("'", "").replace("defence", "defense").replace("centre", "center")
                )
            index += 1
    return tuple(found)


@lru_cache(maxsize=REMEMBERED)
def state_in(name: str) -> str | None:
    """Return the one state named in *name*, its first where there are several."""
    words = read_words(name)
    for index in range(len(words)):
        for size in range(min(LONGEST_TERM, len(words) - index), 0, -1):
            state = state_of(" ".join(w.low for w in words[index : index + size]))
            if state and words[index].text[:1].isupper():
                return state
    return None


def function_of(text: str) -> tuple[str, str] | None:
    """Return state and function of a state's body ("Freedonia's army" → Freedonia, military); None if it is not one."""
    state = state_in(text)
    if not state:
        return None
    known = pairs_of("institution_functions").get(text.casefold().replace("’", "'").removeprefix("the "))
    if known:
        return state, known
    words = [w.low for w in read_words(text)]
    if words and words[0] == "the":
        words = words[1:]
    for start in range(len(words)):
        noun, owner = " ".join(words[start:]), " ".join(words[:start])
        if noun in pairs_of("state_functions"):
            return _function(noun, owner, state) if start else None
    # "the general staff of the armed forces of Freedonia", "the Ministry of Defence of Freedonia"
    for start in range(1, len(words)):
        if words[start - 1] in {"of", "in"} and state_of(" ".join(words[start:])) == state:
            return _function(" ".join(words[: start - 1]), " ".join(words[start:]), state)
    return None


def _function(noun: str, owner: str, state: str) -> tuple[str, str] | None:
    """Return state and function where *owner* is the state or its seat ("in Berlin"); a seat's police are its own."""
    function = pairs_of("state_functions").get(noun)
    is_of_city = function == "police" and state_called(owner) is None
    return (state, function) if function and state_of(owner) == state and not is_of_city else None


def agree_on_state(left: Iterable[str], right: Iterable[str]) -> bool:
    """Tell whether no two of the names name different states (the ministry of one is not that of another)."""
    ours = {s for name in left if (s := state_in(name))}
    theirs = {s for name in right if (s := state_in(name))}
    return not ours or not theirs or bool(ours & theirs)


def initials(name: str) -> str:
    """Return the initials of a body's name, small words left out."""
    return "".join(w.text[0] for w in read_words(name) if w.low not in SMALL).upper()


@lru_cache(maxsize=WORDS_KEPT)
def is_short_form(short: str, name: str) -> bool:
    """Tell whether *short* is an acronym of *name*: its initials, with or without the small words."""
    bare = re.sub(r"[.\s]", "", short)
    if len(bare) < 2 or not bare[0].isupper() or bare.upper() != bare or len(read_words(name)) < 2:
        return False
    everything = "".join(w.text[0] for w in read_words(name)).upper()
    without_state = "".join(w.text[0] for w in read_words(name) if w.low not in SMALL and not w.is_possessive).upper()
    return bare in {initials(name), everything, without_state}


def without_owner(name: str) -> str:
    """Return *name* without whose it is ("Freedonia's Yorhap" → "Yorhap"), in a form that any name has; "" for none."""
    words = read_words(name)
    first = max((i + 1 for i, word in enumerate(words[:-1]) if word.is_possessive), default=0)
    return " ".join(word.low for word in words[first:] if word.low not in SMALL)


@lru_cache(maxsize=WORDS_KEPT)
def same_body(left: str, right: str) -> bool:
    """Tell whether two written-out names are one body's."""
    a, b = body_tokens(left), body_tokens(right)
    if not a or not b:
        return False
    if a == b or (len(a) > 1 and sorted(a) == sorted(b)):
        return True
    if _is_firm(a, b) or _is_firm(b, a):
        return True
    functions = function_of(left), function_of(right)
    if functions[0] and functions[0] == functions[1]:
        return True
    if _is_part(left, a, b, right) or _is_part(right, b, a, left):
        return True
    one, other = " ".join(a), " ".join(b)
    return min(len(one), len(other)) >= LONG and fuzz.ratio(one, other) >= LIKE


def _is_firm(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """The longer name only adds that it is a group of firms: "Vance Corvo", "Vance Corvo Group"."""
    return len(short) > 1 and long[: len(short)] == short and all(word in HOLDERS for word in long[len(short) :])


def _is_telling(tokens: tuple[str, ...]) -> bool:
    """Not made of generic words alone ("armed forces" is any army's)."""
    return any(t not in words_of("organisation_words") for t in tokens) or " ".join(tokens) in pairs_of(
        "state_functions"
    )


def _is_part(name: str, short: tuple[str, ...], long: tuple[str, ...], other: str) -> bool:
    """The longer name only says whose body it is, before ("U.S. State Department") or after ("… of Freedonia")."""
    if len(short) < 2 or len(short) >= len(long):
        return False
    bare = name.casefold().removeprefix("the ")
    added = long[: -len(short)]
    if pairs_of("state_institutions").get(bare) in added and long[-len(short) :] == short:
        return True  # "the Security Council" has but one whose it can be
    if not _is_telling(short):
        return False
    follows = re.match(rf"(?:the\s+)?{re.escape(bare)}\s+(?:of|for|in|at)\b", other.casefold())
    ends_alike = long[-len(short) :] == short
    return bool(follows) or (ends_alike and (len(short) > 2 or any(state_called(t.casefold()) for t in added)))
