"""What the machine is unsure of, and what an analyst's answer would change."""

from dataclasses import dataclass
from enum import StrEnum

from stemma.model.claim import Reason

__all__ = ["Answer", "Doubt", "DoubtKind", "Question"]


class DoubtKind(StrEnum):
    """What is asked."""

    CLAIM = "claim"
    """Do two attributions say the same?"""
    SOURCE = "source"
    """Are two sources one?"""
    SPEAKER = "speaker"
    """Which of two is meant by the words for who speaks?"""
    FIGURE = "figure"
    """Do two figures count the same?"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A decision that could as well have gone the other way."""

    kind: DoubtKind
    about: tuple[str, ...]
    """Ids of the two; of a speaker the attribution's, and the ids or names of those who may be meant."""
    score: float
    """Above 0 more speaks for their being one, or for the first who may be meant; near 0 as much as against it."""
    reasons: tuple[Reason, ...] = ()
    is_one: bool = False
    """The machine took the two for one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A word that an analyst may give, and what it would change."""

    words: str
    """On the button."""
    verb: str
    of: tuple[str, ...]
    outcome: str
    """A sentence without its stop."""


@dataclass(frozen=True, slots=True)
class Question:
    """A doubt as it is put to an analyst."""

    id: str
    """The same as long as the same words are in doubt."""
    story: str
    kind: DoubtKind
    about: tuple[str, ...]
    words: str
    """What is asked, in one line."""
    left: str
    """What the first of the two says, in one line."""
    right: str
    yes: Answer
    no: Answer
    unsure: Answer
    weight: int
    """How many outlets and origins hang on it."""
    score: float
    reasons: tuple[Reason, ...] = ()
    open_to: tuple[str, ...] = ()
    """Who has looked at it and was unsure, or is contradicted by another: others come first."""

    @property
    def answers(self) -> tuple[Answer, ...]:
        """What may be said to it."""
        return self.yes, self.no, self.unsure
