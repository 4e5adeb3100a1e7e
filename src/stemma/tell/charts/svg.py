"""The pictures of the ledger as one SVG file that any viewer or drawing program opens."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from stemma.errors import TooMuchError
from stemma.model import Document
from stemma.tell.charts.drawing import Chart, Mark, draw_chart
from stemma.tell.days import days
from stemma.tell.desk import Desk
from stemma.tell.front import LISTED
from stemma.tell.layout import clean, shorten
from stemma.tell.ledger import Page, topics_of
from stemma.tell.stylesheet import drawing_style
from stemma.tell.tables import FiguresTable
from stemma.tell.templating import environment
from stemma.tell.wording import several

__all__ = ["documents_of", "draw_figures", "figures_as_svg"]

WIDTH = 1024
MARGIN = 24
HEAD, ROW, BELOW = 26, 19, 34
"""Pixels of a heading, of a line below a chart, and between one chart and the next."""
WORDS = 132
"""Columns of a line below a chart."""
HIGHEST = 32_000
"""Pixels: Cairo, and with it Firefox and Inkscape, draws none beyond the 32,767th, and that is thirty screens."""
MORE = "choose what is counted with --counts TEXT, or what several outlets count with --min-outlets N"


@dataclass(frozen=True, slots=True)
class _Panel:
    """A chart with its heading above it and what its marks stand for below."""

    chart: Chart
    head: str
    under: str
    rows: tuple[tuple[Mark, str], ...]
    notes: tuple[str, ...]
    top: int

    @property
    def field(self) -> int:
        """Where the chart begins."""
        return self.top + HEAD + (ROW if self.under else 0)

    @property
    def floor(self) -> int:
        """Where the lines below it begin."""
        return self.field + self.chart.height + ROW

    @property
    def bottom(self) -> int:
        """Where it ends."""
        return self.floor + ROW * (len(self.rows) + len(self.notes))


def figures_as_svg(table: FiguresTable) -> str:
    """
    Return a picture of each thing that is given in several numbers, under each other, each mark told in words below.

    Where nothing is, what is given in one number is drawn.

    Raises:
        TooMuchError: They are more than one picture can show.
    """
    return draw_figures(table.pages, documents_of(table.desk))


def draw_figures(pages: Sequence[Page], documents: Mapping[int, str]) -> str:
    """
    Return the same of some *pages* of the ledger, in their order.

    Args:
        pages: What is counted.
        documents: What each document is told as, by its number.

    Raises:
        TooMuchError: They are more than one picture can show.
    """
    topics = topics_of([page for page in pages if page.counts])
    charts = [chart for pages in topics if (chart := draw_chart(pages, is_wide=True))]
    charts = charts or [chart for pages in topics if (chart := draw_chart(pages, least=1, is_wide=True))]
    panels: list[_Panel] = []
    for chart in charts:
        panels.append(_panel(chart, panels[-1].bottom + BELOW if panels else MARGIN + HEAD + 14))
    foot = [*_foot(len(topics) - len(charts)), *_listed(documents, panels)]
    floor = (panels[-1].bottom if panels else MARGIN + HEAD) + BELOW
    height = floor + ROW * len(foot) + MARGIN
    if height > HIGHEST:
        raise TooMuchError(f"one picture of {several(len(charts), 'chart')}", MORE)
    drawn = (
        environment()
        .get_template("figures.svg.j2")
        .render(
            title="What is counted, by whom and when",
            panels=panels,
            foot=foot,
            floor=floor,
            row=ROW,
            margin=MARGIN,
            width=WIDTH,
            height=height,
            style=drawing_style(),
            # What the shared drawings ask for beside the charts.
            evidence_words={},
        )
    )
    # The two that XML does not allow and that `clean` leaves, since a terminal does.
    return drawn.lstrip().replace("\ufffe", "").replace("\uffff", "")


def documents_of(desk: Desk) -> Mapping[int, str]:
    """Return what the documents of *desk* are told as below the pictures, by their numbers."""
    return {desk.numbers[document.id]: _document(document, desk) for document in desk.documents}


def _panel(chart: Chart, top: int) -> _Panel:
    under = f"Claimed now: {clean(chart.now)}" if chart.now and len(chart.marks) > 1 else ""
    head, under = clean(chart.counts).capitalize(), shorten(under, WORDS)
    return _Panel(chart, head, under, tuple((mark, _told(mark)) for mark in chart.marks), chart.notes, top)


def _told(mark: Mark) -> str:
    line = mark.line
    places = " ".join(dict.fromkeys(quotation.ref for quotation in line.quotations))
    parts = [line.amount, line.claimant, line.whose, line.when]
    tie = f", {line.tie}" if line.tie else ""
    return shorten(clean(f"{', '.join(part for part in parts if part)}{tie} {places}"), WORDS)


def _foot(left: int) -> Sequence[str]:
    """Return what the places mean, and of how many things there is no picture."""
    lines = (
        [f"Not drawn: {several(left, 'more thing')} of which there is one number each; see the table."] if left else []
    )
    return [
        *lines,
        "≥ at least, ≤ at most, > more than, < less than; a hollow mark: about; a bar: a range, or open where an "
        "arrow is.",
        "What is told of one day and number stands side by side. [2]:345 is document 2, character 345.",
    ]


def _listed(documents: Mapping[int, str], panels: Sequence[_Panel]) -> list[str]:
    """Return the documents; of very many those alone that gave a number which is drawn."""
    if len(documents) > LISTED:
        marks = (mark for panel in panels for mark, _ in panel.rows)
        quoted = {quotation.number for mark in marks for quotation in mark.line.quotations}
        return [documents[number] for number in sorted(quoted)]
    return [documents[number] for number in sorted(documents)]


def _document(document: Document, desk: Desk) -> str:
    facts = [desk.known_as(document.id), days(document.published.interval), document.path]
    told = " · ".join(clean(fact) for fact in facts if fact)
    return shorten(f"[{desk.numbers[document.id]}] {told}", WORDS)
