"""``stemma verify``."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.progress import showing_progress
from stemma.cli.taking import Map, named_keys

if TYPE_CHECKING:
    from stemma.case import Verdict

__all__ = ["EPILOG", "verify"]

EPILOG = """
Examples:

    stemma brief reports/ --format json -o brief.json

    stemma verify brief.json reports/

    stemma quotes reports/ --format jsonl | stemma verify - reports/

    stemma claims reports/ --format jsonl | stemma verify - reports/

    stemma verify kursk.stemma
"""


def verify(
    brief: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A brief as json, quotes or a table as jsonl, or - for either; or a case."),
    ],
    paths: Annotated[
        list[str] | None, typer.Argument(metavar="[PATH…]", help="The documents: files or folders, or a case.")
    ] = None,
    map: Map = "",
) -> None:
    """
    Open every span of a brief, quotes or a table again in the documents' bytes; exit 1 where one does not agree.

    Of a case alone: its bytes by their hashes, its texts, and the spans of its brief.
    """
    verdict = _verdict(brief, paths or [], named_keys(map))
    for mismatch in verdict.mismatches:
        typer.echo(mismatch)
    typer.echo(str(verdict))
    if not verdict.agrees:
        raise typer.Exit(1)


def _verdict(brief: str, paths: list[str], names: dict[str, str]) -> "Verdict":
    from stemma.case import is_case, prove_case, verify_brief
    from stemma.errors import ContractError

    if is_case(brief) and not paths:
        with showing_progress() as progress:
            return prove_case(brief, progress)
    if not paths:
        raise typer.BadParameter("give the documents that it was made from, or a case that holds them")
    try:
        return verify_brief(_text(brief), paths, names)
    except ContractError as error:
        raise ContractError(f"{brief}: {error}") from error


def _text(path: str) -> str:
    from stemma.errors import ContractError, UnreadableError

    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise UnreadableError(path, f"cannot be opened: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ContractError("not JSON; give a brief as json, or quotes or a table as jsonl") from error
