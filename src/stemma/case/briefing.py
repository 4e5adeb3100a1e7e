"""The brief of files: find them, read each, hold them against each other."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from stemma.case.ahead import count_workers, work_ahead
from stemma.case.opening import Opened, Opening, Progress
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
    paths: Sequence[str], progress: Progress = lambda done, total, path: None, tagger: Tagger | None = None
) -> Briefing:
    """
    Return the brief of the documents at *paths*: files, folders or ``-`` for standard input.

    A file that cannot be read is set aside with its reason, and the others are still read.

    Args:
        paths: What to read.
        progress: Is called before each document.
        tagger: Finds sources, cues and contents; the one that ships with Stemma unless told otherwise.
            Likeness of meaning is by the shipped model in any case.

    Raises:
        NothingToReadError: No document is left.
        EndpointError: *tagger* asks a server, and there is no answer.
    """
    notices: list[Notice] = []
    embedder = OnnxTagger()
    tagger = tagger or embedder
    opening = Opening(paths, notices.append, progress)

    def read(opened: Opened) -> Reading:
        return read_alone(opened.layer, opened.path, opened.sha256, tagger)

    readings = list(work_ahead(opening, read, count_workers(tagger)))
    if not readings:
        raise NothingToReadError("; ".join(notice.text for notice in notices))
    brief = compare(readings, embedder, notices)
    models = (tagger.name,) if tagger is embedder else (tagger.name, embedder.name)
    return Briefing(replace(brief, models=models), tuple(opening.unreadable))
