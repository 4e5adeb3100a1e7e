"""The pictures of the ledger of a case, of which no more than the numbers that are drawn are in memory."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from stemma.tell.charts.svg import documents_of, draw_figures
from stemma.tell.ledger import Page
from stemma.tell.portion import ROWS, Piece, Portion
from stemma.tell.tables.figures_roll import FiguresRoll

__all__ = ["FiguresPicture"]


@dataclass
class FiguresPicture:
    """The pictures of what *roll* lists; fulfils `stemma.tell.portion.ByStory`."""

    roll: FiguresRoll
    of: str = ""
    is_surveying: bool = True
    has_rest: bool = False
    _pages: list[tuple[int, Page]] = field(default_factory=list)
    """With their places in the ledger of the case."""
    _documents: dict[int, str] = field(default_factory=dict)

    @property
    def parts(self) -> Collection[str]:
        """What is asked of a story."""
        return self.roll.parts

    def survey(self, portion: Portion) -> None:
        """Take note of the pages: numbers of one name are numbered through."""
        self.roll.survey(portion)

    def head(self) -> str:
        """Return nothing: the picture is one piece."""
        return ""

    def without(self, documents: int) -> tuple[str, str]:
        """Return the picture of nothing, and what is said of it."""
        return draw_figures([], self._documents), self.roll.manner.nothing(documents)

    def pieces(self, portion: Portion, ids: Collection[str]) -> Iterator[Piece]:
        """Take the numbers that a story gives, which are drawn when all of them are there."""
        self._pages += self.roll.pages(portion.desk)
        self._documents |= documents_of(portion.desk)
        return iter(())

    def rest(self, portion: Portion) -> Iterator[Piece]:
        """Yield nothing: the documents stand in the picture."""
        return iter(())

    def last(self) -> Iterator[Piece]:
        """Yield the picture."""
        if self._pages:
            pages = [page for _, page in sorted(self._pages, key=lambda placed: placed[0])]
            yield Piece((ROWS,), draw_figures(pages, self._documents))
