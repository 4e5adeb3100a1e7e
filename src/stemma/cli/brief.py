"""``stemma brief``."""

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.progress import showing_progress

if TYPE_CHECKING:
    from stemma.model import Brief

__all__ = ["Format", "brief"]


class Format(StrEnum):
    """How a brief is told."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


EPILOG = """
Examples:

    stemma brief reports/

    stemma brief a.txt b.html --format html -o brief.html

    cat post.txt | stemma brief - agency.txt --format json
"""


def brief(
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="How to tell it.")] = Format.TERMINAL,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
) -> None:
    """Read reports of one event: who said what, who took it from whom, how many origins are left."""
    from stemma.case import brief_files

    with showing_progress() as progress:
        done = brief_files(paths, progress)
    _write(_told(done.brief, format, is_shown=output is None), output)
    for notice in done.brief.notices:
        typer.echo(f"stemma: {notice.text}", err=True)
    if done.unreadable:
        raise typer.Exit(1)


def _told(brief: "Brief", format: Format, *, is_shown: bool) -> str:
    from stemma import tell

    match format:
        case Format.JSON:
            return tell.as_json(brief)
        case Format.MARKDOWN:
            return tell.as_markdown(brief)
        case Format.HTML:
            return tell.as_html(brief)
        case Format.TERMINAL:
            return tell.as_terminal(brief, color=is_shown and _takes_color())


def _takes_color() -> bool:
    """A terminal does, unless its user has said NO_COLOR (https://no-color.org: any value but an empty one)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR")


def _write(text: str, output: Path | None) -> None:
    from stemma.case import write_whole

    if output is None:
        typer.echo(text, nl=False)
    else:
        write_whole(output, text)
