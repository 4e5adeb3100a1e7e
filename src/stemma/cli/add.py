"""``stemma add``."""

from collections import Counter
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.init import Case
from stemma.cli.llm import LlmModel, LlmUrl, chosen_tagger
from stemma.cli.output import is_terminal
from stemma.cli.progress import Progress, showing_progress
from stemma.cli.stopping import stopping
from stemma.cli.taking import MOST, AllowPrivate, Map, Most, named_keys

if TYPE_CHECKING:
    from stemma.case import Settled

__all__ = ["EPILOG", "add"]

EPILOG = """
Examples:

    stemma add kursk.stemma reports/

    stemma add kursk.stemma report.html post.txt

    cat post.txt | stemma add kursk.stemma -

    stemma add kursk.stemma result.json crawl.wacz      (each post, each page)

    stemma add kursk.stemma dump.jsonl --map text=body,title=headline

    stemma add kursk.stemma https://outlet.example/feed.xml      (its articles; `stemma watch` follows it)
"""


def add(  # noqa: PLR0913 (one parameter an option)
    case: Case,
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH|URL…", help="Files, folders, - for standard input; pages, feeds and sitemaps of the web."
        ),
    ],
    map: Map = "",
    most: Most = MOST,
    private: AllowPrivate = False,
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """Put reports into a case: each is kept as it came, read once, and on the disk when its line is printed."""
    counts: Counter[str] = Counter()
    left: Counter[str] = Counter()
    is_lacking = False
    with stopping(lambda: f"{_summed(counts)}; run it again to go on"):
        tagger = chosen_tagger(llm, llm_model)
        from stemma.case import Adding, Outcome, add_files

        adding = Adding(named_keys(map), most, private)
        with showing_progress() as progress:
            for settled in add_files(case, paths, progress, tagger, adding):
                counts[settled.outcome] += 1
                if settled.outcome is Outcome.UNREADABLE and _is_inside(settled):
                    left[settled.reason] += 1
                    continue
                is_lacking |= settled.outcome is Outcome.UNREADABLE and settled.is_given
                _tell(settled, progress)
    for reason, count in left.most_common():
        typer.echo(f"stemma: {count:,} of the documents inside files: {reason}", err=True)
    typer.echo(f"stemma: {_summed(counts)}", err=True)
    if is_lacking:
        raise typer.Exit(1)


def _is_inside(settled: "Settled") -> bool:
    """Tell whether it is one of many documents in a file, of which some hold nothing to read."""
    return "#" in settled.address and "://" not in settled.address


def _tell(settled: "Settled", progress: Progress) -> None:
    """Print what became of one document where programs look; on a terminal the count is enough for what was there."""
    from stemma.case import Outcome
    from stemma.tell.layout import clean

    progress.clear()
    place = f"{settled.address} ({settled.reason})" if settled.reason else settled.address
    if settled.outcome is Outcome.UNREADABLE:
        progress.say(f"{settled.address}: {settled.reason}")
    elif settled.outcome is not Outcome.THERE or not is_terminal(None):
        shown = place if place.isprintable() else clean(place)  # an address of the web may hold what steers a terminal
        typer.echo(f"{settled.outcome}\t{shown}")


def _summed(counts: Counter[str]) -> str:
    return ", ".join(f"{counts[outcome]:,} {outcome}" for outcome in counts) or "nothing was added"
