"""The same speaker in several documents."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from stemma.lexicon import pairs_of
from stemma.model import SourceKind
from stemma.resolve.bodies import (
    agree_on_state,
    body_tokens,
    function_of,
    initials,
    is_short_form,
    same_body,
    without_owner,
)
from stemma.resolve.describing import fits_body, names_body, unnamed_body
from stemma.resolve.entities import Cast, Entity
from stemma.resolve.fitting import callings, role_fits, telling
from stemma.resolve.names import family_key, letters, name_keys, name_tokens, plain, same_person, same_token
from stemma.resolve.phrase import Phrase
from stemma.resolve.sorting import settle_sorts
from stemma.resolve.words import is_body, state_of

__all__ = ["Merged", "merge"]

SURE_ROLE = 4
"""Points of ``role_fits`` by which a description means somebody of another document: noun and one qualifier agree."""
BARE_ROLE = 2
"""The same for a bare definite description ("the governor"), if only one in the case fits."""


@dataclass(slots=True, eq=False)
class Merged:
    """One speaker of the case, under all that the documents call it."""

    entities: list[Entity] = field(default_factory=list)

    @property
    def documents(self) -> set[str]:
        """The documents that speak of it."""
        return {e.document for e in self.entities}

    @property
    def names(self) -> list[str]:
        """All proper names, without repetition, in the order of the documents."""
        return list(dict.fromkeys(name for e in self.entities for name in e.names))

    @property
    def shorts(self) -> list[str]:
        """All short forms given in brackets."""
        return list(dict.fromkeys(short for e in self.entities for short in e.shorts))

    @property
    def roles(self) -> list[Phrase]:
        """All offices and descriptions."""
        return list(dict.fromkeys(role for e in self.entities for role in e.roles))

    @property
    def sex(self) -> str | None:
        """``m`` or ``f`` where a document tells it."""
        return next((e.sex for e in self.entities if e.sex), None)

    @property
    def is_person(self) -> bool:
        """One human being."""
        return self.entities[0].is_person


class _Board:
    """The clusters so far, found by keys."""

    def __init__(self) -> None:
        self.clusters: list[Merged] = []
        self.by_key: dict[str, list[Merged]] = defaultdict(list)
        self.of: dict[Entity, Merged] = {}

    def put(self, entity: Entity, cluster: Merged | None, keys: Iterable[str]) -> None:
        if cluster is None:
            cluster = Merged()
            self.clusters.append(cluster)
        cluster.entities.append(entity)
        self.of[entity] = cluster
        called = sorted({noun for role in entity.roles for noun in callings(role)})
        printed = (f"printed {key}" for key in entity.printed)
        for key in (*keys, *(f"called {noun}" for noun in called), *printed):
            if cluster not in self.by_key[key]:
                self.by_key[key].append(cluster)

    def near(self, keys: Iterable[str]) -> list[Merged]:
        return list(dict.fromkeys(c for key in keys for c in self.by_key.get(key, [])))


def merge(casts: Sequence[Cast]) -> tuple[Merged, ...]:
    """Return the speakers of the case. The order of *casts* does not matter; the time is near-linear in them."""
    entities = sorted((e for cast in casts for e in cast), key=_order)
    settle_sorts(entities)
    board = _Board()
    for entity in entities:
        if _is_full_person(entity):
            _place_person(board, entity)
    for entity in entities:
        if entity.names and entity.kind is not SourceKind.PERSON:
            _place_body(board, entity)
    for entity in entities:
        if entity.kind is SourceKind.PERSON and entity.names and not _is_full_person(entity):
            _place_surname(board, entity)
    for entity in sorted((e for e in entities if not e.names), key=_order_of_descriptions):
        _place_description(board, entity)
    return tuple(board.clusters)


def _order(entity: Entity) -> tuple[object, ...]:
    acronym = bool(entity.names) and all(name.isupper() for name in entity.names)
    return (
        acronym,
        -len(name_tokens(entity.full_name)),
        -len(entity.full_name),
        entity.full_name,
        entity.document,
        min((p.span for p in entity.places), default=None) is not None and min(p.span for p in entity.places).start,
    )


def _order_of_descriptions(entity: Entity) -> int:
    """The fuller first: "the water service" is sought among those that say whose it is."""
    return -max((len(role.qualifiers) for role in entity.roles), default=0)


def _is_full_person(entity: Entity) -> bool:
    return entity.kind is SourceKind.PERSON and any(len(name_tokens(n)) > 1 for n in entity.names)


def _place_person(board: _Board, entity: Entity) -> None:
    keys = [f"person {key}" for name in entity.names for key in sorted(name_keys(name))]
    fits = [c for c in board.near(keys) if entity.document not in c.documents and _same_people(entity, c)]
    exact = [c for c in fits if {plain(n) for n in c.names} & {plain(n) for n in entity.names}]
    chosen = exact if exact else fits
    board.put(entity, chosen[0] if len(chosen) == 1 else None, keys)


def _same_people(entity: Entity, cluster: Merged) -> bool:
    if entity.sex and cluster.sex and entity.sex != cluster.sex:
        return False
    return any(same_person(a, b) for a in entity.names for b in cluster.names)


def _place_surname(board: _Board, entity: Entity) -> None:
    name = entity.full_name
    token = name_tokens(name)[0]
    near = board.near([f"person {family_key(name)}"])
    fits = [
        c
        for c in near
        if c.is_person
        and entity.document not in c.documents
        and not (entity.sex and c.sex and entity.sex != c.sex)
        and any(same_token(token, name_tokens(n)[-1]) for n in c.names)
    ]
    found = _only(fits)
    if not fits:
        keys = (f"name {letters(' '.join(body_tokens(name)))} False", f"short {letters(name)}", f"single {plain(name)}")
        found = next((c for key in (*keys, f"first {plain(name)}") if (c := _only(board.near([key])))), None)
    board.put(entity, found, [f"single {plain(name)}"])


def _place_body(board: _Board, entity: Entity) -> None:
    keys = _body_keys(entity)
    found = next((c for key in keys[:-1] if (c := _only(board.near([key]))) and _may_join(entity, c)), None)
    if found is None:
        near = [
            c
            for c in board.near(_blocks(entity.names))
            if _may_join(entity, c) and any(same_body(a, b) for a in entity.names for b in c.names)
        ]
        found = _only(near)
    if found is None:
        acronyms = [n for n in (*entity.names, *entity.shorts) if n.isupper() and len(n) < 10]
        near = board.near([f"initials {a}" for a in acronyms])
        near = [c for c in near if _may_join(entity, c) and _spells(acronyms, c)]
        found = _only(near)
    blocks = _blocks(entity.names)
    firsts = [f"first {plain(n.split(' ')[0])}" for n in entity.names if _is_callable_by_first(n)]
    spelt = [f"initials {initials(name)}" for name in entity.names if " " in name]
    board.put(entity, found, [*keys, *blocks, *firsts, *spelt])


def _blocks(names: Iterable[str]) -> list[str]:
    tokens = [body_tokens(name) for name in names]
    generic = (row[-2:] for row in tokens if all(map(is_body, row[-2:])))  # "Security Council" has no word of its own
    words = [f"word {token}" for row in tokens for token in row if not is_body(token)]
    return words + [f"generic {' '.join(pair)}" for pair in generic]


def _body_keys(entity: Entity) -> list[str]:
    """Return what makes two bodies one, the surest first."""
    keys = [f"state {entity.state}"] if entity.state else []
    for name in entity.names:
        function = function_of(name)
        if function and entity.kind is not SourceKind.PERSON:
            keys.append(f"function {function[0]} {function[1]}")
    if not entity.state:
        is_group = entity.kind is SourceKind.GROUP
        keys += [f"name {letters(' '.join(body_tokens(name)))} {is_group}" for name in entity.names]
        keys += [f"short {letters(name)}" for name in (*entity.shorts, *entity.names) if name.isupper()]
        own = (name for name in entity.names if not function_of(name))  # the ministry of one state is not another's
        keys += [f"bare {letters(bare)}" for name in own if (bare := without_owner(name))]
    return [*keys, f"entity {entity.document}"]


def _may_join(entity: Entity, cluster: Merged) -> bool:
    states = {e.state for e in cluster.entities}
    groups = {e.kind is SourceKind.GROUP for e in cluster.entities} != {entity.kind is SourceKind.GROUP}
    if cluster.is_person or (groups and not any(function_of(n) for n in entity.names)):
        return False
    if entity.state:
        return entity.state in states
    return states == {None} and agree_on_state(entity.names, cluster.names)


def _spells(acronyms: Sequence[str], cluster: Merged) -> bool:
    return any(is_short_form(a, name) for a in acronyms for name in cluster.names if " " in name)


def _is_callable_by_first(name: str) -> bool:
    words = name.split(" ")
    return (
        len(words) > 1
        and is_body(words[1].casefold())
        and not state_of(words[0].casefold())
        and words[0].casefold() not in pairs_of("places")
    )


def _only(clusters: Sequence[Merged]) -> Merged | None:
    return clusters[0] if len(clusters) == 1 else None


def _place_description(board: _Board, entity: Entity) -> None:
    head = entity.roles[0].head if entity.roles else ""
    body = str(pairs_of("legal_instruments").get(head, head))
    keys = [f"wording {entity.document} {w.casefold()}" for w in entity.wordings]
    if body in pairs_of("legal_instruments").values() or head in pairs_of("legal_instruments"):
        keys.append(f"instrument {body}")
        board.put(entity, _only(board.near([f"instrument {body}"])), keys)
        return
    named = [f"wording {w.casefold().removeprefix('the ')}" for w in entity.wordings if _holds_name(w)]
    found = _only(board.near(named)) if named else None
    if not found and (state := _officials_of(entity)):  # "Freedonian officials", "the authorities of Freedonia"
        found = _only(board.near([f"function {state} officials"]))
        keys.append(f"function {state} officials")
    found = found or _only([c for c in board.near(f"printed {key}" for key in entity.printed) if _may_be(entity, c)])
    if found is None and (asked := unnamed_body(entity)):
        found = _only([c for c in board.near([f"body {asked.head}"]) if fits_body(c.roles, asked)])
        found = found or _only([c for c in board.near(_blocks([asked.text])) if names_body(c.names, asked)])
        keys.append(f"body {asked.head}")
    if found is None and entity.roles and entity.roles[0].is_definite and not entity.is_plural:
        found = _by_role(board, entity)
    if found is None and entity.owner and entity.roles:  # "his treasurer" here, "Mr. X's treasurer" there
        owner = board.of.get(entity.owner)
        owned = [f"owned {id(owner)} {entity.roles[0].head} {entity.is_plural}"] if owner else []
        found = _only(board.near(owned))
        keys += owned
    board.put(entity, found, [*keys, *named])


def _officials_of(entity: Entity) -> str | None:
    """Return the state of officials of whom nothing else is said."""
    roles = [role for role in entity.roles if role.is_plural and role.head == "official"]
    said = telling(roles[0]) if roles else frozenset[str]()
    return next(iter(said)) if len(said) == 1 and all(state_of(q.casefold()) == q for q in said) else None


def _may_be(entity: Entity, cluster: Merged) -> bool:
    """Tell whether *cluster*, of which the same sentence is printed, can be the same: nobody of the document's own."""
    return entity.document not in cluster.documents and not (entity.sex and cluster.sex and entity.sex != cluster.sex)


def _holds_name(wording: str) -> bool:
    return (
        any(word[:1].isupper() for word in wording.split(" ")[1:])
        or state_of(wording.split(" ")[0].casefold()) is not None
    )


def _is_free(document: str, cluster: Merged, asked: Phrase) -> bool:
    """What the description's own document says of the speaker does not speak against it."""
    own = [e for e in cluster.entities if e.document == document]
    return all(not e.roles or any(role_fits(role, asked) for role in e.roles) for e in own)


def _by_role(board: _Board, entity: Entity) -> Merged | None:
    """Return the one speaker of another document whom a definite description fits."""
    asked = entity.roles[0]
    if asked.owner in {"his", "her", "its", "their", "our", "my"}:
        return None
    scores: dict[int, list[Merged]] = defaultdict(list)
    for cluster in board.near([f"called {asked.head}"]):
        if not cluster.names or not _is_free(entity.document, cluster, asked):
            continue
        if cluster.is_person is not asked.has_office or (entity.sex and cluster.sex and entity.sex != cluster.sex):
            continue
        best = max((role_fits(role, asked) for role in cluster.roles), default=0)
        scores[best].append(cluster)
    top = max(scores, default=0)
    needed = SURE_ROLE if asked.qualifiers else BARE_ROLE
    return _only(scores[top]) if top >= needed else None
