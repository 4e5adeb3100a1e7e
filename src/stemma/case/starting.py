"""A new case, and documents for it."""

from collections.abc import Iterator, Mapping, Sequence

from stemma.case.adding import Settled, add_arrivals
from stemma.case.finding import find_files
from stemma.case.holding import opened_case
from stemma.case.opening import Progress
from stemma.case.taking import NO_NAMES, arrival_of, take
from stemma.errors import CaseError, NothingToReadError, UnreadableError
from stemma.model.archive import Arrival
from stemma.ports import Tagger
from stemma.stores import create_store, is_case
from stemma.taggers import OnnxTagger

__all__ = ["add_files", "init_case"]


def init_case(case: str) -> None:
    """
    Make an empty case: a file, or the database that a ``postgresql://`` URL names.

    Raises:
        CaseError: There is something already, or it cannot be made.
        MissingExtraError: It is a server's, and the extra ``postgres`` is not installed.
    """
    create_store(case)


def add_files(
    case: str,
    paths: Sequence[str],
    progress: Progress = lambda done, total, path: None,
    tagger: Tagger | None = None,
    names: Mapping[str, str] = NO_NAMES,
) -> Iterator[Settled]:
    """
    Put the documents at *paths* into *case*, sorted by path; yield what became of each as soon as it is on the disk.

    Raises:
        CaseError: The case cannot be opened or written to; what was yielded before is in it.
        NothingToReadError: The paths lead to no file at all.
        EndpointError: *tagger* asks a server, and there is no answer.
    """
    inner = next((path for path in paths if is_case(path)), None)
    if inner is not None:
        raise CaseError(inner, "is a case, not a document; merge cases with `stemma export` and `stemma import`")
    with opened_case(case) as store:
        yield from add_arrivals(store, _arrivals(paths, names, progress), tagger or OnnxTagger())


def _arrivals(
    paths: Sequence[str], names: Mapping[str, str], progress: Progress
) -> Iterator[Arrival | UnreadableError]:
    files = list(find_files(paths))
    if not files:
        raise NothingToReadError(f"{', '.join(paths)}: no report in it; give files or folders with reports")
    for done, file in enumerate(files):
        progress(done, len(files), file.path)
        for item in take(file, names):
            if isinstance(item, UnreadableError):
                yield item
            else:
                yield arrival_of(item)
    progress(len(files), len(files), "")
