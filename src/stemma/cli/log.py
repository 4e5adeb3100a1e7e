"""``stemma log``."""

from typing import TYPE_CHECKING

import typer

from stemma.cli.init import Case
from stemma.cli.llm import LlmModel, LlmUrl, chosen_tagger
from stemma.cli.output import takes_color, writing
from stemma.cli.progress import showing_progress
from stemma.cli.stopping import stopping
from stemma.cli.telling import Output, TableForm, TableFormat

if TYPE_CHECKING:
    from pathlib import Path

    from stemma.model.ruling import Told

__all__ = ["EPILOG", "log"]

EPILOG = """
Examples:

    stemma log kursk.stemma

    stemma log kursk.stemma --format csv -o judgements.csv

    stemma log kursk.stemma -f jsonl | jq 'select(.fate == "conflict")'
"""


def log(
    case: Case,
    format: TableFormat = TableForm.TABLE,
    output: Output = None,
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """List the judgements of a case: who gave each, when, and what has become of it."""
    with stopping(lambda: "nothing was written"):
        tagger = chosen_tagger(llm, llm_model)
        from stemma.case import tell_log

        with writing(output) as write:
            with showing_progress() as progress:
                told = tell_log(case, progress, tagger)
            write(_as_text(told, format, output))
    if not told:
        typer.echo(f"stemma: nobody has judged anything in {case}; see `stemma judge --help`", err=True)


def _as_text(told: "tuple[Told, ...]", form: TableForm, output: "Path | None") -> str:
    from stemma import tell

    match form:
        case TableForm.JSONL:
            return tell.log_as_json_lines(told)
        case TableForm.CSV:
            return tell.log_as_csv(told)
        case TableForm.TABLE:
            return tell.log_as_terminal(told, color=takes_color(output))
