"""What was changed on the way, for programs."""

from collections.abc import Sequence
from dataclasses import dataclass

from stemma.tell.changes import Change
from stemma.tell.desk import Desk
from stemma.tell.twins.words import Words, words_of

__all__ = ["ChangeTwin", "DriftTwin", "change_of"]


@dataclass(frozen=True, slots=True)
class ChangeTwin:
    """What a document changed, with the words on both sides."""

    kind: str
    explanation: str
    words: Words
    against: Words
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DriftTwin:
    """Some of what was changed in a story."""

    story: str
    total: int
    lines: tuple[ChangeTwin, ...]

    @classmethod
    def of(cls, changes: Sequence[Change], total: int, story: str, desk: Desk) -> "DriftTwin":
        """Return *changes*, which are some of *total*."""
        return cls(story, total, tuple(change_of(change, desk) for change in changes))


def change_of(change: Change, desk: Desk) -> ChangeTwin:
    """Return *change* for programs."""
    words, against = words_of(change.words, desk), words_of(change.against, desk)
    return ChangeTwin(change.drift.kind, change.explanation, words, against, change.claims)
