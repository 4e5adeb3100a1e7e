"""``stemma stories``."""

from enum import StrEnum
from typing import Annotated

import typer

from stemma.cli.init import Case
from stemma.cli.llm import LlmModel, LlmUrl, chosen_tagger
from stemma.cli.output import writing
from stemma.cli.progress import showing_progress
from stemma.cli.stopping import stopping
from stemma.cli.telling import Output

__all__ = ["EPILOG", "Format", "stories"]


class Format(StrEnum):
    """How stories are listed."""

    TERMINAL = "terminal"
    JSONL = "jsonl"


EPILOG = """
Examples:

    stemma stories kursk.stemma

    stemma stories kursk.stemma --about "dam burst"

    stemma brief kursk.stemma --story d1a2b3c4      (an id that stemma stories gave)
"""


def stories(
    case: Case,
    about: Annotated[str, typer.Option("--about", metavar="WORDS", help="Only those with these in a title.")] = "",
    format: Annotated[Format, typer.Option("--format", "-f", help="How to list them.")] = Format.TERMINAL,
    output: Output = None,
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """List the stories of a case: reports that can speak of the same event, the largest first."""
    with stopping(lambda: "what was told is kept, and the next run goes on from there"):
        tagger = chosen_tagger(llm, llm_model)
        from stemma import tell
        from stemma.case import list_stories

        as_text = tell.stories_as_json_lines if format is Format.JSONL else tell.stories_as_terminal
        with writing(output) as write:
            with showing_progress() as progress:
                found = list_stories(case, about.split(), progress, tagger)
            write(as_text(found))
    if not found:
        typer.echo(f"stemma: no story has all of these words in a title: {about}", err=True)
