"""The brief of a case or of files: what each document says, held against each other."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from stemma.case.ahead import count_workers, work_ahead
from stemma.case.edition import brief_edition
from stemma.case.holding import opened_case, readings_of, the_case
from stemma.case.journal import judgements_of
from stemma.case.opening import Opened, Opening, Progress
from stemma.case.remembering import StoryMemory, brief_key, recall_brief, remember_brief
from stemma.case.taking import NO_NAMES
from stemma.errors import NothingToReadError, UnreadableError
from stemma.model import Brief, Notice, Reading
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
    embedder = OnnxTagger()
    tagger = tagger or embedder
    case = the_case(paths)
    if case is not None:
        return Briefing(_of_case(case, progress, tagger, embedder), ())
    notices: list[Notice] = []
    opening = Opening(paths, notices.append, progress, names=names)
    readings = list(work_ahead(opening, partial(_read, tagger), count_workers(tagger)))
    if not readings:
        raise NothingToReadError("; ".join(notice.text for notice in notices))
    brief = replace(compare(readings, embedder, notices), models=_models(tagger, embedder))
    return Briefing(brief, tuple(opening.unreadable))


def _read(tagger: Tagger, opened: Opened) -> Reading:
    return read_alone(opened.layer, opened.path, opened.sha256, tagger)


def _of_case(case: str, progress: Progress, tagger: Tagger, embedder: OnnxTagger) -> Brief:
    """Return the brief that the case remembers; where it or our rules have changed, make it anew."""
    models = _models(tagger, embedder)
    with opened_case(case) as store:
        judgements = judgements_of(store)
        newest = store.newest()
        edition = brief_edition(models)
        key = brief_key(edition, newest, judgements)
        remembered = recall_brief(store, key, newest)
        if remembered is not None:
            return remembered
        notices: list[Notice] = []
        readings = readings_of(store, tagger, notices.append, progress)
        if not readings:
            raise NothingToReadError(f"{case}: the case is empty; put reports into it with `stemma add`")
        stories = StoryMemory(store, edition)
        brief = replace(compare(readings, embedder, notices, judgements, stories), models=models)
        newest = store.newest()  # again: a text that was drawn anew is a layer of its own
        if {held.sha256 for held in newest} == {document.sha256 for document in brief.documents}:
            remember_brief(store, brief_key(edition, newest, judgements), brief)
    return brief


def _models(tagger: Tagger, embedder: OnnxTagger) -> tuple[str, ...]:
    return (tagger.name,) if tagger is embedder else (tagger.name, embedder.name)
