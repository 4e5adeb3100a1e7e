"""
A body that is called by its bare noun, and once by more: "police", and "Halen police" further on.

Only nouns that are many and one at once are read so: "the team" has been brought in before, "police" need not be.
"""

from stemma.model import Span
from stemma.resolve.entities import Cast, Entity
from stemma.resolve.fitting import telling
from stemma.resolve.words import is_collective, is_group, read_words

__all__ = ["join_bare_bodies"]


def join_bare_bodies(cast: Cast, of: dict[Span, Entity | None]) -> None:
    """
    Take a body called by its bare noun for the only one of that sort in the text.

    Where the text speaks of two ("Halen police", "state police") the bare noun stays a source of its own.
    """
    for bare in [entity for entity in cast if _is_bare(entity)]:
        noun = bare.roles[0].head
        fuller = [e for e in (*cast, *cast.waiting) if e is not bare and _is_a(e, noun)]
        told = {telling(role) for e in fuller if not e.names for role in e.roles if role.head == noun}
        is_one = len(fuller) == 1 or (not any(e.names for e in fuller) and len(told) == 1)
        if fuller and is_one:
            _join(cast, of, bare, cast.admit(fuller[0]))


def _is_bare(entity: Entity) -> bool:
    if entity.names or entity.is_plural or not entity.roles:
        return False
    is_open = all(role.text.casefold().removeprefix("the ") == role.head for role in entity.roles)
    noun = entity.roles[0].head
    return is_open and is_collective(noun) and is_group(noun)


def _is_a(entity: Entity, noun: str) -> bool:
    if entity.names:
        return not entity.is_person and any(words[-1:] == [noun] for words in map(_lows, entity.names))
    return any(role.head == noun and telling(role) for role in entity.roles)


def _lows(name: str) -> list[str]:
    return [word.low for word in read_words(name)]


def _join(cast: Cast, of: dict[Span, Entity | None], bare: Entity, fuller: Entity) -> None:
    for span, entity in of.items():
        if entity is bare:
            of[span] = fuller
    for entity in (*cast, *cast.waiting):
        if entity.owner is bare:
            entity.owner = fuller
    fuller.places += bare.places
    fuller.wordings += [words for words in bare.wordings if words not in fuller.wordings]
    cast.entities.remove(bare)
