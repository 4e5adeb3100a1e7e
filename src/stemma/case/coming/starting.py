"""A new case, and documents for it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from stemma.case.coming.adding import Settled, add_arrivals
from stemma.case.coming.gathering import MOST_PAGES, Gathering, make_fetcher
from stemma.case.files.drawing import is_url
from stemma.case.files.finding import find_files
from stemma.case.files.opening import Progress
from stemma.case.files.taking import NO_NAMES, arrival_of, take
from stemma.case.holding import opened_case
from stemma.errors import CaseError, NothingToReadError, UnreadableError
from stemma.model.archive import Arrival
from stemma.ports import Tagger
from stemma.stores import create_store, is_case
from stemma.taggers import OnnxTagger

__all__ = ["Adding", "add_files", "add_gathered", "init_case"]


def init_case(case: str) -> None:
    """
    Make an empty case: a file, or the database that a ``postgresql://`` URL names.

    Raises:
        CaseError: There is something already, or it cannot be made.
        MissingExtraError: It is a server's, and the extra ``postgres`` is not installed.
    """
    create_store(case)


@dataclass(frozen=True, slots=True)
class Adding:
    """How documents are taken into a case."""

    names: Mapping[str, str] = field(default_factory=lambda: NO_NAMES)
    """Which key of a JSON record holds which part of a document."""
    most: int = MOST_PAGES
    """New pages that one feed or sitemap may lead to."""
    private: bool = False
    """Whether addresses of this machine and of its own network may be asked."""


AS_USUAL = Adding()


def add_files(
    case: str,
    paths: Sequence[str],
    progress: Progress = lambda done, total, path: None,
    tagger: Tagger | None = None,
    adding: Adding = AS_USUAL,
) -> Iterator[Settled]:
    """
    Put the documents at *paths* into *case*; yield what became of each as soon as it is on the disk.

    Files come first, sorted by path, then what is at addresses of the web, in the order given.

    Raises:
        CaseError: The case cannot be opened or written to; what was yielded before is in it.
        NothingToReadError: The paths lead to no file at all.
        EndpointError: *tagger* asks a server, and there is no answer.
        MissingExtraError: An address is to be asked, and the extra ``fetch`` is not installed.
    """
    inner = next((path for path in paths if is_case(path)), None)
    if inner is not None:
        raise CaseError(inner, "is a case, not a document; merge cases with `stemma export` and `stemma import`")
    urls = [path for path in paths if is_url(path)]
    files = [path for path in paths if not is_url(path)]
    fetcher = make_fetcher(private=adding.private) if urls else None
    tagger = tagger or OnnxTagger()
    with opened_case(case) as store:
        if files:
            for settled in add_arrivals(store, _arrivals(files, adding.names, progress), tagger):
                yield replace(settled, is_given=settled.address in files)
        if fetcher is not None:
            yield from add_gathered(Gathering(store, fetcher, adding.names, adding.most), urls, tagger, progress)


def add_gathered(gathering: Gathering, urls: Sequence[str], tagger: Tagger, progress: Progress) -> Iterator[Settled]:
    """Put what is at *urls* into the case of *gathering*; yield what became of each as soon as it is on the disk."""

    def asked() -> Iterator[str]:
        for done, url in enumerate(urls):
            progress(done, len(urls), url)
            yield url

    for settled in add_arrivals(gathering.store, gathering.arrivals(asked()), tagger):
        gathering.note(settled)
        yield replace(settled, is_given=gathering.is_given(settled))
    gathering.finish()


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
