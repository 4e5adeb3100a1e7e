"""``stemma serve``."""

import getpass
from pathlib import Path
from typing import Annotated
from urllib.parse import urlsplit

import typer

from stemma.cli.llm import LlmModel, LlmUrl, chosen_tagger
from stemma.cli.metrics import Metrics
from stemma.cli.progress import showing_progress
from stemma.cli.stopping import ending_in_order, stopping
from stemma.cli.taking import Map, named_keys
from stemma.errors import MissingExtraError

__all__ = ["EPILOG", "serve"]

PORT = 7836
"""STEM on a telephone."""

EPILOG = """
Examples:

    stemma serve kursk.stemma --open

    stemma serve reports/                                     (a passing look: nothing is kept)

    stemma users kursk.stemma anna --role owner
    stemma serve kursk.stemma --host 0.0.0.0 --tls-cert desk.pem --tls-key desk.key

    stemma serve kursk.stemma --url https://desk.example.org  (behind a server that has the certificate)
"""


def serve(  # noqa: PLR0913 (one parameter an option)
    paths: Annotated[list[str], typer.Argument(metavar="CASE|PATH…", help="A case, or files and folders.")],
    host: Annotated[
        str, typer.Option("--host", help="This machine alone, unless another address is given.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="0 for any that is free.")] = PORT,
    open_browser: Annotated[bool, typer.Option("--open", help="Open it in the browser.")] = False,
    by: Annotated[
        str | None, typer.Option("--by", help="Who judges, where nobody signs in; else your login name.")
    ] = None,
    url: Annotated[str, typer.Option("--url", help="What people open, where a proxy stands before.")] = "",
    tls_cert: Annotated[Path | None, typer.Option("--tls-cert", help="A certificate in PEM.")] = None,
    tls_key: Annotated[Path | None, typer.Option("--tls-key", help="Its key.")] = None,
    map: Map = "",
    metrics: Metrics = 0,
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """Open the desk: pages over a case, for this machine alone, or for a team that signs in."""
    with ending_in_order(), stopping(lambda: "what was judged is kept"):
        tagger = chosen_tagger(llm, llm_model)
        from stemma.case import Adding, CaseView, passing_case

        try:
            from stemma.web import Address, Served, serve_desk
        except ModuleNotFoundError as error:
            raise MissingExtraError("stemma serve", "web") from error

        with showing_progress() as progress:

            def opened(address: str) -> None:
                progress.clear()
                typer.echo(f"stemma: the desk is at {address} (Ctrl+C ends it)", err=True)
                if open_browser:
                    typer.launch(address)

            adding = Adding(named_keys(map))
            told = passing_case(paths, lambda s: progress.say(f"{s.address}: {s.reason}"), progress, tagger, adding)
            with told as case:
                where = Address(host, port, url, tls_cert, tls_key)
                served = Served(case, _name(paths), by or getpass.getuser(), metrics)
                serve_desk(served, where, lambda: CaseView(case, tagger, progress), opened)


def _name(paths: list[str]) -> str:
    """Return what the pages call what is told."""
    first = Path(urlsplit(paths[0]).path if "://" in paths[0] else paths[0]).resolve().stem
    return f"{first}{'' if len(paths) == 1 else f' and {len(paths) - 1} more'}"
