"""The brief of a case or of files: what each document says, held against each other."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from stemma.case.files.ahead import count_workers, work_ahead
from stemma.case.files.opening import Opened, Opening, Progress
from stemma.case.files.taking import NO_NAMES
from stemma.case.holding import opened_case, readings_of, the_case
from stemma.case.journal import judgements_of
from stemma.case.shelf.fronting import front_of
from stemma.case.shelf.shelving import Shelving
from stemma.case.shelf.telling import story_brief, whole_brief
from stemma.errors import CaseError, NothingToReadError, TooMuchError, UnknownError, UnreadableError
from stemma.model import Brief, Notice, Reading
from stemma.model.listing import StoryLine
from stemma.model.shelf import RowKind, Sought
from stemma.model.written import read_value
from stemma.pipeline import compare, read_alone
from stemma.ports import Store, Tagger
from stemma.taggers import OnnxTagger
from stemma.tell.front import Front

__all__ = [
    "Briefing",
    "brief_files",
    "brief_page",
    "brief_story",
    "front_page",
    "list_stories",
    "models_of",
    "tell_case",
    "told_case",
]

TRIES = 3
"""Times that a case is told which another program has changed meanwhile."""
ON_A_PAGE = 500
"""Reports of a case that one HTML or Markdown file tells: a story of 195 took 13.7 MB of HTML, and a browser that is
given more than some thirty has its user wait."""
MORE = (
    "tell one story with --story ID (`stemma stories {case}` lists them), or look at all of them with "
    "`stemma serve {case}`"
)
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Briefing:
    """A brief, and what kept files out of it."""

    brief: Brief
    unreadable: tuple[UnreadableError, ...]
    """Files that the user named and that could not be read."""


def brief_files(
    paths: Sequence[str],
    progress: Progress = lambda done, total, path: None,
    tagger: Tagger | None = None,
    names: Mapping[str, str] = NO_NAMES,
) -> Briefing:
    """
    Return the brief of the documents at *paths*: files, folders, ``-`` for standard input, or a case alone.

    A file that cannot be read is set aside with its reason, and the others are still read. Of a case
    nothing is read that was read before by the same rules.

    Args:
        paths: What to read.
        progress: Is called before each document.
        tagger: Finds sources, cues and contents; the one that ships with Stemma unless told otherwise.
            Likeness of meaning is by the shipped model in any case.
        names: Which key of a JSON record holds which part of a document.

    Raises:
        NothingToReadError: No document is left.
        CaseError: A case cannot be opened.
        EndpointError: *tagger* asks a server, and there is no answer.
    """
    case = the_case(paths)
    if case is not None:
        return Briefing(tell_case(case, partial(whole_brief, case), progress, tagger), ())
    embedder = OnnxTagger()
    tagger = tagger or embedder
    notices: list[Notice] = []
    opening = Opening(paths, notices.append, progress, names=names)
    readings = list(work_ahead(opening, partial(_read, tagger), count_workers(tagger)))
    if not readings:
        raise NothingToReadError("; ".join(notice.text for notice in notices))
    brief = replace(compare(readings, embedder, notices), models=models_of(tagger, embedder))
    return Briefing(brief, tuple(opening.unreadable))


def _read(tagger: Tagger, opened: Opened) -> Reading:
    return read_alone(opened.layer, opened.path, opened.sha256, tagger)


def brief_page(case: str, progress: Progress = lambda done, total, path: None, tagger: Tagger | None = None) -> Brief:
    """
    Return all that *case* tells, for one page that a person reads.

    Raises:
        TooMuchError: It has more reports than one page can show.
        CaseError: The case cannot be opened.
        NothingToReadError: It is empty.
    """

    with opened_case(case) as store:
        documents = len(store.stock())
    if documents > ON_A_PAGE:  # said before they are told, which may take hours
        raise TooMuchError(f"{case}: one page of {documents:,} reports", MORE.format(case=case))
    return tell_case(case, partial(whole_brief, case), progress, tagger)


def brief_story(
    case: str, story: str, progress: Progress = lambda done, total, path: None, tagger: Tagger | None = None
) -> Brief:
    """
    Return what one story of *case* tells.

    Raises:
        UnknownError: There is none with this id.
        CaseError: The case cannot be opened, or cannot be written to and its stories are not told.
    """
    with told_case(case, progress, tagger) as store:
        return story_brief(store.shelf, story)


def front_page(
    case: str, progress: Progress = lambda done, total, path: None, tagger: Tagger | None = None
) -> Front | Brief:
    """
    Return what a terminal shows of *case*: the front of a large one, all of a small one.

    Raises:
        CaseError: The case cannot be opened.
        NothingToReadError: It is empty.
    """
    return tell_case(case, lambda store: front_of(store.shelf) or whole_brief(case, store), progress, tagger)


def list_stories(
    case: str,
    words: Sequence[str] = (),
    progress: Progress = lambda done, total, path: None,
    tagger: Tagger | None = None,
) -> Sequence[StoryLine]:
    """
    Return the stories of *case* that *words* speak of, those with the most documents first.

    Raises:
        CaseError: The case cannot be opened, or cannot be written to and its stories are not told.
    """
    with told_case(case, progress, tagger) as store:
        return [read_value(StoryLine, one) for one in store.shelf.rows(Sought(RowKind.STORY, words=tuple(words)))]


def tell_case(
    case: str,
    tell: Callable[[Store], Made],
    progress: Progress = lambda done, total, path: None,
    tagger: Tagger | None = None,
) -> Made | Brief:
    """
    Return what *tell* makes of *case* when its stories are told, all of one state of it.

    Where nothing can be kept of the case, or others change it all the time, its whole brief is told in memory.

    Raises:
        CaseError: The case cannot be opened.
        NothingToReadError: It is empty.
    """
    try:
        with told_case(case, progress, tagger) as store:
            return _steadily(case, store, tell)
    except CaseError:
        embedder = OnnxTagger()
        with opened_case(case) as store:
            return _in_passing(store, tagger or embedder, embedder, progress)


def _steadily(case: str, store: Store, tell: Callable[[Store], Made]) -> Made:
    for _ in range(TRIES):
        state = store.shelf.state()
        try:
            made = tell(store)
        except UnknownError:
            if store.shelf.state() == state:
                raise
            continue  # a story was told anew meanwhile
        if state and store.shelf.state() == state:
            return made
    raise CaseError(case, "another program changes it all the time; run this again")


@contextmanager
def told_case(case: str, progress: Progress, tagger: Tagger | None) -> Iterator[Store]:
    """Yield *case* when its stories are told."""
    embedder = OnnxTagger()
    tagger = tagger or embedder
    with opened_case(case) as store:
        Shelving(case, store, tagger, embedder, models_of(tagger, embedder), progress).bring_up()
        yield store


def _in_passing(store: Store, tagger: Tagger, embedder: OnnxTagger, progress: Progress) -> Brief:
    """Return the brief of a case in which nothing can be kept, or which another program changes all the time."""
    notices: list[Notice] = []
    readings = readings_of(store, tagger, notices.append, progress)
    return replace(compare(readings, embedder, notices, judgements_of(store)), models=models_of(tagger, embedder))


def models_of(tagger: Tagger, embedder: OnnxTagger) -> tuple[str, ...]:
    """Return the names of the models that a brief rests on, each once: two that load the same weights are one."""
    return tuple(dict.fromkeys((tagger.name, embedder.name)))
