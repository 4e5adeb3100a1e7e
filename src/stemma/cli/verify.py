"""``stemma verify``."""

import sys
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["EPILOG", "verify"]

EPILOG = """
Examples:

    stemma brief reports/ --format json -o brief.json

    stemma verify brief.json reports/

    stemma quotes reports/ --format jsonl | stemma verify - reports/

    stemma claims reports/ --format jsonl | stemma verify - reports/
"""


def verify(
    brief: Annotated[
        str,
        typer.Argument(metavar="FILE", help="A brief as json, or quotes or a table as jsonl; - reads it in."),
    ],
    paths: Annotated[list[str], typer.Argument(metavar="PATH…", help="The documents: files or folders.")],
) -> None:
    """Open every span of a brief, quotes or a table again in the documents' bytes; exit 1 where one does not agree."""
    from stemma.case import verify_brief
    from stemma.errors import ContractError

    try:
        verdict = verify_brief(_text(brief), paths)
    except ContractError as error:
        raise ContractError(f"{brief}: {error}") from error
    for mismatch in verdict.mismatches:
        typer.echo(mismatch)
    typer.echo(str(verdict))
    if not verdict.agrees:
        raise typer.Exit(1)


def _text(path: str) -> str:
    from stemma.errors import ContractError, UnreadableError

    try:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        return data.decode("utf-8")
    except OSError as error:
        raise UnreadableError(path, f"cannot be opened: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ContractError("not JSON; give a brief as json, or quotes or a table as jsonl") from error
