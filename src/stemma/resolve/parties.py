"""Whom a speaker speaks for."""

import re
from collections.abc import Mapping, Sequence, Set

from stemma.lexicon import pairs_of, words_of
from stemma.model import Document, SourceKind
from stemma.resolve.board import Merged
from stemma.resolve.bodies import body_tokens, function_of, state_in
from stemma.resolve.describing import unnamed_body
from stemma.resolve.entities import Entity
from stemma.resolve.nouns import name_before
from stemma.resolve.phrase import SPOKESMEN, Phrase
from stemma.resolve.phrases import read_phrase
from stemma.resolve.words import Word, ending_in, is_body, is_collective, read_words, state_called, state_of

__all__ = ["Parties", "read_places"]

NOWHERE = "-"
"""What the list of places has for a part of the world that is no state's ("Europe")."""
REBELS = frozenset(
    ("rebel group", "militia", "opposition", "movement", "rebel", "militant group", "faction", "charity")
)
NO_ORGANS = (
    "liberation",
    "free ",
    "opposition",
    "rebel",
    "resistance",
    "democratic forces",
    "observatory",
    "red cross",
)
"""Words in the name of a body that is none of the state's, though it has the state's name."""
_OF_STATE = re.compile(
    r"\b(?P<state>[A-Z][\w.]*(?:\s[A-Z][\w.]*){0,3})['’]s?\s+(?:[a-z]+\s+){0,2}(?P<place>[A-Z]\w+(?:\s[A-Z]\w+){0,2}(?:\s(?:state|province|region|county|oblast|district))?)"
)
# "Freedonia's interior minister": whoever has ministers, an army or a government is a state, or governs as one.
_POLITY = re.compile(
    r"\b(?P<name>[A-ZÀ-Þ][\w-]+(?:\s[A-ZÀ-Þ][\w-]+)?)(?:['’]s|(?<=s)['’])\s+(?:[\w-]+\s+){0,2}?"
    r"(?i:government|ministry|minister|prime minister|parliament|army|armed forces|navy|air force)\b"
)
ORGANS = frozenset(
    ("government", "ministry", "service", "agency", "department", "authority", "police", "army", "parliament")
)
"""Nouns for bodies that are the state's where a state's name stands with them."""
_SPEAKS_FOR = re.compile(r"\b(?:for|of|from|at|with|representing)\s+(?P<who>.+)$")
_PAST = re.compile(r"(?:an?\s+|the\s+)?(?:former|retired|ex-|then-)\b", re.IGNORECASE)
"""Who held an office once speaks for nobody by it."""
_HIRED_BY = re.compile(r"\bat\s+(?P<who>[A-Z].*)$")
"""Behind "at" stands who pays: "president for Europe at Corvex"."""
_WHERE = re.compile(r"\b(?:in|near|at|to|based)\b.*$")


def read_places(documents: Sequence[Document]) -> Mapping[str, str]:
    """Return the places that the case puts into a state ("Freedonia's Unity state"), case-folded, with the state."""
    found: dict[str, set[str]] = {}
    for document in documents:
        for match in _OF_STATE.finditer(document.text):
            words = match.group("state").split()
            names = [" ".join(words[i:]) for i in range(len(words))]
            state = next((s for name in names if (s := state_of(name.casefold()))), None)
            if state and state_of(match.group("place").casefold()) is None:
                found.setdefault(match.group("place").casefold(), set()).add(state)
        for match in _POLITY.finditer(document.text):
            name = match.group("name")
            if not any(_is_known(word) for word in (name.casefold(), *name.casefold().split())):
                found.setdefault(name.casefold(), set()).add(name)
    return {place: next(iter(states)) for place, states in found.items() if len(states) == 1}


def _is_known(word: str) -> bool:
    return state_of(word) is not None or word in pairs_of("places") or word in pairs_of("given_names")


class Parties:
    """Finds the state or the speaker for whom each speaks."""

    def __init__(self, speakers: Sequence[Merged], places: Mapping[str, str]) -> None:
        """Look at all *speakers* of a case, and at the *places* that it puts into states."""
        self.of_entity = {entity: speaker for speaker in speakers for entity in speaker.entities}
        self.by_name: dict[str, list[Merged]] = {}
        for speaker in speakers:
            for key in _keys(speaker):
                self.by_name.setdefault(key, []).append(speaker)
        self.places = {place: state for place, state in places.items() if not self._is_person(place)}
        self.bodies: dict[str, list[Merged]] = {}
        for body in (speaker for speaker in speakers if any(unnamed_body(e) for e in speaker.entities)):
            for document in body.documents:
                self.bodies.setdefault(document, []).append(body)

    def called(self, state: str, heard: Set[Merged]) -> Merged | None:
        """Return the speaker that goes by the name of a *state* of which only the case tells, one *heard* first."""
        found = [s for s in self.by_name.get(_key(state), []) if s.names and all(name == state for name in s.names)]
        return min(found, key=lambda s: s not in heard, default=None)

    def _is_person(self, name: str) -> bool:
        near = self.by_name.get(name, [])  # a name of one word may be anything; a surname has a full name beside it
        return any(speaker.is_person and any(" " in full for full in speaker.names) for speaker in near)

    def of(self, speaker: Merged) -> str | Merged | None:
        """Return a state's name or a speaker; None where it is not clear."""
        roles = sorted(speaker.roles, key=lambda r: (not r.has_office, -len(r.qualifiers), r.text))
        found = [f for role in roles if (f := self._of_role(role, speaker)) is not None]
        if found:
            return next((f for f in found if isinstance(f, str)), found[0])
        if speaker.is_person or all(e.kind is SourceKind.OUTLET for e in speaker.entities):
            return None
        if any(e.state for e in speaker.entities):
            return next(e.state for e in speaker.entities if e.state)
        states = {s for name in speaker.names if (s := self._state_of_body(name, speaker))}
        bodies = (body for e in speaker.entities if (body := unnamed_body(e)) and body.head in ORGANS)
        states |= {s for body in bodies if (s := self._state(body.text))}
        return next(iter(states)) if len(states) == 1 else None

    def _state_of_body(self, name: str, speaker: Merged) -> str | None:
        """Return the state whose organ a body is: a state's name in a body's name alone does not tell it."""
        low = name.casefold().replace("’", "'")
        if low in pairs_of("state_institutions"):
            return pairs_of("state_institutions")[low]
        states = {s for w in _pieces(name) if (s := state_of(w))}
        if len(states) > 1 or any(r.head in REBELS for r in speaker.roles):
            return None
        words = read_words(name)
        organ = (
            function_of(name) or ending_in(words, words_of("state_organs")) or words[0].low in words_of("state_organs")
        )
        organ = organ or any(w.low in {"ministry", "department"} for w in words)
        is_group = all(e.kind is SourceKind.GROUP for e in speaker.entities)
        is_place = all(e.kind is SourceKind.GOVERNMENT for e in speaker.entities)
        if any(word in low for word in NO_ORGANS) or not (organ or is_group or is_place):
            return None
        return None if self._is_private(name) else self._state(name)

    def _of_role(self, role: Phrase, speaker: Merged) -> str | Merged | None:
        if role.head in words_of("private_people") and not role.owner:
            return self._employer(role, speaker) if role.head in {"reporter", "correspondent", "journalist"} else None
        if not (role.has_office or role.is_plural) or _PAST.match(role.text):
            return None
        text = role.text
        principal = self._principal(role, speaker)
        if role.head in words_of("firm_offices"):
            return None if isinstance(principal, str) else principal
        if principal is not None:
            return principal
        if len({s for w in _pieces(text) if (s := state_called(w))}) > 1 and role.is_plural:
            return None
        near = _WHERE.sub("", text)
        return self._state(near) or self._state(text)

    def _owner(self, speaker: Merged) -> Merged | None:
        owners = {self.of_entity[e.owner] for e in speaker.entities if e.owner} - {speaker}
        return next(iter(owners)) if len(owners) == 1 else None

    def _employer(self, role: Phrase, speaker: Merged) -> str | Merged | None:
        return self._named(role.text, speaker, {SourceKind.OUTLET, SourceKind.ORGANISATION})

    def _principal(self, role: Phrase, speaker: Merged) -> str | Merged | None:
        """Return the body or person whose spokesman, lawyer or officer it is; for a state's body, the state."""
        found = self.body_of(role, speaker)
        if found is None or isinstance(found, str) or found.is_person:
            return found
        own = self.of(found)
        if own is None and (found.entities[0].kind is SourceKind.GOVERNMENT or _is_organ(found)):
            own = self._state(role.text)
        return own if own is not None else found

    def body_of(self, role: Phrase, speaker: Merged) -> str | Merged | None:
        """Return the state, body or person that *speaker*, who holds the office *role*, serves."""
        after = _SPEAKS_FOR.search(role.text)
        hired = _HIRED_BY.search(role.text)
        words = hired.group("who") if hired else role.owner or (after.group("who") if after else "")
        owner = self._owner(speaker) if words or role.head in SPOKESMEN else None
        if owner is not None and owner.is_person:
            return owner if role.head in words_of("spokes_offices") else None
        found = self._served(words, speaker) if words else None
        found = found or self._body_of_spokesman(role, speaker)
        found = found or self._named(_WHERE.sub("", role.text), speaker, {SourceKind.ORGANISATION, SourceKind.OUTLET})
        found = found or self._house(role, speaker)
        is_person = isinstance(found, Merged) and found.is_person
        return None if is_person and role.head not in words_of("spokes_offices") else found

    def _served(self, words: str, speaker: Merged) -> str | Merged | None:
        """Return whom "Lind & Broz in Tarn" names: what stands behind "in" is only where they are."""
        found = self._named(words, speaker, set(SourceKind))
        head, _, tail = words.partition(" in ")
        is_place = bool(tail) and isinstance(found, Merged) and found is self._named(tail, speaker, set(SourceKind))
        return self._named(head, speaker, set(SourceKind)) if is_place else found

    def _house(self, role: Phrase, speaker: Merged) -> Merged | None:
        """Return the body named before a spokesman's office, though nothing else tells of it: "a Corvex spokesman"."""
        name = name_before(role) if role.head in SPOKESMEN else ""
        if not name or self._state(name) or self._is_person(name.casefold()) or _is_known(name.casefold()):
            return None
        near = [s for s in self.by_name.get(_key(name), []) if s is not speaker]
        if not near:
            house = Entity(min(speaker.documents), SourceKind.ORGANISATION, names=[name])
            near = [Merged([house])]
            self.by_name[_key(name)] = near
            self.of_entity[house] = near[0]
        return near[0] if len(near) == 1 else None

    def _body_of_spokesman(self, role: Phrase, speaker: Merged) -> Merged | None:
        """Return the body without a name for which a spokesman of the same document speaks."""
        said = role.qualifiers
        if role.head not in words_of("spokes_offices") or not said:
            return None
        near = dict.fromkeys(body for document in sorted(speaker.documents) for body in self.bodies.get(document, ()))
        found = [b for b in near if any(said <= {*r.qualifiers, r.head} for r in b.roles)]
        return found[0] if len(found) == 1 else None

    def _named(self, words: str, speaker: Merged, kinds: set[SourceKind]) -> str | Merged | None:
        """Return the state or speaker whose name is the longest in *words*."""
        pieces = read_words(words)
        for size in range(min(8, len(pieces)), 0, -1):
            for start in range(len(pieces) - size + 1):
                piece = words[pieces[start].start : pieces[start + size - 1].end]
                if not pieces[start].is_capital or pairs_of("places").get(piece.casefold()) == NOWHERE:
                    continue
                if _is_leaning(pieces[start:]):
                    continue
                if state_called(piece.casefold()):
                    return state_called(piece.casefold())
                near = [
                    s for s in self.by_name.get(_key(piece), []) if s is not speaker and s.entities[0].kind in kinds
                ]
                if len(near) == 1:
                    return near[0]
                if near and size > 1:  # which of them is not clear; "American" is none of "American Airlines"
                    return None
        return None

    def _state(self, text: str) -> str | None:
        state = state_in(text)
        if state:
            return state
        words = read_words(text)
        for size in (4, 3, 2, 1):
            for start in range(len(words) - size + 1):
                piece = " ".join(w.low for w in words[start : start + size])
                if words[start].is_capital and piece in self.places:
                    return self.places[piece]
                if words[start].is_capital and size > 1 and piece in pairs_of("state_institutions"):
                    return pairs_of("state_institutions")[piece]
        return None

    def _is_private(self, name: str) -> bool:
        phrase = read_phrase(name)
        return phrase.head in words_of("private_people")


def _is_leaning(words: Sequence[Word]) -> bool:
    """Tell whether a leaning opens *words* before the noun for a body: "the Unionist movement" is no "Unionist"."""
    if words[0].low in words_of("determiners"):
        words = words[1:]
    if len(words) < 2 or words[0].low not in words_of("party_adjectives") or words[1].is_capital:
        return False
    return is_body(words[1].low) or is_collective(words[1].low) or words[1].low in REBELS


def _is_organ(speaker: Merged) -> bool:
    """A body such as every state has: a ministry, a parliament."""
    ends = words_of("state_organs")
    words = [read_words(name) for name in speaker.names]
    return any(ending_in(w, ends) or (w and w[0].low in ends) for w in words)


def _pieces(name: str) -> list[str]:
    words = read_words(name)
    runs = (words[i : i + size] for size in (1, 2, 3) for i in range(len(words) - size + 1))
    return [" ".join(word.low for word in run) for run in runs if run[0].text[:1].isupper()]


def _keys(speaker: Merged) -> dict[str, None]:
    """Return what *speaker* is looked up by, each once: "APPLE" and "Apple" are one name of one firm."""
    names = (*speaker.names, *speaker.shorts)
    surnames = [name.split(" ")[-1].casefold() for name in names] if speaker.is_person else []
    return dict.fromkeys([*map(_key, names), *surnames])


def _key(name: str) -> str:
    return " ".join(body_tokens(name)).casefold()
