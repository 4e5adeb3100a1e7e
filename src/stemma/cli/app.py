"""The command ``stemma``."""

import sys

import typer

from stemma.cli import brief
from stemma.errors import StemmaError

__all__ = ["app", "main"]

app = typer.Typer(no_args_is_help=True, add_completion=False, help="Who said what, and how many origins are left.")
app.command()(brief.brief)


@app.callback()
def root() -> None:
    """Find who said what in news reports, who took it from whom, and how many independent origins are left."""


def main() -> None:
    """Run the command line; a user's error is one line on stderr and exit 1."""
    try:
        app()
    except StemmaError as error:
        print(f"stemma: {error}", file=sys.stderr)  # noqa: T201
        sys.exit(1)
