"""``stemma case``."""

from typing import Annotated

import typer

from stemma.cli.init import Case
from stemma.cli.stopping import stopping

__all__ = ["EPILOG", "case"]

EPILOG = """
Examples:

    stemma case dam.stemma --from tables/ "dam gates"

    stemma case dam.stemma --from tables/ d3f7…      (the id of a story, as in the tables)
"""


def case(
    case: Case,
    words: Annotated[str, typer.Argument(metavar="WORDS|ID", help="What the story speaks of, or its id.")],
    tables: Annotated[str, typer.Option("--from", metavar="DIR|URL", help="The tables of `stemma batch`.")],
) -> None:
    """Open the reports of one story of a batch as a case."""
    with stopping(lambda: "run it again to go on"):
        from stemma.case import case_of_story, find_story

        story = find_story(tables, words)
        count = sum(1 for _ in case_of_story(case, tables, story))
    typer.echo(f"{case}: {count:,} documents of “{story.title}”; now `stemma brief {case}`")
