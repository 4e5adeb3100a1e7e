"""Bodies that have no name but a description: "Freedonia's water ministry", "the water ministry of Freedonia"."""

from collections.abc import Sequence

from stemma.lexicon import words_of
from stemma.model import SourceKind
from stemma.resolve.bodies import body_tokens
from stemma.resolve.entities import Entity
from stemma.resolve.fitting import telling
from stemma.resolve.phrase import Phrase
from stemma.resolve.words import is_collective, read_words

__all__ = ["fits_body", "names_body", "unnamed_body"]

PLAIN = frozenset(("department", "force", "service"))
"""Nouns that a body's name has or leaves out."""


def unnamed_body(entity: Entity) -> Phrase | None:
    """Return the description that tells a body without a name apart, or None."""
    if entity.names or entity.is_plural:
        return None
    bodies = (role for role in entity.roles if _is_body(role) and (role.is_definite or _is_placed(role)))
    return next((role for role in bodies if telling(role)), None)


def fits_body(roles: Sequence[Phrase], asked: Phrase) -> bool:
    """
    Tell whether *asked* can mean the body that *roles* describe: all that the shorter says the longer says.

    "The water ministry of Freedonia" is "Freedonia's water ministry", and may be "the water ministry";
    neither is "Sylvania's water ministry".
    """
    wanted = telling(asked)
    same = [telling(role) for role in roles if role.head == asked.head and _is_body(role)]
    return any(known and (wanted <= known or known <= wanted) for known in same)


def names_body(names: Sequence[str], asked: Phrase) -> bool:
    """
    Tell whether one of *names* says of a body what *asked* says of it: "the Freedonian Space Agency" and "Freedonia's".

    A name may hold a noun more that such bodies have in common: "Halen police" and "the Halen Police Department".
    """
    wanted = frozenset(body_tokens(asked.text)) - words_of("determiners")
    told = (frozenset(body_tokens(name)) for name in names)
    return any(known == wanted or (wanted < known and known - wanted <= PLAIN) for known in told)


def _is_body(role: Phrase) -> bool:
    """The police are many and yet a body."""
    return role.kind is SourceKind.ORGANISATION or (is_collective(role.head) and not role.is_plural)


def _is_placed(role: Phrase) -> bool:
    """The description holds a name: "Halen police", "police in Halen"."""
    return any(word.is_capital for word in read_words(role.text)[1:]) or role.text.split(" ")[0].casefold() != role.head
