"""The lists of a case: its stories, claims, sources, documents and questions, some lines at a time."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from stemma.case.looking.lasting import Lasting
from stemma.case.shelf.keeping import line_of
from stemma.case.shelf.telling import totals_of
from stemma.model.listing import ClaimLine, DocumentLine, Part, SourceLine, StoryLine, Totals
from stemma.model.question import Question
from stemma.model.shelf import RowKind, Sought
from stemma.model.written import read_value
from stemma.ports import Shelf

__all__ = ["PART", "Lists", "Window"]

Line = TypeVar("Line")

PART = 50
"""Lines of a list that are shown at a time."""


@dataclass(frozen=True, slots=True)
class Window:
    """Which lines of a list are wanted."""

    start: int = 0
    count: int = PART
    words: str = ""
    """That stand in the line, in any case."""


FIRST = Window()


class Lists:
    """What a shelf holds, line by line; how long a list is lasts until something has changed."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._counts = Lasting(shelf.state, shelf.count)
        self._lines = Lasting(shelf.state, self._read_lines)
        self._totals = Lasting(shelf.state, totals_of)

    def totals(self) -> Totals:
        """Return how much there is; it is counted once until something has changed."""
        return self._totals.get(self._shelf)

    def stories(self, window: Window = FIRST) -> Part[StoryLine]:
        """Return stories, those with the most documents first."""
        return self._part(StoryLine, RowKind.STORY, window)

    def claims(self, window: Window = FIRST, *, story: str | None = None, loud: bool = False) -> Part[ClaimLine]:
        """
        Return claims: the most outlets first, among these the fewest origins first.

        Args:
            window: Which of them.
            story: Of this story alone.
            loud: Those alone that several outlets carry and one origin said.
        """
        return self._part(ClaimLine, RowKind.LOUD if loud else RowKind.CLAIM, window, story)

    def sources(self, window: Window = FIRST) -> Part[SourceLine]:
        """Return sources, those who say the most first."""
        words = window.words.split()
        lines = self._shelf.sources(window.start, window.count, words)
        total = self._shelf.count_sources(words) if words else self.totals().sources
        return Part([*map(line_of, lines)], total)

    def documents(self, window: Window = FIRST, *, story: str | None = None) -> Part[DocumentLine]:
        """Return documents, the newest first, those without a date last."""
        return self._part(DocumentLine, RowKind.DOCUMENT, window, story)

    def all_documents(self) -> Sequence[DocumentLine]:
        """Return the lines of all documents, in the order of their list; they are kept until something has changed."""
        return self._lines.get(())

    def _read_lines(self, _: tuple[()]) -> Sequence[DocumentLine]:
        return [read_value(DocumentLine, value) for value in self._shelf.rows(Sought(RowKind.DOCUMENT))]

    def questions(self, window: Window = FIRST, *, story: str | None = None) -> Part[Question]:
        """Return what waits for a judgement: the most consequential first, what somebody was unsure of last."""
        return self._part(Question, RowKind.QUESTION, window, story)

    def _part(self, line: type[Line], kind: RowKind, window: Window, story: str | None = None) -> Part[Line]:
        sought = Sought(kind, window.start, window.count, tuple(window.words.split()), story)
        values = self._shelf.rows(sought)
        every = replace(sought, start=0, count=None)
        total = self._shelf.count(every) if every.words else self._counts.get(every)
        return Part([read_value(line, value) for value in values], total)
