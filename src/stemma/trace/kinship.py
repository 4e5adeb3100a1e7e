"""Which sources may be one voice: the same party, an office and who speaks for it, a group and its member."""

import re
from functools import cache
from itertools import pairwise

from stemma.lexicon import pairs_of, words_of
from stemma.model import Source, SourceKind
from stemma.trace.outlets import names_of

__all__ = ["is_part_of", "is_unnamed", "may_be_of", "party_of", "speaks_for"]

_CAPITALS = re.compile(r"\b[A-Z][\w’'-]+")


def is_unnamed(source: Source) -> bool:
    """Tell whether nobody could ask *source*: a group, or words such as "reportedly"."""
    return source.kind in (SourceKind.GROUP, SourceKind.UNNAMED)


def party_of(source: Source) -> str | None:
    """Return whom *source* speaks for; a named source without a party speaks for itself."""
    return source.party or (None if is_unnamed(source) else source.id)


def may_be_of(group: Source, member: Source) -> bool:
    """Tell whether the unnamed *group* may be, or hold, *member*: nothing that is known of them speaks against it."""
    if group.kind is SourceKind.UNNAMED or group.party is None:
        return True
    return party_of(member) in (None, group.party)


def is_part_of(group: Source, other: Source) -> bool:
    """Tell whether all words for *group* are among those for *other*: "officials" and "Valdian officials"."""
    mine, theirs = _described(group.name), _described(other.name)
    return bool(mine) and (mine < theirs or (mine == theirs and group.id > other.id))


@cache
def _described(name: str) -> frozenset[str]:
    """Return the words of *name*, a people's as its country's, without what only counts or points."""
    parts = re.findall(r"[^\W\d_]+", name.casefold())
    found: set[str] = set()
    for word, pair in zip(parts, [*map(" ".join, pairwise(parts)), ""], strict=True):
        state = pairs_of("demonyms").get(pair) or pairs_of("demonyms").get(word)
        found |= set(state.casefold().split()) if state else {word}
    return frozenset(found) - words_of("empty_words") - words_of("determiners")


def speaks_for(person: Source, body: Source) -> bool:
    """Tell whether *person* is described by an office of *body*: "the commissioner … in Unity state"."""
    if person.party == body.id:
        return True
    if person.kind is not SourceKind.PERSON or body.kind is SourceKind.PERSON or not person.party:
        return False
    if person.party != body.party:
        return False
    described = " ".join((person.role or "", *names_of(person)))
    return bool(_marks(" ".join(names_of(body))) & _marks(described))


def _marks(text: str) -> set[str]:
    """Return the proper words of *text* that tell one body from another, countries left out."""
    found = {word.casefold().removesuffix("'s").removesuffix("’s") for word in _CAPITALS.findall(text)}
    return found - _parts_of_states() - {"the", "a"} - words_of("outlet_words")


@cache
def _parts_of_states() -> frozenset[str]:
    return frozenset(part for name in ("countries", "demonyms") for key in pairs_of(name) for part in key.split())
