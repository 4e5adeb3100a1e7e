"""``stemma figures``."""

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.llm import LlmModel, LlmUrl
from stemma.cli.telling import Asked, Output, Paths, is_one_case, tell_by_story, tell_table

if TYPE_CHECKING:
    from stemma.model import Brief
    from stemma.tell import FiguresRoll, FiguresTable, Manner

__all__ = ["EPILOG", "Format", "figures"]


class Format(StrEnum):
    """How figures are told."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    SVG = "svg"


EPILOG = """
Examples:

    stemma figures reports/

    stemma figures reports/ --counts killed --format svg -o killed.svg

    stemma figures reports/ -f jsonl | jq '.sums[] | select(.holds | not) | .explanation'
"""


def figures(  # noqa: PLR0913 (one parameter an option)
    paths: Paths,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to tell them.")] = Format.TABLE,
    output: Output = None,
    counts: Annotated[
        str,
        typer.Option("--counts", metavar="TEXT", help="Only figures with this in what they count or in their words."),
    ] = "",
    min_outlets: Annotated[int, typer.Option("--min-outlets", min=1, help="Only what so many outlets count.")] = 1,
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """List what is counted: each number with who gives it and when, what is claimed now, and the sums."""

    def make(brief: "Brief") -> "FiguresTable":
        from stemma.tell import FiguresTable

        return FiguresTable.of(brief, counts=counts, min_outlets=min_outlets)

    def by_story(manner: "Manner") -> "FiguresRoll":
        from stemma.tell import FiguresRoll

        return FiguresRoll(manner, counts, min_outlets)

    noun = "such figure" if counts or min_outlets > 1 else "figure"
    asked = Asked(paths, output, llm, llm_model)
    if format is not Format.SVG or not is_one_case(paths) or not _drawn_by_story(asked, noun, by_story):
        tell_table(asked, format, noun, make, by_story, _as_svg)


def _drawn_by_story(asked: Asked, noun: str, by_story: "Callable[[Manner], FiguresRoll]") -> bool:
    from stemma.tell import FiguresPicture, Form, Manner

    return tell_by_story(asked, FiguresPicture(by_story(Manner(Form.TABLE, noun))))


def _as_svg(table: "FiguresTable") -> str:
    from stemma.tell import figures_as_svg

    return figures_as_svg(table)
