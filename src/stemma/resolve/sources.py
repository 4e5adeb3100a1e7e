"""Speakers as values for the rest of Stemma."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from stemma.lexicon import pairs_of, words_of
from stemma.model import Source, SourceKind, make_id
from stemma.resolve.board import Merged
from stemma.resolve.entities import Entity
from stemma.resolve.naming import UNIONS
from stemma.resolve.parties import Parties
from stemma.resolve.phrase import Phrase
from stemma.resolve.phrases import read_phrase
from stemma.resolve.words import state_of

__all__ = ["make_sources"]

_BODIES = frozenset((SourceKind.ORGANISATION, SourceKind.OUTLET))
_CLAUSE = re.compile(r"\b\w{2,}ed\s+(?:the|an?|his|her|its|their|him|them)\b|\bto\s+\w+\s+(?:the|an?|his|her)\b")
"""A verb with its object ("team killed the gorilla"): what somebody did is no office of theirs."""
LONGEST_ROLE = 90
"""Characters of a role that a reader still takes in at a glance."""


def make_sources(
    speakers: Sequence[Merged], heard: set[Merged], places: Mapping[str, str]
) -> tuple[tuple[Source, ...], Mapping[Merged, str]]:
    """
    Return the sources for those in *heard* and for whom they speak, and the id of each.

    A state for which somebody speaks is a source even where it says nothing itself.
    """
    parties = Parties(speakers, places)
    states = {e.state: s for s in speakers for e in s.entities if e.state}
    party_of: dict[Merged, Merged | str | None] = {}
    wanted = [s for s in speakers if s in heard]
    known = set(wanted)
    for speaker in wanted:  # grows while it is walked: whom one speaks for may speak for another
        found = parties.of(speaker)
        if isinstance(found, str):
            found = states.get(found) or parties.called(found, heard) or found
        party_of[speaker] = None if found is speaker else found
        if isinstance(found, Merged) and found not in known:
            known.add(found)
            wanted.append(found)
    ids = _ids(wanted)
    built: dict[str, Source] = {}
    for speaker in wanted:
        party = party_of[speaker]
        party_id = ids[party] if isinstance(party, Merged) else _state_id(party) if party else None
        source = _source(speaker, ids[speaker], party_id)
        built[source.id] = source
        if isinstance(party, str):
            kind = SourceKind.ORGANISATION if party in UNIONS else SourceKind.GOVERNMENT
            built[_state_id(party)] = Source(_state_id(party), party, kind, (party,))
    return tuple(sorted(built.values(), key=lambda s: s.id)), ids


def _state_id(state: str) -> str:
    return make_id("s", "state", state)


def _ids(speakers: Sequence[Merged]) -> dict[Merged, str]:
    found: dict[Merged, str] = {}
    taken: set[str] = set()
    for speaker in speakers:
        state = next((e.state for e in speaker.entities if e.state), None)
        first = min(speaker.entities, key=lambda e: (e.document, e.full_name, e.wordings))
        key = make_id("s", _name(speaker)) if speaker.names else make_id("s", first.document, _name(speaker))
        key = _state_id(state) if state else key
        count = 1
        while key in taken:
            count += 1
            key = make_id("s", first.document, _name(speaker), count)
        taken.add(key)
        found[speaker] = key
    return found


def _source(speaker: Merged, key: str, party: str | None) -> Source:
    return Source(key, _name(speaker), _kind(speaker), _aliases(speaker), _role(speaker), party)


def _name(speaker: Merged) -> str:
    """Return the state, or the name whose fullest form most documents write; of two the longer."""
    state = next((e.state for e in speaker.entities if e.state), None)
    if state:
        return state
    if speaker.names:
        written = [n for n in speaker.names if not n.isupper()] or speaker.names
        votes = Counter(max(own, key=len) for e in speaker.entities if (own := [n for n in e.names if n in written]))
        return max(sorted(written), key=lambda n: (_is_whole(n, speaker), votes[n], len(n)))
    wordings = sorted(w for e in speaker.entities for w in e.wordings)
    return max(wordings, key=len, default="") or "unnamed"


def _is_whole(name: str, speaker: Merged) -> tuple[bool, bool]:
    """Tell whether *name* opens with a given name, and whether it is more than a surname; the better goes first."""
    return name.split(" ")[0].casefold() in pairs_of("given_names"), speaker.is_person and " " in name


def _kind(speaker: Merged) -> SourceKind:
    if any(e.state for e in speaker.entities):
        state = next(e.state for e in speaker.entities if e.state)
        return SourceKind.ORGANISATION if state in UNIONS else SourceKind.GOVERNMENT
    clear = [e for e in speaker.entities if not e.is_unclear]
    if not clear:
        return SourceKind.ORGANISATION  # a surname that no text ever spells out is the rarer case
    named = [e for e in clear if e.names]
    kinds = [e.kind for e in named or clear]
    bodies = [e.kind for e in named if e.kind in _BODIES]
    if bodies and all(e.kind in _BODIES or _is_one_word(e) for e in named):
        return max(sorted(set(bodies)), key=bodies.count)  # "Corvex, the producer of chips", elsewhere "Corvex Inc"
    if SourceKind.PERSON in kinds:
        return SourceKind.PERSON
    return max(sorted(set(kinds)), key=kinds.count)


def _is_one_word(entity: Entity) -> bool:
    """Tell whether one word, of which no given name and no "Mr" says that it is a person's, is all of the name."""
    return entity.kind is SourceKind.PERSON and not entity.sex and not any(" " in name for name in entity.names)


def _aliases(speaker: Merged) -> tuple[str, ...]:
    found = {*speaker.names, *speaker.shorts, *(cue for e in speaker.entities for cue in e.cues)}
    for entity in speaker.entities:
        found |= {name for w in entity.wordings if (name := _alias(w, has_name=bool(speaker.names)))}
    return tuple(sorted(found))


def _alias(wording: str, *, has_name: bool) -> str | None:
    """Return the part of *wording* that calls the speaker; None for a bare description of one who has a name."""
    phrase = read_phrase(wording)
    if phrase.name:
        part = next((p for p in re.split(r",\s+", wording) if phrase.name in p), phrase.name)
        part = part[: part.rfind(phrase.name) + len(phrase.name)]
        return re.sub(r"\s*\([^)]*\)?", "", part).strip(' ,."“”') or phrase.name
    part = re.split(r",\s+(?:who|which|that)\b|,\s+\w+\s", wording)[0].strip(" ,.")
    if not has_name:
        return part
    if phrase.head in words_of("speaking_documents"):
        return None
    return part if any(w[:1].isupper() for w in part.split(" ")[1:]) else None


def _role(speaker: Merged) -> str | None:
    roles = [r for r in speaker.roles if r.head and len(r.text) <= LONGEST_ROLE and not _CLAUSE.search(r.text)]
    if not speaker.names and (roles == speaker.roles[:1] or _kind(speaker) is SourceKind.ORGANISATION):
        return None  # what it is called by says it already
    best = max(roles, key=lambda r: (_weight(r), len(r.text), r.text), default=None)
    return re.sub(r"^(?:the|an?)\s+", "", best.text, flags=re.I) if best else None


def _weight(role: Phrase) -> int:
    holds_body = bool(role.qualifiers) + any(state_of(q.casefold()) for q in role.qualifiers)
    return 2 * role.has_office + holds_body
