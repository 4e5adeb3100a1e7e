"""``stemma brief``."""

from typing import Annotated

import typer

__all__ = ["brief"]


def brief(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…")],
    format: Annotated[str, typer.Option("--format", "-f")] = "json",
) -> None:
    """Read reports of one event and tell who said what, and how many origins are left."""
    from stemma.case import brief_files
    from stemma.tell import as_json

    typer.echo(as_json(brief_files(paths)), nl=False)
