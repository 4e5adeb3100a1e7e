"""Who says what in files, one document after another."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from stemma.case.files.ahead import count_workers, work_ahead
from stemma.case.files.opening import Opened, Opening, Progress
from stemma.case.files.taking import NO_NAMES
from stemma.case.holding import each_reading, opened_case, the_case
from stemma.case.journal import judgements_of
from stemma.errors import NothingToReadError, UnreadableError
from stemma.judge import standing
from stemma.model import Attribution, Notice, Quote, Quotes
from stemma.pipeline import quote, quote_alone
from stemma.ports import Tagger
from stemma.taggers import OnnxTagger

__all__ = ["Quoting", "Wanted", "quote_files"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which attributions a user asks for."""

    source: str = ""
    """Stands in a name of the source or in the words for it, in capitals or not."""
    direct: bool = False
    """Word for word, between quotation marks, throughout."""
    narrated: bool = False
    """Also what the document says in its own voice."""

    def of(self, quotes: Quotes) -> Quotes:
        """Return *quotes* with nothing but what is wanted."""
        return replace(quotes, attributions=tuple(a for a in quotes.attributions if self._holds(a, quotes)))

    def _holds(self, attribution: Attribution, quotes: Quotes) -> bool:
        if attribution.narrated and not self.narrated:
            return False
        if self.direct and attribution.quote is not Quote.DIRECT:
            return False
        names = _names(attribution, quotes)
        return not self.source or any(self.source.casefold() in name.casefold() for name in names)


@dataclass(frozen=True, slots=True)
class Quoting:
    """The quotes of files: each document is given out when it is read, a few are read at once, and none is kept."""

    opening: Opening
    tagger: Tagger
    wanted: Wanted

    @property
    def unreadable(self) -> Sequence[UnreadableError]:
        """Files that the user named and that could not be read, of those opened so far."""
        return self.opening.unreadable

    def __iter__(self) -> Iterator[Quotes]:
        """
        Yield the quotes of each document, sorted by path.

        Raises:
            NothingToReadError: The paths lead to no file at all, or to an empty case.
            CaseError: A case cannot be opened.
        """
        case = the_case(self.opening.paths)
        for quotes in self._of_files() if case is None else self._of_case(case):
            for notice in quotes.notices:
                self.opening.notify(notice)
            yield self.wanted.of(quotes)

    def _of_files(self) -> Iterator[Quotes]:
        return work_ahead(self.opening, self._quote, count_workers(self.tagger))

    def _of_case(self, case: str) -> Iterator[Quotes]:
        with opened_case(case) as store:
            if not store.stock():
                raise NothingToReadError(f"{case}: the case is empty; put reports into it with `stemma add`")
            judgements = standing(judgements_of(store))
            for reading in each_reading(store, self.tagger, self.opening.notify, self.opening.progress):
                yield quote(reading, self.tagger.name, judgements)

    def _quote(self, opened: Opened) -> Quotes:
        return quote_alone(opened.layer, opened.path, opened.sha256, self.tagger)


def quote_files(
    paths: Sequence[str],
    wanted: Wanted = Wanted(),
    *,
    tagger: Tagger | None = None,
    notify: Callable[[Notice], None] = lambda notice: None,
    progress: Progress = lambda done, total, path: None,
    names: Mapping[str, str] = NO_NAMES,
) -> Quoting:
    """
    Return the quotes of the documents at *paths*: files, folders, ``-`` for standard input, or a case alone.

    Args:
        paths: What to read.
        wanted: Which attributions are given out.
        tagger: Finds sources, cues and contents; the one that ships with Stemma unless told otherwise.
        notify: Is told of each file that is left out, and of what in a document is not to be trusted.
        progress: Is called before each document.
        names: Which key of a JSON record holds which part of a document.
    """
    return Quoting(Opening(paths, notify, progress, names=names), tagger or OnnxTagger(), wanted)


def _names(attribution: Attribution, quotes: Quotes) -> Iterator[str]:
    if attribution.source_span is not None:
        yield attribution.source_span.cut(quotes.document.text)
    if attribution.source is not None:
        source = quotes.sources[attribution.source]
        yield from (source.name, *source.aliases)
