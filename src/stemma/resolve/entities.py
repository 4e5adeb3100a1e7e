"""The speakers of one document, before they are held against those of others."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from stemma.lexicon import pairs_of
from stemma.model import SourceKind, Span
from stemma.resolve.bodies import function_of, is_short_form, same_body
from stemma.resolve.names import is_initial, name_tokens, plain, same_person, same_token
from stemma.resolve.phrase import Phrase
from stemma.resolve.words import head_singular, is_body, state_of

__all__ = ["Cast", "Entity", "Place"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a document speaks of somebody."""

    span: Span
    begin: int = -1
    """Where the noun phrase begins that holds the words; -1 for where they begin."""
    is_quoted: bool = False
    is_speaking: bool = False
    """The words are the source of an attribution."""


@dataclass(slots=True, eq=False)
class Entity:
    """Somebody that one document speaks of, under the names it uses."""

    document: str
    kind: SourceKind
    names: list[str] = field(default_factory=list)
    """Proper names without titles, in the order of the text."""
    shorts: list[str] = field(default_factory=list)
    wordings: list[str] = field(default_factory=list)
    """The words of its sources, names with titles and descriptions, as written."""
    roles: list[Phrase] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    sex: str | None = None
    is_plural: bool = False
    is_weak: bool = False
    """Nothing but capitals says that it is somebody."""
    state: str | None = None
    """The state that it is, where it is one."""
    owner: "Entity | None" = None
    """Whose spokesman, lawyer or paper it is, where that is somebody of the same document."""

    @property
    def is_person(self) -> bool:
        """One human being."""
        return self.kind is SourceKind.PERSON or (
            self.kind is SourceKind.UNNAMED and not self.is_plural and any(role.has_office for role in self.roles)
        )

    @property
    def full_name(self) -> str:
        """The longest name, the first of several; empty for one that is only described."""
        return max(self.names, key=len, default="")

    def note(self, phrase: Phrase, place: Place) -> None:
        """Add what *phrase* at *place* says of this one."""
        if phrase.name and phrase.name not in self.names:
            self.names.append(phrase.name)
        if phrase.short and phrase.short not in self.shorts:
            self.shorts.append(phrase.short)
        described = (phrase,) if phrase.head else ()
        self.roles += [r for r in (*phrase.roles, *described) if (r.head or r.owner) and r not in self.roles]
        self.sex = self.sex or phrase.sex or next((r.sex for r in phrase.roles if r.sex), None)
        self.places.append(place)
        if phrase.roles or phrase.sex or place.is_speaking:
            self.is_weak = False


class Cast:
    """All entities of one document; names find theirs, or make one."""

    def __init__(self, document: str) -> None:
        """Begin without anybody."""
        self.document = document
        self.entities: list[Entity] = []

    def __iter__(self) -> Iterator[Entity]:
        """Walk over all, in the order in which they were found."""
        return iter(self.entities)

    def new(self, kind: SourceKind, *, is_plural: bool = False, is_weak: bool = False) -> Entity:
        """Return a new entity."""
        entity = Entity(self.document, kind, is_plural=is_plural, is_weak=is_weak)
        self.entities.append(entity)
        return entity

    def named(self, phrase: Phrase, *, is_weak: bool = False) -> Entity:
        """Return the entity that the name in *phrase* stands for, a new one if there is none."""
        found = self.find(phrase)
        if found is None:
            found = self.new(phrase.kind, is_plural=phrase.is_plural, is_weak=is_weak)
            found.state = _state_itself(phrase)
        elif found.kind is SourceKind.PERSON and phrase.kind is not SourceKind.PERSON and found.is_weak:
            found.kind = phrase.kind
        return found

    def find(self, phrase: Phrase) -> Entity | None:
        """Return the entity that the name in *phrase* can stand for, if any."""
        if phrase.kind is SourceKind.GROUP:
            return self._group(phrase)
        if phrase.kind is SourceKind.PERSON:
            return self._person(phrase) or (self._body(phrase) if phrase.is_single else None)
        return self._body(phrase) or self._family(phrase)

    def _person(self, phrase: Phrase) -> Entity | None:
        people = [e for e in self.entities if e.kind is SourceKind.PERSON]
        if not phrase.is_single or len(name_tokens(phrase.name)) > 1:
            return next((e for e in people if any(same_person(n, phrase.name, is_strict=True) for n in e.names)), None)
        token = name_tokens(phrase.name)[0]
        ranked: list[tuple[int, Entity]] = []
        for entity in people:
            if phrase.sex and entity.sex and phrase.sex != entity.sex:
                continue
            rank = min((_rank(token, name) for name in entity.names), default=9)
            if rank < 9:
                ranked.append((rank, entity))
        best = min((rank for rank, _ in ranked), default=9)
        return next((entity for rank, entity in ranked if rank == best), None)

    def _body(self, phrase: Phrase) -> Entity | None:
        state = _state_itself(phrase)
        if state:
            return next((e for e in self.entities if e.state == state and e.kind is phrase.kind), None)
        bodies = [e for e in self.entities if e.names and e.kind not in {SourceKind.PERSON, SourceKind.GROUP}]
        for entity in bodies:
            if phrase.name in entity.shorts or any(plain(phrase.name) == plain(name) for name in entity.names):
                return entity
        if phrase.kind is not SourceKind.PERSON:
            for entity in bodies:
                if not entity.state and any(same_body(phrase.name, name) for name in entity.names):
                    return entity
        for entity in bodies:
            if any(is_short_form(phrase.name, name) or is_short_form(name, phrase.name) for name in entity.names):
                return entity
        if phrase.is_single:  # "Enough" of the Enough Project
            return next((e for e in bodies if any(_is_first_word(phrase.name, name) for name in e.names)), None)
        return None

    def _group(self, phrase: Phrase) -> Entity | None:
        function = function_of(phrase.name)
        for entity in self.entities:
            if any(plain(phrase.name) == plain(name) for name in entity.names):
                return entity
            if function and any(function_of(name) == function for name in entity.names):
                return entity
        return None

    def _family(self, phrase: Phrase) -> Entity | None:
        """Return the group that "the Hunters" are, once a Hunter is known."""
        if not phrase.is_single:
            return None
        single = head_singular(plain(phrase.name))
        if single == plain(phrase.name) or not any(
            _rank(single, name) == 0 for e in self.entities if e.kind is SourceKind.PERSON for name in e.names
        ):
            return None
        same = next((e for e in self.entities if e.kind is SourceKind.GROUP and phrase.name in e.names), None)
        return same or self.new(SourceKind.GROUP, is_plural=True)


def _rank(token: str, name: str) -> int:
    """Return 0 if *token* is the family name in *name*, 1 another spelling of it, 2 some other part, 9 nothing."""
    tokens = name_tokens(name)
    if tokens[-1] == token:
        return 0
    if same_token(tokens[-1], token) and not is_initial(token):
        return 1
    if token in tokens:
        return 2
    return 9


def _is_first_word(word: str, name: str) -> bool:
    first, _, rest = name.partition(" ")
    return (
        bool(rest)
        and first == word
        and not state_of(word.casefold())
        and word.casefold() not in pairs_of("places")
        and is_body(rest.split(" ")[0].casefold())
    )


def _state_itself(phrase: Phrase) -> str | None:
    low = phrase.name.casefold().replace("’", "'")
    if phrase.kind is SourceKind.GROUP or low in pairs_of("state_institutions") or low in pairs_of("places"):
        return None
    if low in pairs_of("demonyms") and low not in pairs_of("countries"):
        return None
    return state_of(low)
