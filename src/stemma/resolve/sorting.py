"""Names of which nothing but capitals says that they are a person's, held against those that are a body's elsewhere."""

from collections import defaultdict
from collections.abc import Sequence

from stemma.lexicon import pairs_of
from stemma.model import SourceKind
from stemma.resolve.bodies import body_tokens, same_body
from stemma.resolve.entities import Entity
from stemma.resolve.names import plain

__all__ = ["settle_sorts"]

BODIES = (SourceKind.ORGANISATION, SourceKind.OUTLET)


def settle_sorts(entities: Sequence[Entity]) -> None:
    """Make bodies of those who were taken for people for want of more, where a document has a body of that name."""
    bodies: dict[str, list[tuple[str, SourceKind]]] = defaultdict(list)
    for entity in entities:
        if entity.kind in BODIES:
            for name in entity.names:
                bodies[_block(name)].append((name, entity.kind))
    loose = [entity for entity in entities if _may_be_body(entity)]
    people = {plain(name) for e in entities if e.kind is SourceKind.PERSON and not _may_be_body(e) for name in e.names}
    for entity in loose:
        if any(plain(name) in people for name in entity.names):
            continue
        found = (kind for name in entity.names for other, kind in bodies[_block(name)] if same_body(name, other))
        entity.kind = next(found, entity.kind)


def _block(name: str) -> str:
    return next(iter(body_tokens(name)), "")


def _may_be_body(entity: Entity) -> bool:
    """Tell whether a name of two words or more has no given name, no title and no office to make it a person's."""
    if entity.kind is not SourceKind.PERSON or entity.sex or any(role.has_office for role in entity.roles):
        return False
    firsts = {name.split(" ")[0].casefold() for name in entity.names}
    return any(" " in name for name in entity.names) and not any(first in pairs_of("given_names") for first in firsts)
