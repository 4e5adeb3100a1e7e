"""``stemma brief``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.llm import LlmModel, LlmUrl
from stemma.cli.output import takes_color
from stemma.cli.taking import Map
from stemma.cli.telling import (
    Asked,
    Output,
    Paths,
    is_one_case,
    tell_brief,
    tell_by_story,
    tell_front,
    tell_page,
    tell_story,
)

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

    stemma brief kursk.stemma --story d1a2b3c4      (of a case of many events: one of `stemma stories`)

    stemma brief report.pdf result.json dump.jsonl --map text=body      (each post and record is a document)
"""


def brief(  # noqa: PLR0913 (one parameter an option)
    paths: Paths,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to tell it.")] = Format.TERMINAL,
    output: Output = None,
    map: Map = "",
    story: Annotated[
        str, typer.Option("--story", metavar="ID", help="Of a case, this story alone; `stemma stories` lists them.")
    ] = "",
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """Read reports of one event: who said what, who took it from whom, how many origins are left."""
    asked = Asked(paths, output, llm, llm_model, map)
    color = takes_color(output)
    if story:
        tell_story(asked, story, lambda brief: _told(brief, format, color=color))
    elif format is Format.TERMINAL and is_one_case(paths):
        tell_front(asked, color=color)
    elif format is Format.JSON and is_one_case(paths) and _told_by_story(asked):
        return
    elif format in (Format.HTML, Format.MARKDOWN) and is_one_case(paths):
        tell_page(asked, lambda brief: _told(brief, format, color=color))
    else:
        tell_brief(asked, lambda brief: _told(brief, format, color=color))


def _told_by_story(asked: Asked) -> bool:
    from stemma.tell import BriefRoll

    return tell_by_story(asked, BriefRoll())


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
