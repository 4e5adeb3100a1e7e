"""Who an attribution says it comes from."""

from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Source", "SourceKind"]


class SourceKind(StrEnum):
    """What sort of speaker a source is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    OUTLET = "outlet"
    GROUP = "group"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Source:
    """One speaker under all the names the documents give it."""

    id: str
    name: str
    """The fullest name as written."""
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    """All names as written, without pronouns, sorted."""
    role: str | None = None
    """Office or description, in the documents' words."""
    party: str | None = None
    """Id of the source that this one speaks for; None where it is not clear."""
