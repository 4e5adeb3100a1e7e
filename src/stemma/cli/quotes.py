"""``stemma quotes``."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.llm import LlmModel, LlmUrl, chosen_tagger
from stemma.cli.output import is_terminal, takes_color, writing
from stemma.cli.progress import showing_progress
from stemma.cli.stopping import stopping

if TYPE_CHECKING:
    from stemma.model import Quotes

__all__ = ["EPILOG", "Format", "quotes"]


class Format(StrEnum):
    """How quotes are told."""

    TERMINAL = "terminal"
    JSONL = "jsonl"
    CSV = "csv"


EPILOG = """
Examples:

    stemma quotes report.html

    stemma quotes reports/ --format csv -o quotes.csv

    stemma quotes reports/ --source minister --direct

    cat post.txt | stemma quotes - --format jsonl | jq .content
"""


def quotes(  # noqa: PLR0913 (one parameter an option)
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="Files, folders, or - for standard input.")],
    format: Annotated[Format, typer.Option("--format", "-f", help="How to tell them.")] = Format.TERMINAL,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="Write to this file.")] = None,
    texts: Annotated[
        Path | None, typer.Option("--texts", help="Write the texts that offsets count in to this folder, as ID.txt.")
    ] = None,
    source: Annotated[str, typer.Option("--source", help="Only sources with this in their name.")] = "",
    direct: Annotated[bool, typer.Option("--direct", help="Only direct quotes.")] = False,
    narrated: Annotated[bool, typer.Option("--narrated", help="Also what a document says in its own voice.")] = False,
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """Find who says what in each document, and write it before the next one is read."""
    read = 0
    with stopping(lambda: _left(output, read)):
        tagger = chosen_tagger(llm, llm_model)
        from stemma.case import Wanted, quote_files, write_layer

        tell, is_blank = _teller(format, color=takes_color(output)), True
        with showing_progress(is_wanted=not is_terminal(output)) as progress, writing(output) as write:
            wanted = Wanted(source, direct, narrated)
            quoting = quote_files(
                paths, wanted, tagger=tagger, notify=lambda notice: progress.say(notice.text), progress=progress
            )
            for found in quoting:
                if texts is not None:
                    write_layer(found.document, texts)
                if told := tell(found, is_blank):
                    write(told)
                    is_blank = False
                read += 1
            if not read:  # each file has had its line that says why
                raise typer.Exit(1)
    if quoting.unreadable:
        raise typer.Exit(1)


def _teller(format: Format, *, color: bool) -> "Callable[[Quotes, bool], str]":
    """Return what tells the quotes of one document, given whether nothing was told before."""
    from stemma import tell

    match format:
        case Format.JSONL:
            return lambda found, is_first: tell.quotes_as_json_lines(found)
        case Format.CSV:
            return lambda found, is_first: tell.quotes_as_csv(found, has_header=is_first)
        case Format.TERMINAL:
            return lambda found, is_first: tell.quotes_as_terminal(found, is_first=is_first, color=color)


def _left(output: Path | None, read: int) -> str:
    if output is not None:
        return f"{output} was not written; without -o each document is written as soon as it is read"
    return f"the quotes of {read} document{'' if read == 1 else 's'} are written whole"
