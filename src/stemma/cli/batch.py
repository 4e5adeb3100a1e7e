"""``stemma batch``."""

from typing import Annotated

import typer

from stemma.cli.metrics import Metrics
from stemma.cli.stopping import stopping
from stemma.cli.taking import Map, named_keys
from stemma.model.batch import EngineName, Summary

__all__ = ["EPILOG", "batch"]

EPILOG = """
Examples:

    stemma batch reports/ --out tables/

    stemma batch crawl-*.warc.gz dump.jsonl --out tables/ --map text=body

    stemma batch s3://bucket/news/ --out s3://bucket/tables/ --engine spark
"""


def batch(  # noqa: PLR0913 (one parameter an option)
    inputs: Annotated[
        list[str],
        typer.Argument(metavar="PATH|URL…", help="Files, folders, WARC, JSON Lines, Parquet; also on other machines."),
    ],
    out: Annotated[str, typer.Option("--out", metavar="DIR|URL", help="Where the tables go.")],
    engine: Annotated[EngineName, typer.Option("--engine", help="What does the work.")] = EngineName.LOCAL,
    workers: Annotated[int, typer.Option("--workers", min=0, help="Processes; 0 is one a core.")] = 0,
    map: Map = "",
    metrics: Metrics = 0,
    log: Annotated[
        bool, typer.Option("--log-json", help="Say how far it is in JSON Lines, on standard error.")
    ] = False,
) -> None:
    """
    Read reports of many events, and write who said what, and who took it from whom, as Parquet tables.

    Exits with 1 where nothing of the input could be used.
    """
    from stemma.cli.pace import showing_pace

    names = named_keys(map)
    with showing_pace(as_json=log) as pace, stopping(lambda: "run it again to go on from here"):
        from stemma.case import measured, run_batch
        from stemma.tell.layout import clean

        summary = run_batch(inputs, out, measured(pace, metrics) if metrics else pace, engine, workers, names)
        pace.finish(summary)
    for fault, count in summary.faults:
        more = f" (and {count - 1:,} more)" if count > 1 else ""
        typer.echo(f"stemma: {clean(fault.path)}: {clean(fault.reason)}{more}", err=True)
    typer.echo(_summed(summary, out))
    if summary.refusals and not summary.rows.get("documents"):
        raise typer.Exit(1)


def _summed(summary: Summary, out: str) -> str:
    rows = ", ".join(f"{count:,} {table}" for table, count in summary.rows.items() if table != "originals")
    aside = sum(summary.refusals.values())
    left = f"; {aside:,} set aside, with why: {out}/set_aside" if aside else ""
    return f"{out}: {summary.stories:,} stories: {rows}{left}"
