"""``stemma export``."""

from pathlib import Path
from typing import Annotated

import typer

from stemma.cli.init import Case
from stemma.cli.progress import showing_progress
from stemma.cli.stopping import stopping

__all__ = ["EPILOG", "export"]

EPILOG = """
Examples:

    stemma export kursk.stemma -o kursk.zip

    stemma import mine.stemma kursk.zip
"""


def export(
    case: Case,
    output: Annotated[Path, typer.Option("--output", "-o", help="Write to this file.")],
) -> None:
    """Write a whole case as one file: documents, layers, readings and judgements, as JSON Lines and bytes in a Zip."""
    with stopping(lambda: f"{output} was not written"):
        from stemma.case import export_case

        with showing_progress() as progress:
            count = export_case(case, output, progress)
    typer.echo(f"stemma: {count:,} document{'' if count == 1 else 's'} written to {output}", err=True)
