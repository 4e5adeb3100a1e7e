"""``stemma import``."""

from pathlib import Path
from typing import Annotated

import typer

from stemma.cli.init import Case
from stemma.cli.progress import showing_progress
from stemma.cli.stopping import stopping

__all__ = ["EPILOG", "import_"]

EPILOG = """
Examples:

    stemma export kursk.stemma -o kursk.zip

    stemma import mine.stemma kursk.zip

    stemma import new.stemma kursk.zip                     (a case that is not there yet is made)
"""


def import_(
    case: Case,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What `stemma export` wrote.")],
) -> None:
    """Merge an exported case into one: nothing is doubled, and importing twice changes nothing."""
    with stopping(lambda: "run it again to go on"):
        from stemma.case import import_case

        with showing_progress() as progress:
            merged = import_case(case, file, progress)
    typer.echo(
        f"stemma: {merged.documents:,} new or newer, {merged.known:,} there already; "
        f"{merged.judgements:,} new in the journal",
        err=True,
    )
