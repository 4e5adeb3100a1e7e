"""The same speaker in several documents."""

from collections.abc import Iterable, Sequence

from stemma.lexicon import pairs_of
from stemma.model import SourceKind
from stemma.resolve.board import Board, Merged, body_blocks, only
from stemma.resolve.bodies import (
    agree_on_state,
    body_tokens,
    function_of,
    initials,
    is_short_form,
    same_body,
    without_owner,
)
from stemma.resolve.entities import Cast, Entity
from stemma.resolve.names import family_keys, letters, name_keys, name_tokens, plain, same_person, same_token
from stemma.resolve.placing import place_description
from stemma.resolve.sorting import settle_sorts
from stemma.resolve.words import is_body, state_of

__all__ = ["merge"]

DOMINANT = 3
"""Of several who bear a surname it stands for the one named so many times as often as all others."""


def merge(casts: Sequence[Cast]) -> tuple[Merged, ...]:
    """Return the speakers of the case. The order of *casts* does not matter; the time is near-linear in them."""
    entities = sorted((e for cast in casts for e in cast), key=_order)
    settle_sorts(entities)
    board = Board()
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
        place_description(board, entity)
    return tuple(board.clusters)


def _order(entity: Entity) -> tuple[object, ...]:
    acronym = bool(entity.names) and all(name.isupper() for name in entity.names)
    return (
        acronym,
        -len(name_tokens(entity.full_name)),
        -len(entity.full_name),
        entity.full_name,
        entity.document,
        entity.begins,
    )


def _order_of_descriptions(entity: Entity) -> int:
    """The fuller first: "the water service" is sought among those that say whose it is."""
    return -max((len(role.qualifiers) for role in entity.roles), default=0)


def _is_full_person(entity: Entity) -> bool:
    return entity.kind is SourceKind.PERSON and any(len(name_tokens(n)) > 1 for n in entity.names)


def _place_person(board: Board, entity: Entity) -> None:
    keys = [f"person {key}" for name in entity.names for key in sorted(name_keys(name))]
    fits = [c for c in board.near(keys) if entity.document not in c.documents and _same_people(entity, c)]
    exact = [c for c in fits if _full_names(c.names) & _full_names(entity.names)]
    # One report that parts a person in two must not part him in all others.
    board.put(entity, max(exact, key=_size) if exact else only(fits), keys)


def _full_names(names: Iterable[str]) -> set[str]:
    return {plain(name) for name in names if len(name_tokens(name)) > 1}


def _size(cluster: Merged) -> int:
    return len(cluster.entities)


def _same_people(entity: Entity, cluster: Merged) -> bool:
    names = ((a, b) for a in entity.names for b in cluster.names)
    return not cluster.is_other_sex(entity) and any(same_person(a, b) for a, b in names)


def _place_surname(board: Board, entity: Entity) -> None:
    name = entity.full_name
    token = name_tokens(name)[0]
    near = board.near(f"person {key}" for key in sorted(family_keys(name)))
    fits = [
        c
        for c in near
        if c.is_person
        and entity.document not in c.documents
        and not c.is_other_sex(entity)
        and any(same_token(token, name_tokens(n)[-1]) for n in c.names)
    ]
    found = _mostly(fits)
    if not fits:
        keys = (f"name {letters(' '.join(body_tokens(name)))} False", f"short {letters(name)}", f"single {plain(name)}")
        found = next((c for key in (*keys, f"first {plain(name)}") if (c := only(board.near([key])))), None)
    board.put(entity, found, [f"single {plain(name)}"])


def _mostly(clusters: Sequence[Merged]) -> Merged | None:
    """Return the only one of *clusters*, or the one that far more documents speak of than of all others."""
    most = max(clusters, key=_size, default=None)
    return most if most and _size(most) > DOMINANT * sum(_size(c) for c in clusters if c is not most) else None


def _place_body(board: Board, entity: Entity) -> None:
    keys = _body_keys(entity)
    found = next((c for key in keys[:-1] if (c := only(board.near([key]))) and _may_join(entity, c)), None)
    if found is None:
        near = [
            c
            for c in board.near(body_blocks(entity.names))
            if _may_join(entity, c) and any(same_body(a, b) for a in entity.names for b in c.names)
        ]
        found = only(near)
    if found is None:
        acronyms = [n for n in (*entity.names, *entity.shorts) if n.isupper() and len(n) < 10]
        near = board.near([f"initials {a}" for a in acronyms])
        near = [c for c in near if _may_join(entity, c) and _spells(acronyms, c)]
        found = only(near)
    blocks = body_blocks(entity.names)
    firsts = [f"first {plain(n.split(' ')[0])}" for n in entity.names if _is_callable_by_first(n)]
    spelt = [f"initials {initials(name)}" for name in entity.names if " " in name]
    board.put(entity, found, [*keys, *blocks, *firsts, *spelt])


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
