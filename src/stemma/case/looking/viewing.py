"""A case looked into again and again, a list or a story at a time."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from threading import Lock
from time import monotonic, sleep

from stemma.case.briefing import models_of
from stemma.case.files.opening import Progress
from stemma.case.holding import readable_case
from stemma.case.looking.archived import Archived, Revised, archived, compare_texts_of
from stemma.case.looking.concordance import Concordance
from stemma.case.looking.lists import Lists, Window
from stemma.case.shelf.keeping import source_of
from stemma.case.shelf.loading import Loaded
from stemma.case.shelf.shelving import Shelving, is_shelved
from stemma.case.shelf.telling import about_case
from stemma.errors import UnknownError
from stemma.model import Brief, Source
from stemma.model.listing import DocumentLine
from stemma.model.ruling import Ruling
from stemma.ports import Tagger
from stemma.taggers import OnnxTagger

__all__ = ["CaseView"]

EVERY = Window(count=1_000_000)


class CaseView(Lists):
    """
    What a case tells, and what lists show of it, by stories.

    Several threads may ask at once. Each page loads no more than it shows.
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
        embedder = OnnxTagger()
        self._tagger, self._embedder = tagger or embedder, embedder
        self._models = models_of(self._tagger, embedder)
        self._refreshing = Lock()
        self._store = readable_case(case, lambda store: is_shelved(store, self._models))
        super().__init__(self._store.shelf)
        self._loaded = Loaded(self._shelf)
        self._is_loading_ahead = False
        self.concordance = Concordance(self._store)
        self.refresh(progress)

    def close(self) -> None:
        """Let go of the case."""
        self._store.close()

    @property
    def revision(self) -> str:
        """What names all that is told now: it is another one when anything of that has changed."""
        return self._shelf.state()

    @property
    def waiting(self) -> tuple[int, int]:
        """How many texts and how many judgements have come to the case since it was told."""
        texts, judgements = self._store.pulse()
        return max(0, texts - self._told[0]), max(0, judgements - self._told[1])

    @property
    def latest(self) -> tuple[int, int]:
        """The numbers of the last coming of bytes and of the last line of the journal."""
        return self._store.latest()

    def came_after(self, number: int) -> Sequence[DocumentLine]:
        """Return the documents whose bytes came for the first time after the coming with this *number*."""
        hashes = self._store.came_after(number)
        return [line for line in self.all_documents() if line.sha256 in hashes] if hashes else []

    def judged_after(self, number: int, but: str) -> int:
        """Count the judgements after the line of the journal with this *number*, those of *but* left out."""
        return self._store.judged_after(number, but)

    def refresh(self, progress: Progress = lambda done, total, path: None) -> bool:
        """
        Tell what has come to the case or was judged since, and return whether anything has changed.

        Pages go on meanwhile, and show what was told before until all is told.

        Raises:
            CaseError: The case cannot be written to.
        """
        with self._refreshing:
            before, told = self._shelf.state(), self._store.pulse()
            shelving = Shelving(self.case, self._store, self._tagger, self._embedder, self._models, progress)
            shelving.bring_up()
            self._told = told
            if self._is_loading_ahead:
                self._load_lists()
        return before != self._shelf.state()

    def story(self, id: str, revision: str | None = None) -> Brief:
        """
        Return what a story tells; the stories that share a source name it alike.

        Args:
            id: Of the story.
            revision: Of now, where it was asked for just before: who loads many stories asks for it once.

        Raises:
            UnknownError: There is none with this id.
        """
        return self._loaded.story(id, revision)

    def load_ahead(self, wait: Callable[[float], None] = sleep) -> None:
        """
        Load what pages ask for, before they do: the heaviest stories first, as long as there is room.

        Args:
            wait: Is called with the seconds that each took, so that who asks meanwhile has half of the processor.
        """
        self._is_loading_ahead = True
        self._load_lists()
        for line in self.stories(EVERY).lines:
            if not self._loaded.has_room:
                return
            begun = monotonic()
            with suppress(UnknownError):  # told anew meanwhile
                self.story(line.id)
            wait(monotonic() - begun)

    def home(self, id: str) -> str:
        """
        Return the id of the story that holds the claim, document, attribution or figure with this id.

        Raises:
            UnknownError: No story holds it.
        """
        home = self._shelf.home(id)
        if home is None:
            raise UnknownError("thing", id)
        return home

    def source(self, id: str) -> Source:
        """
        Return a source as all stories together have it.

        Raises:
            UnknownError: It is heard nowhere.
        """
        for value in self._shelf.named([id]):
            return source_of(value)
        raise UnknownError("source", id)

    def heard_in(self, source: str) -> Sequence[str]:
        """
        Return the ids of the stories in which a source is heard, the one with most of its words first.

        Raises:
            UnknownError: It is heard nowhere.
        """
        found = self._shelf.heard_in(source)
        if not found:
            raise UnknownError("source", source)
        return found

    def rulings(self) -> tuple[Ruling, ...]:
        """Return what became of the judgements that stand, as far as they had been given when this was told."""
        return about_case(self._shelf).rulings

    def archived(self, sha256: str) -> Archived:
        """
        Return the versions of the article with these bytes, and where and when they came from.

        Raises:
            UnknownError: The case holds no such bytes.
        """
        return archived(self._store, sha256)

    def revised(self, sha256: str, older: int, newer: int) -> Revised:
        """
        Return two versions of the article with these bytes, counted from 1, and what was changed between them.

        Raises:
            UnknownError: The case holds no such bytes, or not so many versions.
        """
        return compare_texts_of(self._store, sha256, older, newer)

    def data(self, sha256: str) -> bytes:
        """
        Return the bytes as they came.

        Raises:
            CaseError: The case does not hold them.
        """
        return self._store.data(sha256)

    def _load_lists(self) -> None:
        self.all_documents()
        self.concordance.load()
