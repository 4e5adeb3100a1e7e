"""``stemma search``."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.init import Case
from stemma.cli.llm import LlmModel, LlmUrl, chosen_tagger
from stemma.cli.output import takes_color, writing
from stemma.cli.progress import showing_progress
from stemma.cli.stopping import stopping
from stemma.cli.telling import Output, TableForm, TableFormat
from stemma.cli.timeline import First, Last, days_between

if TYPE_CHECKING:
    from pathlib import Path

    from stemma.tell import HitsTable

__all__ = ["EPILOG", "Kind", "search"]


class Kind(StrEnum):
    """Where words stand; the model's own word, named here so that help needs no model."""

    BODY = "body"
    CONTENT = "content"
    SOURCE = "source"


class Said(StrEnum):
    """How a source stands to what it says; the model's own word, named here so that help needs no model."""

    ASSERT = "assert"
    CONFIRM = "confirm"
    DENY = "deny"
    QUALIFY = "qualify"
    DECLINE = "decline"
    ASSESS = "assess"
    SUGGEST = "suggest"
    QUESTION = "question"
    NOT_OBSERVED = "not_observed"
    SILENCE = "silence"


EPILOG = """
Examples:

    stemma search kursk.stemma casualties

    stemma search kursk.stemma '"north korean" troop*'

    stemma search kursk.stemma troops --source ministry --stance deny

    stemma search kursk.stemma losses --outlet herald --from 2024-12-01 -f jsonl
"""
LIMIT = 50
"""Places that are shown unless more are asked for: they are still read."""


def search(  # noqa: PLR0913 (one parameter an option)
    case: Case,
    query: Annotated[str, typer.Argument(help='Words that stand together; "in a row"; deni* for a beginning.')],
    format: TableFormat = TableForm.TABLE,
    output: Output = None,
    kind: Annotated[Kind | None, typer.Option("--kind", help="Only words that stand there.")] = None,
    source: Annotated[str, typer.Option("--source", help="Only what is said by a source with this in its name.")] = "",
    outlet: Annotated[str, typer.Option("--outlet", help="Only in outlets with this in their name.")] = "",
    stance: Annotated[Said | None, typer.Option("--stance", help="Only what is said with this stance.")] = None,
    first: First = None,
    last: Last = None,
    limit: Annotated[int, typer.Option("--limit", min=1, help="Show so many places.")] = LIMIT,
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """Search a case: what its documents write, what is said in them, and who says it."""
    within = days_between(first, last)
    with stopping(lambda: "nothing was written"):
        tagger = chosen_tagger(llm, llm_model)
        from stemma.case import Sought, search_case
        from stemma.model import Stance
        from stemma.model.hit import HitKind
        from stemma.tell import HitsTable

        sought = Sought(
            query, HitKind(kind) if kind else None, source, outlet, Stance(stance) if stance else None, within
        )
        with writing(output) as write:
            with showing_progress() as progress:
                found = search_case(case, sought, limit, progress, tagger)
            write(_as_text(HitsTable.of(found.brief, found.hits, found.numbers), format, output))
    if not found.hits:
        typer.echo(f"stemma: nothing was found in {case}", err=True)
    elif found.has_more:
        typer.echo(f"stemma: there is more; --limit {limit * 10} shows it", err=True)


def _as_text(table: "HitsTable", form: TableForm, output: "Path | None") -> str:
    from stemma import tell

    match form:
        case TableForm.JSONL:
            return tell.table_as_json_lines(table)
        case TableForm.CSV:
            return tell.table_as_csv(table)
        case TableForm.TABLE:
            return tell.hits_as_terminal(table, color=takes_color(output))
