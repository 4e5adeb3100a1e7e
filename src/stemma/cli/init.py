"""``stemma init``."""

from typing import Annotated

import typer

__all__ = ["EPILOG", "Case", "init"]

EPILOG = """
Examples:

    stemma init kursk.stemma

    stemma init postgresql://anna@db.example.org/kursk
"""

Case = Annotated[str, typer.Argument(metavar="CASE", help="The case: a file, or the URL of a PostgreSQL database.")]


def init(case: Case) -> None:
    """Make an empty case, which keeps documents, what was read in them, and judgements."""
    from stemma.case import init_case

    init_case(case)
    typer.echo(f"stemma: {case} is an empty case; put reports into it with: stemma add {case} PATH…", err=True)
