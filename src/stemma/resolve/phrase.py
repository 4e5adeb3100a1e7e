"""One way in which a text speaks of a source."""

import re
from dataclasses import dataclass, field

from stemma.model import SourceKind
from stemma.resolve.words import is_office

__all__ = ["DEFINITE", "EDGE", "OWNERS", "SPOKESMEN", "Phrase", "trimmed"]

DEFINITE = frozenset(("the", "this", "that", "these", "those", "our", "my", "his", "her", "its", "their", "both"))
OWNERS = frozenset(("our", "my", "his", "her", "its", "their"))
SPOKESMEN = frozenset(("spokesman", "spokeswoman", "spokesperson"))
"""Offices whose holders say what a body says, and nothing of their own."""
EDGE = " \t\r\n\"'“”‘’«»,.;:–—-()[]"
"""Marks that belong to the sentence, not to the words of the source."""
_LOOSE = re.compile(
    r"^(?:(?:and|but|while|when|as|that|so|because|although|though|if|or)\s+)+|(?:\s+(?:on|of|in|at|for|and|that|to|with|by|from|as|but|or))+$"
)
"""Small words at the ends of a span that go with what stands beside it."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One way in which a text speaks of a source."""

    text: str
    kind: SourceKind = SourceKind.UNNAMED
    pronoun: str | None = None
    """Case-folded, where the phrase is nothing but a pronoun."""
    name: str = ""
    """The proper name as written, without title or article."""
    short: str = ""
    """A short form given in brackets after the name."""
    roles: tuple["Phrase", ...] = ()
    """Offices and descriptions that stand with the name."""
    head: str = ""
    """The noun of a description, singular and case-folded."""
    qualifiers: frozenset[str] = field(default_factory=frozenset)
    """What else a description says: states by their one name, other words case-folded."""
    owner: str = ""
    """Whose it is: "Mr. Hunter" of "Mr. Hunter's lawyer", "his" of "his lawyer"."""
    is_plural: bool = False
    is_definite: bool = False
    sex: str | None = None

    @property
    def is_single(self) -> bool:
        """The name is one word: a surname, or a body called by one word."""
        return bool(self.name) and " " not in self.name

    @property
    def has_office(self) -> bool:
        """A description of one person."""
        return bool(self.head) and is_office(self.head) and not self.is_plural


def trimmed(text: str) -> str:
    """Take marks off the ends, but for the stop of "U.S."."""
    clean = _LOOSE.sub("", text.replace("\n", " ").strip(EDGE)).strip(EDGE)
    stopped = re.search(r"(?:\b[A-Z]\.)+[A-Z]$", clean) and f"{clean}." in text.replace("\n", " ")
    return f"{clean}." if stopped else clean
