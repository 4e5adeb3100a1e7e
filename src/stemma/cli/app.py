"""The command ``stemma``."""

import sys
from typing import Annotated

import typer

from stemma import __version__
from stemma.cli import (
    add,
    batch,
    brief,
    case,
    claims,
    drift,
    export,
    figures,
    import_,
    init,
    judge,
    log,
    origins,
    positions,
    quotes,
    search,
    serve,
    stories,
    timeline,
    tree,
    users,
    verify,
    versions,
    watch,
)
from stemma.errors import StemmaError
from stemma.threads import one_thread_each

__all__ = ["app", "main"]

app = typer.Typer(no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)
app.command(epilog=init.EPILOG)(init.init)
app.command(epilog=add.EPILOG)(add.add)
app.command(epilog=brief.EPILOG)(brief.brief)
app.command(epilog=stories.EPILOG)(stories.stories)
app.command(epilog=quotes.EPILOG)(quotes.quotes)
app.command(epilog=claims.EPILOG)(claims.claims)
app.command(epilog=origins.EPILOG)(origins.origins)
app.command(epilog=positions.EPILOG)(positions.positions)
app.command(epilog=drift.EPILOG)(drift.drift)
app.command(epilog=figures.EPILOG)(figures.figures)
app.command(epilog=timeline.EPILOG)(timeline.timeline)
app.command(epilog=tree.EPILOG)(tree.tree)
app.command(epilog=judge.EPILOG)(judge.judge)
app.command(epilog=log.EPILOG)(log.log)
app.command(epilog=export.EPILOG)(export.export)
app.command("import", epilog=import_.EPILOG)(import_.import_)
app.command(epilog=search.EPILOG)(search.search)
app.command(epilog=serve.EPILOG)(serve.serve)
app.command(epilog=users.EPILOG)(users.users)
app.command(epilog=verify.EPILOG)(verify.verify)
app.command(epilog=watch.EPILOG)(watch.watch)
app.command(epilog=versions.EPILOG)(versions.versions)
app.command(epilog=batch.EPILOG)(batch.batch)
app.command(epilog=case.EPILOG)(case.case)


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"stemma {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    """Find who said what in news reports, who took it from whom, and how many independent origins are left."""


def main() -> None:
    """Run the command line; a user's error is one line on standard error and exit 1."""
    one_thread_each()
    try:
        app()
    except StemmaError as error:
        sys.stderr.write(f"stemma: {error}\n")
        sys.exit(1)
