"""The brief of a case or of files: what each document says, held against each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.case.ahead import count_workers, work_ahead
from stemma.case.holding import opened_case, readings_of, the_case
from stemma.case.journal import judgements_of
from stemma.case.opening import Opened, Opening, Progress
from stemma.errors import NothingToReadError, UnreadableError
from stemma.model import Brief, Notice, Reading
from stemma.model.judgement import Judgement
from stemma.pipeline import compare, read_alone
from stemma.ports import Tagger
from stemma.taggers import OnnxTagger

__all__ = ["Briefing", "brief_files"]


@dataclass(frozen=True, slots=True)
class Briefing:
    """A brief, and what kept files out of it."""

    brief: Brief
    unreadable: tuple[UnreadableError, ...]
    """Files that the user named and that could not be read."""


def brief_files(
    paths: Sequence[str], progress: Progress = lambda done, total, path: None, tagger: Tagger | None = None
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

    Raises:
        NothingToReadError: No document is left.
        CaseError: A case cannot be opened.
        EndpointError: *tagger* asks a server, and there is no answer.
    """
    embedder = OnnxTagger()
    tagger = tagger or embedder
    case = the_case(paths)
    found = _of_files(paths, progress, tagger) if case is None else _of_case(case, progress, tagger)
    brief = compare(found.readings, embedder, found.notices, found.judgements)
    models = (tagger.name,) if tagger is embedder else (tagger.name, embedder.name)
    return Briefing(replace(brief, models=models), found.unreadable)


@dataclass(frozen=True, slots=True)
class _Found:
    """What there is to compare."""

    readings: Sequence[Reading]
    notices: Sequence[Notice]
    unreadable: tuple[UnreadableError, ...] = ()
    judgements: Sequence[Judgement] = ()


def _of_files(paths: Sequence[str], progress: Progress, tagger: Tagger) -> _Found:
    notices: list[Notice] = []
    opening = Opening(paths, notices.append, progress)

    def read(opened: Opened) -> Reading:
        return read_alone(opened.layer, opened.path, opened.sha256, tagger)

    readings = list(work_ahead(opening, read, count_workers(tagger)))
    if not readings:
        raise NothingToReadError("; ".join(notice.text for notice in notices))
    return _Found(readings, notices, tuple(opening.unreadable))


def _of_case(case: str, progress: Progress, tagger: Tagger) -> _Found:
    notices: list[Notice] = []
    with opened_case(case) as store:
        readings = readings_of(store, tagger, notices.append, progress)
        judgements = judgements_of(store)
    if not readings:
        raise NothingToReadError(f"{case}: the case is empty; put reports into it with `stemma add`")
    return _Found(readings, notices, judgements=judgements)
