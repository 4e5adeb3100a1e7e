"""Bodies that have no name but a description: "Freedonia's water ministry", "the water ministry of Freedonia"."""

from collections.abc import Sequence

from stemma.model import SourceKind
from stemma.resolve.entities import Entity
from stemma.resolve.fitting import telling
from stemma.resolve.phrase import Phrase

__all__ = ["fits_body", "unnamed_body"]


def unnamed_body(entity: Entity) -> Phrase | None:
    """Return the description that tells a body without a name apart, or None."""
    if entity.names or entity.is_plural:
        return None
    bodies = (role for role in entity.roles if role.kind is SourceKind.ORGANISATION and role.is_definite)
    return next((role for role in bodies if telling(role)), None)


def fits_body(roles: Sequence[Phrase], asked: Phrase) -> bool:
    """
    Tell whether *asked* can mean the body that *roles* describe: all that the shorter says the longer says.

    "The water ministry of Freedonia" is "Freedonia's water ministry", and may be "the water ministry";
    neither is "Sylvania's water ministry".
    """
    wanted = telling(asked)
    same = [telling(role) for role in roles if role.head == asked.head and role.kind is SourceKind.ORGANISATION]
    return any(known and (wanted <= known or known <= wanted) for known in same)
