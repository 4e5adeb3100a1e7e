"""``stemma quotes``."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.llm import LlmModel, LlmUrl, chosen_tagger
from stemma.cli.output import is_terminal, takes_color, writing
from stemma.cli.progress import showing_progress
from stemma.cli.stopping import stopping
from stemma.cli.taking import Map, named_keys
from stemma.cli.telling import Output, Paths

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
    paths: Paths,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to tell them.")] = Format.TERMINAL,
    output: Output = None,
    texts: Annotated[
        Path | None, typer.Option("--texts", help="Write the texts that offsets count in to this folder, as ID.txt.")
    ] = None,
    source: Annotated[str, typer.Option("--source", help="Only sources with this in their name.")] = "",
    direct: Annotated[bool, typer.Option("--direct", help="Only direct quotes.")] = False,
    narrated: Annotated[bool, typer.Option("--narrated", help="Also what a document says in its own voice.")] = False,
    map: Map = "",
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """Find who says what in each document, and write it as soon as it is read."""
    count = _Count()
    with stopping(lambda: _left(output, count.documents)):
        tagger = chosen_tagger(llm, llm_model)
        from stemma.case import Wanted, quote_files, write_layer

        tell = _teller(format, color=takes_color(output))
        with showing_progress(is_wanted=not is_terminal(output)) as progress, writing(output) as write:
            wanted = Wanted(source, direct, narrated)
            quoting = quote_files(
                paths,
                wanted,
                tagger=tagger,
                notify=lambda notice: progress.say(notice.text),
                progress=progress,
                names=named_keys(map),
            )
            for found in quoting:
                if texts is not None:
                    write_layer(found.document, texts)
                write(tell(found, count))
                count.documents += 1
                count.quotes += len(found.attributions)
            if not count.documents:  # each file has had its line that says why
                raise typer.Exit(1)
        if not count.quotes and (source or direct):
            progress.say(f"no such quote in {_several(count.documents)}")
    if quoting.unreadable:
        raise typer.Exit(1)


@dataclass(slots=True)
class _Count:
    """What was told so far."""

    documents: int = 0
    quotes: int = 0


def _teller(format: Format, *, color: bool) -> "Callable[[Quotes, _Count], str]":
    """Return what tells the quotes of one document, given what was told before."""
    from stemma import tell

    match format:
        case Format.JSONL:
            return lambda found, before: tell.quotes_as_json_lines(found)
        case Format.CSV:
            return lambda found, before: tell.quotes_as_csv(found, has_header=not before.documents)
        case Format.TERMINAL:
            return lambda found, before: tell.quotes_as_terminal(found, is_first=not before.quotes, color=color)


def _left(output: Path | None, documents: int) -> str:
    if output is not None:
        return f"{output} was not written; without -o each document is written as soon as it is read"
    return f"the quotes of {_several(documents)} are written whole"


def _several(documents: int) -> str:
    return f"{documents:,} document{'' if documents == 1 else 's'}"
