"""The speakers of one document, before they are held against those of others."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain

from stemma.lexicon import pairs_of
from stemma.model import SourceKind, Span
from stemma.resolve.bodies import agree_on_state, function_of, is_short_form, same_body
from stemma.resolve.names import is_initial, letters, name_tokens, plain, same_person, same_token
from stemma.resolve.phrase import Phrase
from stemma.resolve.words import head_singular, is_body, state_of

__all__ = ["Cast", "Entity", "Place"]


DIRECTIONS = frozenset(("north", "south", "east", "west"))
KIN = frozenset(
    ("aunt", "brother", "daughter", "father", "granddaughter", "grandfather", "grandmother", "grandson", "husband",
     "mother", "nephew", "niece", "sister", "son", "stepfather", "stepmother", "uncle", "widow", "widower", "wife")
)  # fmt: skip
FAMILY, SPELT_OTHERWISE, OTHER_PART, UNLIKE = range(4)
"""What one word is in a full name."""


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
    printed: list[str] = field(default_factory=list)
    """The sentences that call it by something else than a pronoun, as keys: two documents that print one are copies."""
    cues: list[str] = field(default_factory=list)
    """The words by which it is said that somebody said so ("reportedly"), where nobody is named."""
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
    def is_state(self) -> bool:
        """A state or a part of the world."""
        return self.state is not None or self.kind is SourceKind.GOVERNMENT

    @property
    def is_unclear(self) -> bool:
        """One capitalised word of which nothing tells whether it is a surname or a body ("Equifax")."""
        return self.kind is SourceKind.PERSON and not (
            self.sex or any(r.has_office for r in self.roles) or any(" " in name for name in self.names)
        )

    @property
    def full_name(self) -> str:
        """The longest name, the first of several; empty for one that is only described."""
        return max(self.names, key=len, default="")

    @property
    def begins(self) -> int:
        """Where the text speaks of it first; 0 for nowhere."""
        return min((place.span.start for place in self.places), default=0)

    def note(self, phrase: Phrase, place: Place) -> None:
        """Add what *phrase* at *place* says of this one."""
        if phrase.name and phrase.name not in self.names:
            self.names.append(phrase.name)
        if phrase.short and phrase.short not in self.shorts:
            self.shorts.append(phrase.short)
        described = (phrase,) if phrase.head else ()
        roles = (r for r in (*phrase.roles, *described) if (r.head or r.owner) and r not in self.roles)
        self.roles += [r for r in roles if not (self.is_state and r.has_office)]  # "France's president" is not France
        sexed = [role for role in phrase.roles if role.sex]
        kin = next((role.sex for role in sexed if role.head in KIN), None)
        told = phrase.sex if phrase.is_single else kin  # "Mr Song" and "her uncle" tell what a given name only hints at
        self.sex = told or self.sex or phrase.sex or next((role.sex for role in sexed), None)
        self.places.append(place)
        if phrase.roles or phrase.sex or place.is_speaking:
            self.is_weak = False


class Cast:
    """All entities of one document; names find theirs, or make one."""

    def __init__(self, document: str) -> None:
        """Begin without anybody."""
        self.document = document
        self.entities: list[Entity] = []
        self.waiting: list[Entity] = []
        """Those without a name who are no source so far; "she said" may take one of them up."""
        self.torn: dict[Span, tuple[Entity, Entity]] = {}
        """The two who may be meant by a pronoun, the likelier first, where no one is clearly meant."""

    def __iter__(self) -> Iterator[Entity]:
        """Walk over all, in the order in which they were found."""
        return iter(self.entities)

    def new(self, kind: SourceKind, *, is_plural: bool = False, is_weak: bool = False) -> Entity:
        """Return a new entity."""
        entity = Entity(self.document, kind, is_plural=is_plural, is_weak=is_weak)
        self.entities.append(entity)
        return entity

    def admit(self, entity: Entity) -> Entity:
        """Return *entity*, one of the cast from now on, though it was only waiting."""
        if entity in self.waiting:
            self.waiting.remove(entity)
            self.entities.append(entity)
        return entity

    def named(self, phrase: Phrase, at: int = 0, *, is_weak: bool = False) -> Entity:
        """Return the entity that the name in *phrase* stands for, a new one if there is none."""
        found = self.find(phrase, at)
        if found is None:
            found = self.new(phrase.kind, is_plural=phrase.is_plural, is_weak=is_weak)
            found.state = _state_itself(phrase)
        elif found.kind is SourceKind.PERSON and phrase.kind is not SourceKind.PERSON and found.is_weak:
            found.kind = phrase.kind
        return found

    def find(self, phrase: Phrase, at: int = 0) -> Entity | None:
        """Return the entity that the name in *phrase*, read at the character *at*, can stand for, if any."""
        if phrase.kind is SourceKind.GROUP:
            return self._group(phrase)
        if phrase.kind is SourceKind.PERSON:
            return self._person(phrase, at) or (self._body(phrase) if _may_be_body(phrase) else None)
        return self._bearer(phrase) or self._body(phrase) or self._family(phrase)

    def _person(self, phrase: Phrase, at: int) -> Entity | None:
        people = [e for e in self.entities if e.kind is SourceKind.PERSON]
        if not phrase.is_single or len(name_tokens(phrase.name)) > 1:
            return next((e for e in people if any(same_person(n, phrase.name, is_strict=True) for n in e.names)), None)
        token = name_tokens(phrase.name)[0]
        fitting = [e for e in people if not (phrase.sex and e.sex and phrase.sex != e.sex)]
        ranks = [min((_rank(token, name) for name in e.names), default=UNLIKE) for e in fitting]
        best = min(ranks, default=UNLIKE)
        ranked = [e for e, rank in zip(fitting, ranks, strict=True) if rank == best < UNLIKE]
        if len(ranked) > 1 and best == OTHER_PART:  # "Kim": of several the one named last
            return max(ranked, key=lambda e: max((p.span for p in e.places if p.span.start < at), default=Span(0, 0)))
        # of several with one family name the text means the one it brought in first
        return ranked[0] if ranked else None

    def _bearer(self, phrase: Phrase) -> Entity | None:
        """Return the person of the text whose surname is a place's too: after "Jack London" a bare "London" is he."""
        if phrase.kind is not SourceKind.GOVERNMENT or not phrase.is_single:
            return None
        people = (e for e in self.entities if e.kind is SourceKind.PERSON and not e.is_weak and " " in e.full_name)
        return next((e for e in people if e.sex and _rank(plain(phrase.name), e.full_name) == FAMILY), None)

    def _body(self, phrase: Phrase) -> Entity | None:
        state = _state_itself(phrase) or self._direction(phrase)
        if state:
            return next((e for e in self.entities if e.state == state), None)
        bodies = [e for e in self.entities if e.names and e.kind not in {SourceKind.PERSON, SourceKind.GROUP}]
        by_name = (e for e in bodies if phrase.name in e.shorts or _is_same(phrase.name, e.names))
        by_words = (e for e in bodies if not e.state and _is_same_body(phrase, e.names))
        by_letters = (e for e in bodies if any(_abbreviates(phrase.name, name) for name in e.names))
        by_first = (e for e in bodies if any(_is_front(phrase.name, n) for n in e.names))
        return next(chain(by_name, by_words, by_letters, by_first), None)

    def _direction(self, phrase: Phrase) -> str | None:
        """Return the state that "the North" is, where the text names one that begins so."""
        if phrase.name.casefold() not in DIRECTIONS:
            return None
        states = {e.state for e in self.entities if e.state and e.state.startswith(f"{phrase.name} ")}
        return next(iter(states)) if len(states) == 1 else None

    def _group(self, phrase: Phrase) -> Entity | None:
        function = function_of(phrase.name)
        for entity in self.entities:
            if _is_same(phrase.name, entity.names):
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
            _rank(single, name) == FAMILY for e in self.entities if e.kind is SourceKind.PERSON for name in e.names
        ):
            return None
        same = next((e for e in self.entities if e.kind is SourceKind.GROUP and phrase.name in e.names), None)
        return same or self.new(SourceKind.GROUP, is_plural=True)


def _rank(token: str, name: str) -> int:
    """Return what *token* is in *name*; less is surer."""
    tokens = name_tokens(name)
    if tokens[-1] == token:
        return FAMILY
    if same_token(tokens[-1], token) and not is_initial(token):
        return SPELT_OTHERWISE
    return OTHER_PART if token in tokens else UNLIKE


def _is_same(name: str, names: list[str]) -> bool:
    return any(letters(name) == letters(other) for other in names)


def _is_same_body(phrase: Phrase, names: list[str]) -> bool:
    if phrase.kind is SourceKind.PERSON or not any(same_body(phrase.name, name) for name in names):
        return False
    return agree_on_state([phrase.name], names)


def _abbreviates(name: str, other: str) -> bool:
    return is_short_form(name, other) or is_short_form(other, name)


def _may_be_body(phrase: Phrase) -> bool:
    """Tell whether nothing but capitals makes *phrase* a person's name: "Roe", "Pacific Coral"; not "Ann Roe"."""
    first = phrase.name.split(" ")[0].casefold()
    return phrase.is_single or not (phrase.sex or phrase.roles or first in pairs_of("given_names"))


def _is_front(front: str, name: str) -> bool:
    """Tell whether *front* is what stands before the noun for a body in its *name*: "Pacific Coral" of "… Airways"."""
    rest = name.removeprefix(f"{front} ")
    return (
        rest != name
        and not state_of(front.casefold())
        and front.casefold() not in pairs_of("places")
        and is_body(rest.split(" ")[0].casefold())
    )


def _state_itself(phrase: Phrase) -> str | None:
    low = phrase.name.casefold().replace("’", "'")
    if phrase.kind is SourceKind.GROUP or low in pairs_of("state_institutions") or low in pairs_of("places"):
        return None
    if low in pairs_of("demonyms") and low not in pairs_of("countries"):
        return None
    return state_of(low)
