"""``stemma brief``."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.llm import LlmModel, LlmUrl, chosen_tagger
from stemma.cli.output import takes_color, writing
from stemma.cli.progress import showing_progress
from stemma.cli.stopping import stopping

if TYPE_CHECKING:
    from stemma.model import Brief

__all__ = ["EPILOG", "Format", "brief"]


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
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """Read reports of one event: who said what, who took it from whom, how many origins are left."""
    with stopping(lambda: "nothing was written"):
        tagger = chosen_tagger(llm, llm_model)
        from stemma.case import brief_files

        with showing_progress() as progress:
            done = brief_files(paths, progress, tagger)
        with writing(output) as write:
            write(_told(done.brief, format, color=takes_color(output)))
    for notice in done.brief.notices:
        progress.say(notice.text)
    if done.unreadable:
        raise typer.Exit(1)


def _told(brief: "Brief", format: Format, *, color: bool) -> str:
    from stemma import tell

    match format:
        case Format.JSON:
            return tell.as_json(brief)
        case Format.MARKDOWN:
            return tell.as_markdown(brief)
        case Format.HTML:
            return tell.as_html(brief)
        case Format.TERMINAL:
            return tell.as_terminal(brief, color=color)
