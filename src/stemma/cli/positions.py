"""``stemma positions``."""

from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.llm import LlmModel, LlmUrl
from stemma.cli.telling import Asked, Output, Paths, TableForm, TableFormat, tell_table

if TYPE_CHECKING:
    from stemma.model import Brief
    from stemma.tell import ByStory, Manner, Table

__all__ = ["EPILOG", "positions"]

EPILOG = """
Examples:

    stemma positions reports/

    stemma positions reports/ --actor ministry

    stemma positions reports/ -f csv -o positions.csv
"""


def positions(
    paths: Paths,
    format: TableFormat = TableForm.TABLE,
    output: Output = None,
    actor: Annotated[
        str, typer.Option("--actor", help="Only actors with this in a name of theirs, or of who speaks for them.")
    ] = "",
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """List where each actor stands on each claim, over time, and of whom nothing is in these documents."""

    def make(brief: "Brief") -> "Table":
        from stemma.tell import PositionsTable

        return PositionsTable.of(brief, actor=actor)

    def by_story(manner: "Manner") -> "ByStory":
        from stemma.tell import PositionsTable

        return PositionsTable.by_story(manner, actor=actor)

    noun = "such position" if actor else "position"
    tell_table(Asked(paths, output, llm, llm_model), format, noun, make, by_story)
