"""``stemma watch``."""

import time
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.init import Case
from stemma.cli.llm import LlmModel, LlmUrl, chosen_tagger
from stemma.cli.metrics import Metrics
from stemma.cli.output import writing
from stemma.cli.progress import Progress, showing_progress
from stemma.cli.stopping import stopping
from stemma.cli.taking import MOST, AllowPrivate, Most

if TYPE_CHECKING:
    from stemma.case import Round, Settled
    from stemma.meters.watches import WatchMeter

__all__ = ["EPILOG", "Format", "watch"]


class Format(StrEnum):
    """How news are told."""

    TERMINAL = "terminal"
    JSONL = "jsonl"


EPILOG = """
Examples:

    stemma add kursk.stemma https://outlet.example/feed.xml      (follows it from now on)

    stemma watch kursk.stemma

    stemma watch kursk.stemma --once --format jsonl >> news.jsonl      (for cron)

    stemma watch kursk.stemma --metrics 9200      (Prometheus asks on this port how it goes)
"""
MINUTES = 15.0


def watch(  # noqa: PLR0913 (one parameter an option)
    case: Case,
    once: Annotated[bool, typer.Option("--once", help="Look once and end, for cron.")] = False,
    every: Annotated[float, typer.Option("--every", metavar="MINUTES", min=1.0, help="How often to look.")] = MINUTES,
    stop: Annotated[str, typer.Option("--stop", metavar="FEED", help="Follow this feed no longer, and end.")] = "",
    format: Annotated[Format, typer.Option("--format", "-f", help="How to tell news.")] = Format.TERMINAL,
    most: Most = MOST,
    private: AllowPrivate = False,
    metrics: Metrics = 0,
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """Follow the feeds of a case: take what is new, and say what it changes in the brief."""
    from stemma.case import Adding, measured_watch, stop_following, tell_no_more, watch_case

    if stop:
        stop_following(case, stop)
        return
    with stopping(lambda: "what came is in the case; its news are told the next time"):
        meter = measured_watch(metrics) if metrics else None
        tagger = chosen_tagger(llm, llm_model)
        while True:
            with showing_progress() as progress:
                done = watch_case(
                    case, tagger, Adding(most=most, private=private), progress, lambda settled: _say(settled, progress)
                )
            if meter is not None:
                _count(done, meter)
            _tell(done, format)
            tell_no_more(case)
            if once:
                return
            time.sleep(60 * every)


def _say(settled: "Settled", progress: Progress) -> None:
    from stemma.case import Outcome

    if settled.outcome is Outcome.UNREADABLE:
        progress.say(f"{settled.address}: {settled.reason}")


def _count(done: "Round", meter: "WatchMeter") -> None:
    for settled in done.settled:
        meter.came(settled.outcome.name.lower())
    meter.looked(len(done.news))


def _tell(done: "Round", format: Format) -> None:
    from stemma import tell
    from stemma.case import Outcome

    came = sum(settled.outcome in (Outcome.ADDED, Outcome.CHANGED) for settled in done.settled)
    if done.brief is not None:
        as_text = tell.news_as_json_lines if format is Format.JSONL else tell.news_as_terminal
        with writing(None) as write:
            write(as_text(done.news, done.brief))
    what = "all of it is new" if done.is_first else f"{len(done.news)} news"
    typer.echo(f"stemma: {tell.several(came, 'document')} came, {what if done.brief else 'no news'}", err=True)
