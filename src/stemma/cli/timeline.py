"""``stemma timeline``."""

from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.llm import LlmModel, LlmUrl
from stemma.cli.telling import Asked, Output, Paths, tell_table

if TYPE_CHECKING:
    from stemma.model import Brief, Interval
    from stemma.tell import ByStory, Manner, TimelineTable

__all__ = ["EPILOG", "First", "Format", "Kind", "Last", "days_between", "timeline"]


class Format(StrEnum):
    """How a timeline is told."""

    TABLE = "table"
    JSONL = "jsonl"
    CSV = "csv"
    ICS = "ics"


class Kind(StrEnum):
    """What has a day; the model's own word, named here so that help needs no model."""

    HAPPENED = "happened"
    EXPECTED = "expected"
    SAID = "said"
    PUBLISHED = "published"


EPILOG = """
Examples:

    stemma timeline reports/

    stemma timeline reports/ --kind happened --from 2024-03-01

    stemma timeline reports/ --format ics -o reports.ics
"""
First = Annotated[
    datetime | None, typer.Option("--from", metavar="DAY", formats=["%Y-%m-%d"], help="Only from this day on.")
]
Last = Annotated[
    datetime | None, typer.Option("--to", metavar="DAY", formats=["%Y-%m-%d"], help="Only up to this day.")
]


def timeline(  # noqa: PLR0913 (one parameter an option)
    paths: Paths,
    format: Annotated[Format, typer.Option("--format", "-f", help="How to tell it.")] = Format.TABLE,
    output: Output = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only what is of this kind.")] = None,
    first: First = None,
    last: Last = None,
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """List day by day what happened, was said and was published, each with its document and its words."""
    within = days_between(first, last)
    if format is Format.ICS:
        from stemma.tell import check_calendar

        check_calendar()

    def make(brief: "Brief") -> "TimelineTable":
        from stemma.tell import TimelineTable

        return TimelineTable.of(brief, kind=kind or "", within=within)

    def by_story(manner: "Manner") -> "ByStory":
        from stemma.tell import TimelineRoll

        return TimelineRoll(manner, kind or "", within)

    noun = "such dated event" if kind or within else "dated event"
    tell_table(Asked(paths, output, llm, llm_model), format, noun, make, by_story, _as_calendar)


def _as_calendar(table: "TimelineTable") -> str:
    from stemma.tell import timeline_as_calendar

    return timeline_as_calendar(table)


def days_between(first: datetime | None, last: datetime | None) -> "Interval | None":
    """Return the days that a user wants something of; None for any."""
    from stemma.model import Interval

    if first is None and last is None:
        return None
    earliest, latest = first.date() if first else date.min, last.date() if last else date.max
    if latest < earliest:
        raise typer.BadParameter(f"{latest} is before --from {earliest}", param_hint="--to")
    return Interval(earliest, latest)
