"""Which sources may be one voice: the same party, an office and who speaks for it, a group and its member."""

import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise, zip_longest

from stemma.lexicon import WORDS_KEPT, pairs_of, words_of
from stemma.model import Source, SourceKind
from stemma.trace.outlets import names_of

__all__ = [
    "governs", "head_of", "indicts", "is_bystander", "is_described_alike", "is_own_witness", "is_part_of",
    "is_somebody", "is_the_only_one", "is_unnamed", "is_unplaced", "is_voice_of", "is_within", "may_be_blurred",
    "may_be_called", "may_be_of", "may_serve", "party_of", "prosecutes", "speaks_for", "speaks_officially_for",
]  # fmt: skip

# Who a report without names may mean by someone of a state, or of a body that looks into things.
_OFFICIALS = frozenset(("official", "officials", "authorities", "officer", "officers", "diplomat", "diplomats"))
# "The government in Orvane", but not "government sources", "a government statement".
_GOVERNMENT = re.compile(
    r"\b(?:government|authorities|administration|cabinet|regime)\b(?!['’]s?\s|\s+(?!(?:of|in|for|at|and)\b)[a-z])",
    re.IGNORECASE,
)
# Nouns that say of private people no more than that they were there.
_BYSTANDERS = frozenset(("bystander", "eyewitness", "inhabitant", "local", "people", "resident", "villager", "witness"))
# Nouns that say of a person no more than that there is one.
_ANYBODY = frozenset(("insider", "man", "person", "somebody", "someone", "source", "woman"))
_WORDS = re.compile(r"[\w-]+")
_PLURAL = re.compile(r"(?<=[^\W\d_]{3})(?<!s)s$")
_THE = re.compile(r"the\s+[a-z]", re.IGNORECASE)
_ARTICLE = re.compile(r"^(?:the|an?)\s+", re.IGNORECASE)
# Offices that every state has, where nothing says of which state.
_SERVES_STATE = re.compile(
    r"\b(?:minist(?:er|ry)|secretary of state|constable|police|army|navy|military|government|prosecutor|embassy)\b",
    re.IGNORECASE,
)
_HOLDS_OFFICE = re.compile(rf"{_SERVES_STATE.pattern}|\b(?:mayor|governor|sheriff|officer|official)\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:former|ex|retired)\b", re.IGNORECASE)
_CAPITALS = re.compile(r"\b[A-Z][\w’'-]+")


def is_unnamed(source: Source) -> bool:
    """Tell whether nobody could ask *source*: a group, or words such as "reportedly"."""
    return source.kind in (SourceKind.GROUP, SourceKind.UNNAMED)


def party_of(source: Source) -> str | None:
    """Return whom *source* speaks for; a named source without a party speaks for itself."""
    return source.party or (None if is_unnamed(source) else source.id)


def head_of(source: Source, known: Mapping[str, Source]) -> str | None:
    """Return the party at the head of that of *source*: a president's spokesman speaks for the president's state."""
    at, passed = source, {source.id}
    while at.party is not None and at.party in known and at.party not in passed:
        passed.add(at.party)
        at = known[at.party]
    return party_of(at) or source.party


def is_unplaced(source: Source) -> bool:
    """Tell whether *source* serves, or is, a body that the reports leave without a name: "the company", an officer."""
    if is_unnamed(source) or source.party is not None:
        return False
    if source.kind is SourceKind.PERSON:
        return bool(_SERVES_STATE.search(source.role or ""))
    return not any(_CAPITALS.search(_ARTICLE.sub("", name)) for name in names_of(source))


def may_serve(unplaced: Source, head: Source) -> bool:
    """Tell whether *unplaced* may be, or serve, the party *head*: an officer a state or its police, a firm any body."""
    if unplaced.kind is SourceKind.PERSON:
        return head.kind is SourceKind.GOVERNMENT or any(_SERVES_STATE.search(name) for name in names_of(head))
    return head.kind is not SourceKind.PERSON


def may_be_of(group: Source, member: Source) -> bool:
    """Tell whether the unnamed *group* may be, or hold, *member*: nothing that is known of them speaks against it."""
    if group.kind is SourceKind.UNNAMED or group.party is None:
        return True
    return party_of(member) in (None, group.party)


def is_part_of(group: Source, other: Source) -> bool:
    """Tell whether all words for *group* are among those for *other*: "officials" and "Valdian officials"."""
    mine, theirs = _described(group.name), _described(other.name)
    return bool(mine) and (mine < _widened(theirs) or (mine == theirs and group.id > other.id))


def is_within(one: Source, other: Source) -> bool:
    """Tell whether a name of the body *one* is a part of one of *other*: "the Zoo", "Kesh Zoo", "the Zoo's keepers"."""
    if one.kind in (SourceKind.PERSON, SourceKind.GOVERNMENT) or is_unnamed(one):
        return False
    if other.kind is SourceKind.PERSON:  # a firm may have its founder's name
        return False
    mine, theirs = ([_described(name) for name in names_of(source)] for source in (one, other))
    if not _is_narrower(mine, theirs):
        return False
    return one.id > other.id or not _is_narrower(theirs, mine)  # of two that share a short name one is left


def _is_narrower(mine: Sequence[frozenset[str]], theirs: Sequence[frozenset[str]]) -> bool:
    return any(name and any(name < wide for wide in theirs) for name in mine)


def is_described_alike(left: Source, right: Source) -> bool:
    """Tell whether the same words describe two sources without a name, and no party tells them apart."""
    described = _described(left.name)
    of_one = None in (left.party, right.party) or left.party == right.party
    return bool(described) and described == _described(right.name) and left.kind is right.kind and of_one


def is_the_only_one(source: Source) -> bool:
    """Tell whether *source* is one person of whom an event has but one: "the driver", not "the official"."""
    parts = set(re.findall(r"[\w-]+", source.name.casefold()))
    is_anyone = bool(parts & (_ANYBODY | _OFFICIALS | words_of("spokes_offices")))
    return bool(_THE.match(source.name)) and is_somebody(source) and not is_anyone


def _widened(described: frozenset[str]) -> frozenset[str]:
    """Return *described* with the wider nouns for its offices: a correspondent is a reporter as well."""
    offices = pairs_of("wider_offices")
    return described.union(*(str(offices[word]).split(",") for word in described if word in offices))


@lru_cache(maxsize=WORDS_KEPT)
def _described(name: str) -> frozenset[str]:
    """Return the words of *name*, a people's as its country's, without what only counts or points."""
    parts = re.findall(r"[^\W\d_]+", name.casefold())
    found: set[str] = set()
    for word, pair in zip_longest(parts, map(" ".join, pairwise(parts)), fillvalue=""):
        state = pairs_of("demonyms").get(pair) or pairs_of("demonyms").get(word)
        found |= set(state.casefold().split()) if state else {word}
    found -= words_of("empty_words") | words_of("determiners")
    return frozenset(_PLURAL.sub("", word) for word in found)


def speaks_for(person: Source, body: Source) -> bool:
    """Tell whether *person* is described by an office of *body*: "the commissioner … in Unity state"."""
    if person.party == body.id:
        return True
    if person.kind is not SourceKind.PERSON or body.kind is SourceKind.PERSON or not person.party:
        return False
    if person.party != body.party:
        return False
    if speaks_officially_for(person, body):
        return True
    described = " ".join((person.role or "", *names_of(person)))
    return bool(_marks(" ".join(names_of(body))) & _marks(described))


def speaks_officially_for(person: Source, body: Source) -> bool:
    """Tell whether *person* is spokesman of a *body* without a proper name: the role holds all that describes it."""
    role = (person.role or "").casefold()
    if person.kind is not SourceKind.PERSON or not any(noun in role for noun in words_of("spokes_offices")):
        return False
    return any(described and described <= _described(role) for described in map(_common, names_of(body)))


def is_voice_of(unnamed: Source, body: Source) -> bool:
    """Tell whether *unnamed* is a spokesman without a name of *body*, whom nothing tells from the body itself."""
    if unnamed.kind is not SourceKind.UNNAMED or is_unnamed(body) or body.kind is SourceKind.PERSON:
        return False
    described = _described(unnamed.name)
    whose = described - words_of("spokes_offices") - {"for"}
    return whose != described and any(_described(name) - {"of"} == whose - {"of"} for name in names_of(body))


def governs(source: Source) -> bool:
    """Tell whether *source* is a government: "Freedonia's government", "the authorities in Freetown"."""
    return source.kind is not SourceKind.PERSON and any(_GOVERNMENT.search(name) for name in names_of(source))


def indicts(source: Source) -> bool:
    """Tell whether *source* is a grand jury, or the indictment through which it speaks."""
    juries = {body for body in pairs_of("legal_instruments").values() if body.startswith("grand")}
    terms = juries | {paper for paper, body in pairs_of("legal_instruments").items() if body in juries}
    return any(term in name.casefold() for name in names_of(source) for term in terms)


def prosecutes(source: Source) -> bool:
    """Tell whether *source* brings charges for a state: "prosecutors", "the U.S. attorney", a justice department."""
    described = (source.role or "",) if source.kind is SourceKind.PERSON else names_of(source)
    parts = (re.sub(r"[’']", "'", words.casefold()) for words in described if not _FORMER.search(words))
    return any(re.search(rf"\b{re.escape(term)}\b", words) for words in parts for term in words_of("prosecutors"))


def is_somebody(source: Source) -> bool:
    """Tell whether *source* is one person who is described: "an aviation source"; not "reports", "a statement"."""
    if source.kind is not SourceKind.UNNAMED:
        return False
    parts = set(re.findall(r"[\w-]+", source.name.casefold()))
    return bool(parts & (words_of("offices") | _ANYBODY))


def may_be_called(unnamed: Source, named: Source) -> bool:
    """Tell whether what describes *unnamed* is said of *named* as well: "a Halen spokesman", "Ann Roe of Halen"."""
    described = _described(unnamed.name) - _ANYBODY
    return bool(described) and described <= _described(" ".join((named.role or "", *names_of(named))))


def is_own_witness(source: Source) -> bool:
    """Tell whether *source* is one private person who tells what they went through: a resident, a brother."""
    if source.kind is not SourceKind.UNNAMED:
        return False
    return bool(set(re.findall(r"[\w-]+", source.name.casefold())) & words_of("eyewitness_nouns"))


def is_bystander(source: Source) -> bool:
    """Tell whether no more is said of one private person than that they were there: "a resident", "an eyewitness"."""
    return is_own_witness(source) and bool(set(_WORDS.findall(source.name.casefold())) & _BYSTANDERS)


def may_be_blurred(group: Source, named: Source) -> bool:
    """
    Tell whether *group* may be what a report made of *named*.

    Officials may be one who serves, analysts and activists a house, residents one private person.
    """
    parts = {part for word in _WORDS.findall(group.name.casefold()) for part in (word, _PLURAL.sub("", word))}
    if is_unnamed(named) or not may_be_of(group, named):
        return False
    witnesses = parts & (words_of("eyewitness_nouns") | _BYSTANDERS)
    if parts & words_of("offices"):
        witnesses -= {"local"}  # of "a local doctor" it is an adjective
    if parts & _OFFICIALS:
        return witnesses <= {"local"} and (named.party is not None or _serves_state(named))
    if parts & (words_of("expert_nouns") | words_of("cause_people")):
        return named.kind is SourceKind.ORGANISATION and named.party is None
    trade = frozenset(_WORDS.findall((named.role or "").casefold()))
    return bool(witnesses & (_BYSTANDERS | trade)) and named.party is None and _is_private(named, trade)


def _serves_state(source: Source) -> bool:
    """Tell whether *source* holds an office of a state or a town, whichever that is."""
    return source.kind is SourceKind.PERSON and bool(_HOLDS_OFFICE.search(source.role or ""))


def _is_private(source: Source, trade: frozenset[str]) -> bool:
    """Tell whether *source* is a person of whom no more than a *trade* is known: a farmer, a nurse."""
    is_office = _HOLDS_OFFICE.search(source.role or "") or trade & words_of("spokes_offices")
    return source.kind is SourceKind.PERSON and bool(trade & words_of("offices")) and not is_office


def _common(name: str) -> frozenset[str]:
    """Return what describes a body that has no proper name; empty for one that has."""
    bare = re.sub(r"^(?:[Tt]he|[A-Z][\w-]+['’]s?)\s+|\s+of\s+[A-Z][\w-]+$", "", name)
    return frozenset() if _CAPITALS.search(bare) else _described(bare)


def _marks(text: str) -> set[str]:
    """Return the proper words of *text* that tell one body from another, countries left out."""
    found = {word.casefold().removesuffix("'s").removesuffix("’s") for word in _CAPITALS.findall(text)}
    return found - _parts_of_states() - {"the", "a"} - words_of("outlet_words")


@cache
def _parts_of_states() -> frozenset[str]:
    return frozenset(part for name in ("countries", "demonyms") for key in pairs_of(name) for part in key.split())
