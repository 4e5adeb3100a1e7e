"""``stemma drift``."""

from typing import TYPE_CHECKING, Annotated

import typer

from stemma.cli.llm import LlmModel, LlmUrl
from stemma.cli.telling import Asked, Output, Paths, TableForm, TableFormat, tell_table

if TYPE_CHECKING:
    from stemma.model import Brief
    from stemma.tell import ByStory, Manner, Table

__all__ = ["EPILOG", "drift"]

EPILOG = """
Examples:

    stemma drift reports/

    stemma drift reports/ --kind headline_overstates

    stemma drift reports/ -f jsonl | jq -r .explanation
"""


def drift(
    paths: Paths,
    format: TableFormat = TableForm.TABLE,
    output: Output = None,
    kind: Annotated[str, typer.Option("--kind", help="Only changes of this kind, as in source_blurred.")] = "",
    llm: LlmUrl = None,
    llm_model: LlmModel = None,
) -> None:
    """List what was changed on the way: a hedge dropped, a figure rounded, a headline that says more than its text."""

    if kind:
        _check(kind)

    def make(brief: "Brief") -> "Table":
        from stemma.tell import DriftTable

        return DriftTable.of(brief, kind=kind)

    def by_story(manner: "Manner") -> "ByStory":
        from stemma.tell import DriftTable

        return DriftTable.by_story(manner, kind=kind)

    noun = "such change" if kind else "change"
    tell_table(Asked(paths, output, llm, llm_model), format, noun, make, by_story)


def _check(kind: str) -> None:
    from stemma.tell import DRIFT

    if kind not in DRIFT:
        raise typer.BadParameter(f"no kind {kind!r}; there are: {', '.join(sorted(DRIFT))}", param_hint="--kind")
