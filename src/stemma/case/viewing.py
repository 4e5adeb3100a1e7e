"""A case looked into again and again, a list or a story at a time."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from threading import Lock
from typing import TypeVar

from stemma.case.archived import Archived, Revised, archived, compare_texts_of
from stemma.case.briefing import brief_files
from stemma.case.holding import opened_case
from stemma.case.opening import Progress
from stemma.errors import UnknownError
from stemma.model import Brief
from stemma.model.listing import ClaimLine, DocumentLine, Part, SourceLine, StoryLine, Totals
from stemma.model.question import Question
from stemma.model.ruling import Ruling
from stemma.ports import Tagger
from stemma.prose.tokens import Term
from stemma.tell.listing import list_story

__all__ = ["PART", "CaseView", "Window"]

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


class CaseView:
    """
    What a case tells, and what lists show of it, by stories.

    Several threads may ask at once. What is told stays as it is until `refresh` has been called.
    """

    def __init__(
        self,
        case: str,
        tagger: Tagger | None = None,
        progress: Progress = lambda done, total, path: None,
    ) -> None:
        """
        Tell *case* as it is now.

        Raises:
            CaseError: It cannot be opened.
            NothingToReadError: It is empty.
        """
        self.case = case
        self._tagger = tagger
        self._lock = Lock()
        self.refresh(progress)

    @property
    def revision(self) -> str:
        """What names all that is told now: it is another one when anything of that has changed."""
        return self._revision

    def refresh(self, progress: Progress = lambda done, total, path: None) -> bool:
        """Tell what has come to the case or was judged since, and return whether anything has changed."""
        with self._lock:
            brief = brief_files([self.case], progress, self._tagger).brief
            self._brief, self._listing = brief, list_story(brief)
            before, self._revision = getattr(self, "_revision", ""), str(hash(brief))
        return before != self._revision

    def totals(self) -> Totals:
        """Return how much there is."""
        story = self._listing.story
        return Totals(
            documents=story.documents,
            outlets=story.outlets,
            stories=1,
            claims=story.claims,
            shared=story.shared,
            loud=story.loud,
            sources=len(self._listing.sources),
            attributions=len(self._brief.attributions),
            figures=len(self._brief.figures),
            judgements=len(self._brief.rulings),
        )

    def stories(self, window: Window = FIRST) -> Part[StoryLine]:
        """Return stories, those with the most documents first."""
        return _part([self._listing.story], window, lambda line: line.title)

    def claims(self, window: Window = FIRST, *, story: str | None = None, loud: bool = False) -> Part[ClaimLine]:
        """
        Return claims: the most outlets first, among these the fewest origins first.

        Args:
            window: Which of them.
            story: Of this story alone.
            loud: Those alone that several outlets carry and one origin said.
        """
        found = [c for c in self._listing.claims if story in (None, c.story) and (c.is_loud or not loud)]
        found.sort(key=lambda c: (-c.outlets, c.high, -c.documents, c.text, c.id))
        return _part(found, window, lambda line: line.text)

    def sources(self, window: Window = FIRST) -> Part[SourceLine]:
        """Return sources, those who say the most first."""
        found = sorted(self._listing.sources, key=lambda s: (-s.attributions, s.name, s.id))
        return _part(found, window, lambda line: line.name)

    def documents(self, window: Window = FIRST, *, story: str | None = None) -> Part[DocumentLine]:
        """Return documents, the newest first, those without a date last."""
        found = [d for d in self._listing.documents if story in (None, d.story)]
        found.sort(key=lambda d: (d.days is None, -d.days.latest.toordinal() if d.days else 0, d.path, d.id))
        return _part(found, window, lambda line: f"{line.known_as} {line.title or ''} {line.path}")

    def questions(self, window: Window = FIRST, *, story: str | None = None) -> Part[Question]:
        """Return what waits for a judgement: the most consequential first, what somebody was unsure of last."""
        found = [q for q in self._listing.questions if story in (None, q.story)]
        found.sort(key=lambda q: (bool(q.open_to), -q.weight, abs(q.score), q.id))
        return _part(found, window, lambda line: f"{line.left} {line.right}")

    def rulings(self) -> Sequence[Ruling]:
        """Return what became of the judgements that stand, as far as they had been given when this was told."""
        return self._brief.rulings

    def story(self, id: str) -> Brief:
        """
        Return what a story tells; the stories that share a source name it alike.

        Raises:
            UnknownError: There is none with this id.
        """
        if id != self._listing.story.id:
            raise UnknownError("story", id)
        return self._brief

    def home(self, id: str) -> str:
        """
        Return the id of the story that holds the claim, document, attribution or figure with this id.

        Raises:
            UnknownError: No story holds it.
        """
        brief = self._brief
        held = (brief.claims, brief.documents, brief.attributions, brief.figures)
        if any(one.id == id for things in held for one in things):
            return self._listing.story.id
        raise UnknownError("thing", id)

    def heard_in(self, source: str) -> Sequence[str]:
        """
        Return the ids of the stories in which a source is heard, the one with most of its words first.

        Raises:
            UnknownError: It is heard nowhere.
        """
        if all(one.id != source for one in self._listing.sources):
            raise UnknownError("source", source)
        return [self._listing.story.id]

    def archived(self, sha256: str) -> Archived:
        """
        Return the versions of the article with these bytes, and where and when they came from.

        Raises:
            UnknownError: The case holds no such bytes.
        """
        return archived(self.case, sha256)

    def revised(self, sha256: str, older: int, newer: int) -> Revised:
        """
        Return two versions of the article with these bytes, counted from 1, and what was changed between them.

        Raises:
            UnknownError: The case holds no such bytes, or not so many versions.
        """
        return compare_texts_of(self.case, sha256, older, newer)

    def data(self, sha256: str) -> bytes:
        """
        Return the bytes as they came.

        Raises:
            CaseError: The case does not hold them.
        """
        with opened_case(self.case) as store:
            return store.data(sha256)

    def holding(self, terms: Sequence[Term]) -> Collection[str] | None:
        """Return the hashes of the documents that hold all of *terms*; None where that is not known."""
        with opened_case(self.case) as store:
            return store.holding(terms) if store.index(lambda done, total, what: None) else None


def _part(lines: Sequence[Line], window: Window, words: Callable[[Line], str]) -> Part[Line]:
    sought = window.words.casefold().split()
    found = [line for line in lines if all(word in words(line).casefold() for word in sought)]
    return Part(found[window.start : window.start + window.count], len(found))
